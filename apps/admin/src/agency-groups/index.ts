import { lazy } from 'react';

export const agencyGroups = { list: lazy(() => import('./group-list')) };
