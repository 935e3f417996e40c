import { Column, ForeignKey, Index, PrimaryColumn, VersionColumn } from 'typeorm';
import type { ObjectLiteral } from 'typeorm';

/*
 * The kinds of column that mean the same on SQLite, MySQL and MariaDB. Entities use these and no others,
 * so that one set of migrations serves every engine without drift. Defaults are set in code, never in the schema.
 */
interface Nullable {
  nullable?: boolean;
}

/** A UUIDv7 made in code. */
export const Id = () => PrimaryColumn('varchar', { length: 36 });

/** The id of a row of another table, held by a foreign key that refuses to leave an orphan. */
export const Reference =
  (to: () => new () => ObjectLiteral, options: Nullable = {}): PropertyDecorator =>
  (target, property) => {
    Column('varchar', { length: 36, nullable: options.nullable ?? false })(target, property);
    ForeignKey(to, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })(target, property);
  };

/** The id of a row that no foreign key can hold: its table stands below this library, or it may be any of several. */
export const LooseReference = (options: Nullable = {}) =>
  Column('varchar', { length: 36, nullable: options.nullable ?? false });

/** Short text, of at most `length` characters; a unique key holds it apart where it is said to be unique. */
export const Words =
  (length: number, options: Nullable & { unique?: boolean } = {}): PropertyDecorator =>
  (target, property) => {
    Column('varchar', { length, nullable: options.nullable ?? false })(target, property);
    if (options.unique) Index({ unique: true })(target, property);
  };

export const LongText = (options: Nullable = {}) => Column('text', { nullable: options.nullable ?? false });

/** A default only where the column came to a table that had rows. */
export const Whole = (options: Nullable & { default?: number } = {}) =>
  Column('integer', {
    nullable: options.nullable ?? false,
    ...(options.default === undefined ? {} : { default: options.default }),
  });

/** Rises by one with every change made through the row's entity, so that whoever keeps a copy can tell that it is old. */
export const Revision = () => VersionColumn({ type: 'integer', default: 1 });

export const YesNo = () => Column('boolean');

/** A moment in UTC, to the millisecond. */
export const Instant = (options: Nullable = {}) =>
  Column('datetime', { precision: 3, nullable: options.nullable ?? false });

export const Json = (options: Nullable = {}) => Column('json', { nullable: options.nullable ?? false });
