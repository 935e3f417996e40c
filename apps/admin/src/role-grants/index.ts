import { lazy } from 'react';

export const roleGrants = { list: lazy(() => import('./role-grant-list')) };
