import { lazy } from 'react';

export const agencies = {
  list: lazy(() => import('./agency-list')),
  show: lazy(() => import('./agency-show')),
  create: lazy(() => import('./agency-create')),
  edit: lazy(() => import('./agency-edit')),
};
