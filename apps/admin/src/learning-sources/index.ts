import { lazy } from 'react';

export const learningSources = { list: lazy(() => import('./learning-source-list')) };
