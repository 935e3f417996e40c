import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

const NAMES = ['approval', 'status'];
const column = (name: string, isNullable: boolean) =>
  new TableColumn({ name, type: 'varchar', length: '10', isNullable });

export class RequireStatusAndApprovalOfAgencies1763900000022 implements MigrationInterface {
  name = 'RequireStatusAndApprovalOfAgencies1763900000022';

  async up(runner: QueryRunner): Promise<void> {
    for (const name of NAMES) await runner.changeColumn('agencies', name, column(name, false));
    await runner.dropIndex('agencies', 'ix_agencies_email_domain');
    await runner.dropColumn('agencies', 'email_domain');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'agencies',
      new TableColumn({ name: 'email_domain', type: 'varchar', length: '190', isNullable: true }),
    );
    await runner.createIndex(
      'agencies',
      new TableIndex({ name: 'ix_agencies_email_domain', columnNames: ['email_domain'] }),
    );
    for (const name of NAMES) await runner.changeColumn('agencies', name, column(name, true));
  }
}
