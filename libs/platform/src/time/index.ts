export * from './london-time';
export * from './working-days';
export * from './mailing-time';
