import { lazy } from 'react';

export const sectors = { list: lazy(() => import('./sector-list')) };
