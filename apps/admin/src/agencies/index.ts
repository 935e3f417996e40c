import { lazy } from 'react';

export const agencies = { list: lazy(() => import('./agency-list')), create: lazy(() => import('./agency-create')) };
