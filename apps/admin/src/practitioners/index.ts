import { lazy } from 'react';

export const practitioners = {
  list: lazy(() => import('./practitioner-list')),
  show: lazy(() => import('./practitioner-show')),
  create: lazy(() => import('./practitioner-create')),
  edit: lazy(() => import('./practitioner-edit')),
};
