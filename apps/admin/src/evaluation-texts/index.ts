import { lazy } from 'react';

export const evaluationTexts = {
  list: lazy(() => import('./evaluation-text-list')),
  show: lazy(() => import('./evaluation-text-show')),
};
