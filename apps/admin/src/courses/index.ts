import { lazy } from 'react';

export const courses = {
  list: lazy(() => import('./course-list')),
  create: lazy(() => import('./course-create')),
  edit: lazy(() => import('./course-edit')),
};
