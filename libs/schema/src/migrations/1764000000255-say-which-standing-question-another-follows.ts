import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { references } from '../tables';

const INDEX = 'ix_questions_follows_id';

export class SayWhichStandingQuestionAnotherFollows1764000000255 implements MigrationInterface {
  name = 'SayWhichStandingQuestionAnotherFollows1764000000255';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(
      'questions',
      new TableColumn({ name: 'follows_id', type: 'varchar', length: '36', isNullable: true }),
    );
    await runner.createIndex('questions', new TableIndex({ name: INDEX, columnNames: ['follows_id'] }));
    await runner.createForeignKey('questions', references('questions', 'follows_id', 'questions'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropForeignKey('questions', 'fk_questions_follows_id');
    await runner.dropIndex('questions', INDEX);
    await runner.dropColumn('questions', 'follows_id');
  }
}
