import { lazy } from 'react';

export const events = {
  list: lazy(() => import('./event-list')),
  show: lazy(() => import('./event-cockpit')),
  create: lazy(() => import('./event-create')),
  edit: lazy(() => import('./event-edit')),
};
