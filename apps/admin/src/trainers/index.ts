import { lazy } from 'react';

export const trainers = {
  list: lazy(() => import('./trainer-list')),
  create: lazy(() => import('./trainer-create')),
  edit: lazy(() => import('./trainer-edit')),
};
