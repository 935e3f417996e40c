import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const words = (name: string, length: string) => new TableColumn({ name, type: 'varchar', length, isNullable: true });
const instant = (name: string) => new TableColumn({ name, type: 'datetime', precision: 3, isNullable: true });

const ADDED: [table: string, column: TableColumn][] = [
  ['agencies', words('unanswered_approval', '10')],
  ['bookings', words('end_category', '20')],
  ['bookings', instant('place_found_at')],
  ['bookings', words('approver_kind', '20')],
  ['bookings', instant('approval_asked_at')],
  ['bookings', instant('approved_at')],
  ['bookings', words('pass_reason', '300')],
  ['bookings', instant('provisional_until')],
  ['bookings', instant('coming_asked_at')],
  ['bookings', instant('coming_answered_at')],
];

const TEAM_PLACES = new Table({
  name: 'team_places',
  columns: [
    { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_team_places' },
    { name: 'event_id', type: 'varchar', length: '36' },
    { name: 'agency_id', type: 'varchar', length: '36' },
    { name: 'sector', type: 'varchar', length: '100' },
    { name: 'places', type: 'integer' },
    { name: 'held_until', type: 'datetime', precision: 3 },
    { name: 'held_by_id', type: 'varchar', length: '36', isNullable: true },
    { name: 'held_at', type: 'datetime', precision: 3 },
    { name: 'released_at', type: 'datetime', precision: 3, isNullable: true },
    { name: 'pass_reason', type: 'varchar', length: '300', isNullable: true },
  ],
  indices: [
    { name: 'ix_team_places_event_id_released_at', columnNames: ['event_id', 'released_at'] },
    { name: 'ix_team_places_agency_id', columnNames: ['agency_id'] },
  ],
  foreignKeys: [references('team_places', 'event_id', 'events'), references('team_places', 'agency_id', 'agencies')],
});

export class ApproveHoldAndReleaseBookings1764000000080 implements MigrationInterface {
  name = 'ApproveHoldAndReleaseBookings1764000000080';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of ADDED) await runner.addColumn(table, column.clone());
    await createTables(runner, [TEAM_PLACES]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [TEAM_PLACES]);
    for (const [table, column] of [...ADDED].reverse()) await runner.dropColumn(table, column.name);
  }
}
