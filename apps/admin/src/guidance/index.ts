import { lazy } from 'react';

export const guidance = { list: lazy(() => import('./guidance-list')) };
