import { lazy } from 'react';

export const bookings = { list: lazy(() => import('./booking-list')), show: lazy(() => import('./booking-show')) };
