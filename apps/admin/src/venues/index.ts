import { lazy } from 'react';

export const venues = {
  list: lazy(() => import('./venue-list')),
  create: lazy(() => import('./venue-create')),
  edit: lazy(() => import('./venue-edit')),
};
