import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'modules',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_modules' },
      { name: 'slug', type: 'varchar', length: '100' },
      { name: 'title', type: 'varchar', length: '200' },
      { name: 'title_key', type: 'varchar', length: '200' },
      { name: 'summary', type: 'text' },
      { name: 'minutes', type: 'integer' },
      { name: 'edition', type: 'integer' },
      { name: 'pass_mark_percent', type: 'integer', isNullable: true },
      { name: 'validity_months', type: 'integer', isNullable: true },
      { name: 'sections', type: 'json' },
      { name: 'questions', type: 'json' },
      { name: 'is_published', type: 'boolean' },
      { name: 'is_demonstration', type: 'boolean' },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_modules_slug', columnNames: ['slug'], isUnique: true },
      { name: 'ix_modules_title_key', columnNames: ['title_key'], isUnique: true },
    ],
  }),
  new Table({
    name: 'attempts',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_attempts' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'module_id', type: 'varchar', length: '36' },
      { name: 'score_percent', type: 'integer', isNullable: true },
      { name: 'has_passed', type: 'boolean' },
      { name: 'at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_attempts_person_id_module_id', columnNames: ['person_id', 'module_id'] }],
    foreignKeys: [references('attempts', 'person_id', 'people'), references('attempts', 'module_id', 'modules')],
  }),
  new Table({
    name: 'completions',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_completions' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'module_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'course_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'title', type: 'varchar', length: '200' },
      { name: 'edition', type: 'integer', isNullable: true },
      { name: 'completed_at', type: 'datetime', precision: 3 },
      { name: 'expires_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'source', type: 'varchar', length: '20' },
      { name: 'source_key', type: 'varchar', length: '190' },
      { name: 'withdrawn_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'agency_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'sector', type: 'varchar', length: '100', isNullable: true },
      { name: 'job_role', type: 'varchar', length: '120', isNullable: true },
      { name: 'area', type: 'varchar', length: '10', isNullable: true },
    ],
    indices: [
      { name: 'ix_completions_completed_at', columnNames: ['completed_at'] },
      { name: 'ix_completions_source_key', columnNames: ['source_key'], isUnique: true },
      { name: 'ix_completions_person_id_course_id', columnNames: ['person_id', 'course_id'] },
      { name: 'ix_completions_person_id_module_id', columnNames: ['person_id', 'module_id'] },
    ],
    foreignKeys: [
      references('completions', 'person_id', 'people'),
      references('completions', 'module_id', 'modules'),
      references('completions', 'agency_id', 'agencies'),
    ],
  }),
];

export class CreateElearningTables1763800000004 implements MigrationInterface {
  name = 'CreateElearningTables1763800000004';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
