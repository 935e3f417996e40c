import { lazy } from 'react';

export const charges = { list: lazy(() => import('./charge-list')), show: lazy(() => import('./charge-show')) };
