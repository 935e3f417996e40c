import { lazy } from 'react';

export const outsideAttendances = { list: lazy(() => import('./attendance-list')) };
