import { lazy } from 'react';

export const standingQuestions = { list: lazy(() => import('./standing-question-list')) };
