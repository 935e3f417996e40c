import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const DIETARY = new TableColumn({ name: 'dietary_needs', type: 'text', isNullable: true });

const id = (table: string) => ({
  name: 'id',
  type: 'varchar',
  length: '36',
  isPrimary: true,
  primaryKeyConstraintName: `pk_${table}`,
});
const instant = (name: string, isNullable = false) => ({ name, type: 'datetime', precision: 3, isNullable });

const TABLES = [
  new Table({
    name: 'event_joinings',
    columns: [
      id('event_joinings'),
      { name: 'event_id', type: 'varchar', length: '36' },
      { name: 'platform', type: 'varchar', length: '60', isNullable: true },
      { name: 'meeting_url', type: 'varchar', length: '1000', isNullable: true },
      { name: 'test_url', type: 'varchar', length: '1000', isNullable: true },
      { name: 'dial_in', type: 'varchar', length: '300', isNullable: true },
      { name: 'minutes_before', type: 'integer' },
      instant('changed_at'),
    ],
    indices: [{ name: 'ix_event_joinings_event_id', columnNames: ['event_id'], isUnique: true }],
    foreignKeys: [references('event_joinings', 'event_id', 'events')],
  }),
  new Table({
    name: 'join_clicks',
    columns: [id('join_clicks'), { name: 'booking_id', type: 'varchar', length: '36' }, instant('clicked_at')],
    indices: [{ name: 'ix_join_clicks_booking_id', columnNames: ['booking_id'] }],
    foreignKeys: [references('join_clicks', 'booking_id', 'bookings')],
  }),
  new Table({
    name: 'saved_access_needs',
    columns: [
      id('saved_access_needs'),
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'needs', type: 'text' },
      { name: 'dietary_needs', type: 'text', isNullable: true },
      instant('consented_at'),
    ],
    indices: [{ name: 'ix_saved_access_needs_person_id', columnNames: ['person_id'], isUnique: true }],
    foreignKeys: [references('saved_access_needs', 'person_id', 'people')],
  }),
  new Table({
    name: 'access_need_tasks',
    columns: [
      id('access_need_tasks'),
      { name: 'booking_id', type: 'varchar', length: '36' },
      instant('opened_at'),
      instant('done_at', true),
      { name: 'done_by_id', type: 'varchar', length: '36', isNullable: true },
    ],
    indices: [
      { name: 'ix_access_need_tasks_booking_id', columnNames: ['booking_id'], isUnique: true },
      { name: 'ix_access_need_tasks_done_at_opened_at', columnNames: ['done_at', 'opened_at'] },
    ],
    foreignKeys: [references('access_need_tasks', 'booking_id', 'bookings')],
  }),
];

export class KeepJoiningDetailsAndNeeds1764000000090 implements MigrationInterface {
  name = 'KeepJoiningDetailsAndNeeds1764000000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('access_needs', DIETARY.clone());
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
    await runner.dropColumn('access_needs', DIETARY.name);
  }
}
