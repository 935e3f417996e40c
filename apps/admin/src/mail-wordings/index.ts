import { lazy } from 'react';

export const mailWordings = {
  list: lazy(() => import('./mail-wording-list')),
  edit: lazy(() => import('./mail-wording-edit')),
};
