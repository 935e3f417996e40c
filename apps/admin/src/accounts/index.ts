import { lazy } from 'react';

export const accounts = {
  list: lazy(() => import('./account-list')),
  show: lazy(() => import('./account-show')),
};
