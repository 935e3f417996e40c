import { lazy } from 'react';

export const textDecisions = { list: lazy(() => import('./text-decision-list')) };
