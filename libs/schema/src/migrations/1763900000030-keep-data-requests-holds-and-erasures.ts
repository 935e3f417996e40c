import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'data_requests',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_data_requests' },
      { name: 'kind', type: 'varchar', length: '10' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'words', type: 'text', isNullable: true },
      { name: 'received_at', type: 'datetime', precision: 3 },
      { name: 'due_at', type: 'datetime', precision: 3 },
      { name: 'decided_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'decision', type: 'varchar', length: '10', isNullable: true },
      { name: 'reason', type: 'text', isNullable: true },
      { name: 'decided_by_id', type: 'varchar', length: '36', isNullable: true },
    ],
    indices: [
      { name: 'ix_data_requests_person_id', columnNames: ['person_id'] },
      { name: 'ix_data_requests_due_at', columnNames: ['due_at'] },
    ],
    foreignKeys: [references('data_requests', 'person_id', 'people')],
  }),
  new Table({
    name: 'holds',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_holds' },
      { name: 'subject_kind', type: 'varchar', length: '10' },
      { name: 'subject_id', type: 'varchar', length: '36' },
      { name: 'reason', type: 'varchar', length: '300' },
      { name: 'set_by_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'set_at', type: 'datetime', precision: 3 },
      { name: 'lifted_by_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'lifted_at', type: 'datetime', precision: 3, isNullable: true },
    ],
    indices: [{ name: 'ix_holds_subject_id', columnNames: ['subject_id'] }],
  }),
  new Table({
    name: 'erasures',
    columns: [
      { name: 'person_hash', type: 'varchar', length: '64', isPrimary: true, primaryKeyConstraintName: 'pk_erasures' },
      { name: 'at', type: 'datetime', precision: 3 },
    ],
  }),
];

const erasedAt = new TableColumn({ name: 'erased_at', type: 'datetime', precision: 3, isNullable: true });

export class KeepDataRequestsHoldsAndErasures1763900000030 implements MigrationInterface {
  name = 'KeepDataRequestsHoldsAndErasures1763900000030';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await runner.addColumn('people', erasedAt.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('people', 'erased_at');
    await dropTables(runner, TABLES);
  }
}
