import { lazy } from 'react';

export const eventMails = {
  show: lazy(() => import('./event-mail-show')),
  edit: lazy(() => import('./event-mail-edit')),
};
