export * from './columns';
export * from './connection';
export * from './database';
export * from './ids';
export * from './stored-instant';
