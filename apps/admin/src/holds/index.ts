import { lazy } from 'react';

export const holds = { list: lazy(() => import('./hold-list')) };
