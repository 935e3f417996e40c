import { lazy } from 'react';

export const releasedTexts = { list: lazy(() => import('./released-text-list')) };
