export * from './columns';
export * from './connection';
export * from './database';
export * from './ids';
