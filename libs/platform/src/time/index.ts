export * from './london-time';
export * from './working-days';
