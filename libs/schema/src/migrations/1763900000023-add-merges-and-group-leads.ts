import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const MERGES = new Table({
  name: 'merges',
  columns: [
    { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_merges' },
    { name: 'kind', type: 'varchar', length: '20' },
    { name: 'from_id', type: 'varchar', length: '36' },
    { name: 'into_id', type: 'varchar', length: '36' },
    { name: 'from_name', type: 'varchar', length: '200' },
    { name: 'into_name', type: 'varchar', length: '200' },
    { name: 'at', type: 'datetime', precision: 3 },
    { name: 'by_id', type: 'varchar', length: '36', isNullable: true },
    { name: 'moves', type: 'json' },
    { name: 'conflicts', type: 'json' },
  ],
  indices: [
    { name: 'ix_merges_from_id', columnNames: ['from_id'], isUnique: true },
    { name: 'ix_merges_into_id', columnNames: ['into_id'] },
  ],
});

const added = (name: string, length: string) => new TableColumn({ name, type: 'varchar', length, isNullable: true });

export class AddMergesAndGroupLeads1763900000023 implements MigrationInterface {
  name = 'AddMergesAndGroupLeads1763900000023';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [MERGES]);
    await runner.addColumn('people', added('merged_into_id', '36'));
    await runner.createForeignKey('people', references('people', 'merged_into_id', 'people'));
    await runner.createIndex(
      'people',
      new TableIndex({ name: 'ix_people_merged_into_id', columnNames: ['merged_into_id'] }),
    );
    await runner.addColumn('role_grants', added('group_id', '36'));
    await runner.createForeignKey('role_grants', references('role_grants', 'group_id', 'agency_groups'));
    await runner.addColumn('memberships', added('current_key', '80'));
    await runner.createIndex(
      'memberships',
      new TableIndex({ name: 'ix_memberships_current_key', columnNames: ['current_key'], isUnique: true }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('memberships', 'ix_memberships_current_key');
    await runner.dropColumn('memberships', 'current_key');
    await runner.dropForeignKey('role_grants', 'fk_role_grants_group_id');
    await runner.dropColumn('role_grants', 'group_id');
    await runner.dropForeignKey('people', 'fk_people_merged_into_id');
    await runner.dropIndex('people', 'ix_people_merged_into_id');
    await runner.dropColumn('people', 'merged_into_id');
    await dropTables(runner, [MERGES]);
  }
}
