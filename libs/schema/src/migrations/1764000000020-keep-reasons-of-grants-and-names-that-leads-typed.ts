import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const REASON = new TableColumn({ name: 'reason', type: 'varchar', length: '300', isNullable: true });
const TYPED = [
  new TableColumn({ name: 'typed_name', type: 'varchar', length: '200', isNullable: true }),
  new TableColumn({ name: 'typed_email', type: 'varchar', length: '254', isNullable: true }),
];

export class KeepReasonsOfGrantsAndNamesThatLeadsTyped1764000000020 implements MigrationInterface {
  name = 'KeepReasonsOfGrantsAndNamesThatLeadsTyped1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('role_grants', REASON.clone());
    await runner.addColumns(
      'memberships',
      TYPED.map((column) => column.clone()),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of TYPED) await runner.dropColumn('memberships', name);
    await runner.dropColumn('role_grants', 'reason');
  }
}
