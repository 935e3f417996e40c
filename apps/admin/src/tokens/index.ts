import { lazy } from 'react';

export const tokens = { list: lazy(() => import('./token-list')) };
