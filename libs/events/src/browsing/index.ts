export * from './listings';
export * from './programme';
export { type Found, ProgrammeSearch } from './programme-search';
export * from './programme-wish';
export * from './published-programme.service';
