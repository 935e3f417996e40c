import { lazy } from 'react';

export const needTasks = { list: lazy(() => import('./need-task-list')) };
