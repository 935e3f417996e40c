import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

const TABLES = ['modules', 'guidance_documents', 'other_provider_events'];

export class CountChangesOfModulesGuidanceAndOtherProviders1764000000110 implements MigrationInterface {
  name = 'CountChangesOfModulesGuidanceAndOtherProviders1764000000110';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES)
      await runner.addColumn(table, new TableColumn({ name: 'revision', type: 'integer', default: '1' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.dropColumn(table, 'revision');
  }
}
