import { lazy } from 'react';

export const programmeMailings = {
  list: lazy(() => import('./mailing-list')),
  show: lazy(() => import('./mailing-show')),
  create: lazy(() => import('./mailing-create')),
  edit: lazy(() => import('./mailing-edit')),
};
