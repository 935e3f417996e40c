import { lazy } from 'react';

export const completions = { list: lazy(() => import('./completion-list')) };
