import { lazy } from 'react';

export const quotes = { list: lazy(() => import('./quote-list')) };
