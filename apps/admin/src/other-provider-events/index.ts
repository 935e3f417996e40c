import { lazy } from 'react';

export const otherProviderEvents = {
  list: lazy(() => import('./listing-list')),
  create: lazy(() => import('./listing-create')),
  edit: lazy(() => import('./listing-edit')),
};
