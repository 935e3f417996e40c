import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const GROUPS = new Table({
  name: 'agency_groups',
  columns: [
    { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_agency_groups' },
    { name: 'name', type: 'varchar', length: '190' },
    { name: 'name_key', type: 'varchar', length: '190' },
    { name: 'kind', type: 'varchar', length: '30' },
    { name: 'created_at', type: 'datetime', precision: 3 },
  ],
  indices: [{ name: 'ix_agency_groups_name_key', columnNames: ['name_key'], isUnique: true }],
});

const DOMAINS = new Table({
  name: 'agency_domains',
  columns: [
    { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_agency_domains' },
    { name: 'agency_id', type: 'varchar', length: '36' },
    { name: 'domain', type: 'varchar', length: '190' },
    { name: 'position', type: 'integer' },
  ],
  indices: [
    { name: 'ix_agency_domains_domain', columnNames: ['domain'] },
    { name: 'ix_agency_domains_agency_id_domain', columnNames: ['agency_id', 'domain'], isUnique: true },
  ],
  foreignKeys: [references('agency_domains', 'agency_id', 'agencies')],
});

const HEADCOUNTS = new Table({
  name: 'agency_headcounts',
  columns: [
    { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_agency_headcounts' },
    { name: 'agency_id', type: 'varchar', length: '36' },
    { name: 'year', type: 'varchar', length: '7' },
    { name: 'headcount', type: 'integer' },
  ],
  indices: [{ name: 'ix_agency_headcounts_agency_id_year', columnNames: ['agency_id', 'year'], isUnique: true }],
  foreignKeys: [references('agency_headcounts', 'agency_id', 'agencies')],
});

/** Empty until the next migration fills what must not be. */
const ADDED = [
  { name: 'group_id', length: '36' },
  { name: 'approval', length: '10' },
  { name: 'status', length: '10' },
  { name: 'urn', length: '6' },
  { name: 'ofsted_number', length: '12' },
  { name: 'ods_code', length: '10' },
  { name: 'merged_into_id', length: '36' },
].map((column) => new TableColumn({ ...column, type: 'varchar', isNullable: true }));

export class AddAgencyGroupsDomainsAndHeadcounts1763900000020 implements MigrationInterface {
  name = 'AddAgencyGroupsDomainsAndHeadcounts1763900000020';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [GROUPS, DOMAINS, HEADCOUNTS]);
    await runner.addColumns(
      'agencies',
      ADDED.map((column) => column.clone()),
    );
    await runner.createForeignKeys('agencies', [
      references('agencies', 'group_id', 'agency_groups'),
      references('agencies', 'merged_into_id', 'agencies'),
    ]);
    await runner.createIndices('agencies', [
      new TableIndex({ name: 'ix_agencies_group_id', columnNames: ['group_id'] }),
      new TableIndex({ name: 'ix_agencies_merged_into_id', columnNames: ['merged_into_id'] }),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropForeignKey('agencies', 'fk_agencies_group_id');
    await runner.dropForeignKey('agencies', 'fk_agencies_merged_into_id');
    await runner.dropIndex('agencies', 'ix_agencies_group_id');
    await runner.dropIndex('agencies', 'ix_agencies_merged_into_id');
    await runner.dropColumns(
      'agencies',
      ADDED.map(({ name }) => name),
    );
    await dropTables(runner, [GROUPS, DOMAINS, HEADCOUNTS]);
  }
}
