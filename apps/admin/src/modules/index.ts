import { lazy } from 'react';

export const modules = { list: lazy(() => import('./module-list')) };
