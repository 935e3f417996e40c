import { lazy } from 'react';

export const messages = { list: lazy(() => import('./message-list')), show: lazy(() => import('./message-show')) };
