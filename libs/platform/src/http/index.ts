export * from './actor';
export * from './list';
export * from './permit';
export * from './problem';
export * from './problem.filter';
export * from './same-origin';
export * from './shape';
