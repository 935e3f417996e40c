import { lazy } from 'react';

export const closureDays = { list: lazy(() => import('./closure-day-list')) };
export const schoolHolidays = { list: lazy(() => import('./school-holiday-list')) };
