import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

/** Whom a secret address was mailed to, for those that end with what that person may do. */
const HOLDER = new TableColumn({ name: 'holder', type: 'varchar', length: '64', isNullable: true });

const TABLES = [
  new Table({
    name: 'trainer_calendar_entries',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '36',
        isPrimary: true,
        primaryKeyConstraintName: 'pk_trainer_calendar_entries',
      },
      { name: 'event_trainer_id', type: 'varchar', length: '36' },
      { name: 'session_id', type: 'varchar', length: '36' },
      { name: 'uid', type: 'varchar', length: '120' },
      { name: 'sequence', type: 'integer' },
      { name: 'method', type: 'varchar', length: '10' },
      { name: 'stamped_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      {
        name: 'ix_trainer_calendar_entries_event_trainer_id_session_id',
        columnNames: ['event_trainer_id', 'session_id'],
        isUnique: true,
      },
      { name: 'ix_trainer_calendar_entries_uid', columnNames: ['uid'], isUnique: true },
    ],
    foreignKeys: [references('trainer_calendar_entries', 'event_trainer_id', 'event_trainers')],
  }),
];

export class KeepWhatDiariesOfTrainersWereTold1764000000140 implements MigrationInterface {
  name = 'KeepWhatDiariesOfTrainersWereTold1764000000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('links', HOLDER.clone());
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
    await runner.dropColumn('links', HOLDER.name);
  }
}
