import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'courses',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_courses' },
      { name: 'code', type: 'varchar', length: '30' },
      { name: 'slug', type: 'varchar', length: '120' },
      { name: 'title', type: 'varchar', length: '200' },
      { name: 'search_key', type: 'varchar', length: '600' },
      { name: 'kind', type: 'varchar', length: '20' },
      { name: 'summary', type: 'text' },
      { name: 'aims', type: 'text', isNullable: true },
      { name: 'audience', type: 'text', isNullable: true },
      { name: 'level', type: 'varchar', length: '20', isNullable: true },
      { name: 'topic', type: 'varchar', length: '100', isNullable: true },
      { name: 'minutes', type: 'integer', isNullable: true },
      { name: 'validity_months', type: 'integer', isNullable: true },
      { name: 'prerequisite_policy', type: 'varchar', length: '20' },
      { name: 'is_series', type: 'boolean' },
      { name: 'status', type: 'varchar', length: '20' },
      { name: 'is_demonstration', type: 'boolean' },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_courses_code', columnNames: ['code'], isUnique: true },
      { name: 'ix_courses_slug', columnNames: ['slug'], isUnique: true },
      { name: 'ix_courses_status', columnNames: ['status'] },
    ],
  }),
  new Table({
    name: 'course_prerequisites',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '36',
        isPrimary: true,
        primaryKeyConstraintName: 'pk_course_prerequisites',
      },
      { name: 'course_id', type: 'varchar', length: '36' },
      { name: 'kind', type: 'varchar', length: '10' },
      { name: 'module_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'required_course_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'position', type: 'integer' },
    ],
    indices: [{ name: 'ix_course_prerequisites_course_id', columnNames: ['course_id'] }],
    foreignKeys: [
      references('course_prerequisites', 'course_id', 'courses'),
      references('course_prerequisites', 'module_id', 'modules'),
      references('course_prerequisites', 'required_course_id', 'courses'),
    ],
  }),
  new Table({
    name: 'outcome_statements',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_outcome_statements' },
      { name: 'course_id', type: 'varchar', length: '36' },
      { name: 'stem', type: 'varchar', length: '20' },
      { name: 'wording', type: 'varchar', length: '300' },
      { name: 'position', type: 'integer' },
      { name: 'retired_at', type: 'datetime', precision: 3, isNullable: true },
    ],
    indices: [{ name: 'ix_outcome_statements_course_id', columnNames: ['course_id'] }],
    foreignKeys: [references('outcome_statements', 'course_id', 'courses')],
  }),
  new Table({
    name: 'learning_sources',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_learning_sources' },
      { name: 'course_id', type: 'varchar', length: '36' },
      { name: 'description', type: 'varchar', length: '300' },
      { name: 'public_wording', type: 'varchar', length: '300', isNullable: true },
      { name: 'position', type: 'integer' },
    ],
    indices: [{ name: 'ix_learning_sources_course_id', columnNames: ['course_id'] }],
    foreignKeys: [references('learning_sources', 'course_id', 'courses')],
  }),
];

export class CreateCoursesTables1763800000005 implements MigrationInterface {
  name = 'CreateCoursesTables1763800000005';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
