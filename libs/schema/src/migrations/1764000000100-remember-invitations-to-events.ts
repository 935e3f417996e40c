import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'event_invitations',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_event_invitations' },
      { name: 'event_id', type: 'varchar', length: '36' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'sector', type: 'varchar', length: '100' },
      { name: 'invited_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      {
        name: 'ix_event_invitations_event_id_sector_person_id',
        columnNames: ['event_id', 'sector', 'person_id'],
        isUnique: true,
      },
      { name: 'ix_event_invitations_person_id', columnNames: ['person_id'] },
    ],
    foreignKeys: [
      references('event_invitations', 'event_id', 'events'),
      references('event_invitations', 'person_id', 'people'),
    ],
  }),
];

export class RememberInvitationsToEvents1764000000100 implements MigrationInterface {
  name = 'RememberInvitationsToEvents1764000000100';

  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, TABLES);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, TABLES);
  }
}
