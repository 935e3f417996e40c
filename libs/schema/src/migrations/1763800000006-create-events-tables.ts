import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'venues',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_venues' },
      { name: 'name', type: 'varchar', length: '190' },
      { name: 'name_key', type: 'varchar', length: '190' },
      { name: 'address', type: 'text', isNullable: true },
      { name: 'safe_limit', type: 'integer', isNullable: true },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_venues_name_key', columnNames: ['name_key'], isUnique: true }],
  }),
  new Table({
    name: 'events',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_events' },
      { name: 'gate', type: 'integer' },
      { name: 'reference', type: 'varchar', length: '20' },
      { name: 'course_id', type: 'varchar', length: '36' },
      { name: 'status', type: 'varchar', length: '10' },
      { name: 'delivery', type: 'varchar', length: '10' },
      { name: 'venue_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'capacity', type: 'integer' },
      { name: 'starts_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'ends_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'period', type: 'varchar', length: '7', isNullable: true },
      { name: 'waitlist_policy', type: 'varchar', length: '10' },
      { name: 'agency_cap', type: 'integer', isNullable: true },
      { name: 'import_key', type: 'varchar', length: '190', isNullable: true },
      { name: 'trainer_note', type: 'varchar', length: '120', isNullable: true },
      { name: 'cancel_reason', type: 'varchar', length: '300', isNullable: true },
      { name: 'duplicated_from_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'is_demonstration', type: 'boolean' },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_events_reference', columnNames: ['reference'], isUnique: true },
      { name: 'ix_events_ends_at', columnNames: ['ends_at'] },
      { name: 'ix_events_import_key', columnNames: ['import_key'], isUnique: true },
      { name: 'ix_events_course_id_starts_at', columnNames: ['course_id', 'starts_at'] },
      { name: 'ix_events_status_starts_at', columnNames: ['status', 'starts_at'] },
    ],
    foreignKeys: [references('events', 'course_id', 'courses'), references('events', 'venue_id', 'venues')],
  }),
  new Table({
    name: 'event_fees',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_event_fees' },
      { name: 'event_id', type: 'varchar', length: '36' },
      { name: 'fee_type', type: 'varchar', length: '20' },
      { name: 'pence', type: 'integer' },
    ],
    indices: [{ name: 'ix_event_fees_event_id_fee_type', columnNames: ['event_id', 'fee_type'], isUnique: true }],
    foreignKeys: [references('event_fees', 'event_id', 'events')],
  }),
  new Table({
    name: 'event_sessions',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_event_sessions' },
      { name: 'event_id', type: 'varchar', length: '36' },
      { name: 'position', type: 'integer' },
      { name: 'starts_at', type: 'datetime', precision: 3 },
      { name: 'ends_at', type: 'datetime', precision: 3 },
      { name: 'local_date', type: 'varchar', length: '10' },
      { name: 'local_start', type: 'varchar', length: '5' },
      { name: 'local_end', type: 'varchar', length: '5' },
    ],
    indices: [{ name: 'ix_event_sessions_event_id', columnNames: ['event_id'] }],
    foreignKeys: [references('event_sessions', 'event_id', 'events')],
  }),
  new Table({
    name: 'kept_places',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_kept_places' },
      { name: 'event_id', type: 'varchar', length: '36' },
      { name: 'sector_id', type: 'varchar', length: '36' },
      { name: 'places', type: 'integer' },
      { name: 'release_days', type: 'integer' },
    ],
    indices: [{ name: 'ix_kept_places_event_id_sector_id', columnNames: ['event_id', 'sector_id'], isUnique: true }],
    foreignKeys: [references('kept_places', 'event_id', 'events'), references('kept_places', 'sector_id', 'sectors')],
  }),
];

export class CreateEventsTables1763800000006 implements MigrationInterface {
  name = 'CreateEventsTables1763800000006';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
