import { lazy } from 'react';

export const dataRequests = {
  list: lazy(() => import('./data-request-list')),
  show: lazy(() => import('./data-request-show')),
};
