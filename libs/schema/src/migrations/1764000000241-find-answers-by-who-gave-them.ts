import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const INDEXES = {
  responses: ['event_id', 'person_id', 'mode'],
  answers: ['response_id', 'statement_id', 'value'],
  bookings: ['event_id', 'person_id'],
};

const named = (table: string, columnNames: string[]) =>
  new TableIndex({ name: `ix_${table}_${columnNames.join('_')}`, columnNames });

export class FindAnswersByWhoGaveThem1764000000241 implements MigrationInterface {
  name = 'FindAnswersByWhoGaveThem1764000000241';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(INDEXES)) await runner.createIndex(table, named(table, columns));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(INDEXES)) await runner.dropIndex(table, named(table, columns));
  }
}
