import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'resources',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_resources' },
      { name: 'course_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'event_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'kind', type: 'varchar', length: '10' },
      { name: 'visibility', type: 'varchar', length: '10' },
      { name: 'title', type: 'varchar', length: '200' },
      { name: 'url', type: 'varchar', length: '1000', isNullable: true },
      { name: 'file_key', type: 'varchar', length: '60', isNullable: true },
      { name: 'file_name', type: 'varchar', length: '200', isNullable: true },
      { name: 'media_type', type: 'varchar', length: '100', isNullable: true },
      { name: 'bytes', type: 'integer', isNullable: true },
      { name: 'position', type: 'integer' },
      { name: 'added_at', type: 'datetime', precision: 3 },
      { name: 'removed_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'is_demonstration', type: 'boolean' },
    ],
    indices: [
      { name: 'ix_resources_course_id', columnNames: ['course_id'] },
      { name: 'ix_resources_event_id', columnNames: ['event_id'] },
    ],
    foreignKeys: [references('resources', 'course_id', 'courses'), references('resources', 'event_id', 'events')],
  }),
  new Table({
    name: 'watched_recordings',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_watched_recordings' },
      { name: 'resource_id', type: 'varchar', length: '36' },
      { name: 'booking_id', type: 'varchar', length: '36' },
      { name: 'first_at', type: 'datetime', precision: 3 },
      { name: 'last_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      {
        name: 'ix_watched_recordings_resource_id_booking_id',
        columnNames: ['resource_id', 'booking_id'],
        isUnique: true,
      },
      { name: 'ix_watched_recordings_booking_id', columnNames: ['booking_id'] },
    ],
    foreignKeys: [
      references('watched_recordings', 'resource_id', 'resources'),
      references('watched_recordings', 'booking_id', 'bookings'),
    ],
  }),
];

export class KeepResources1764000000033 implements MigrationInterface {
  name = 'KeepResources1764000000033';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
