import { lazy } from 'react';

export const practitioners = {
  list: lazy(() => import('./practitioner-list')),
  create: lazy(() => import('./practitioner-create')),
};
