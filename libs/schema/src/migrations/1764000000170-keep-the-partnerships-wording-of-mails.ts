import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables } from '../tables';

const TABLES = [
  new Table({
    name: 'mail_wordings',
    columns: [
      {
        name: 'template_id',
        type: 'varchar',
        length: '60',
        isPrimary: true,
        primaryKeyConstraintName: 'pk_mail_wordings',
      },
      { name: 'subject', type: 'varchar', length: '200' },
      { name: 'opening', type: 'text' },
      { name: 'action', type: 'varchar', length: '120', isNullable: true },
      { name: 'closing', type: 'text' },
      { name: 'version', type: 'integer' },
      { name: 'changed_at', type: 'datetime', precision: 3 },
      { name: 'changed_by_id', type: 'varchar', length: '36', isNullable: true },
    ],
  }),
];

export class KeepThePartnershipsWordingOfMails1764000000170 implements MigrationInterface {
  name = 'KeepThePartnershipsWordingOfMails1764000000170';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
