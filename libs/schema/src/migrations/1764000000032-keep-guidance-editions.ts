import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'guidance_documents',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_guidance_documents' },
      { name: 'title', type: 'varchar', length: '190' },
      { name: 'title_key', type: 'varchar', length: '190' },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_guidance_documents_title_key', columnNames: ['title_key'], isUnique: true }],
  }),
  new Table({
    name: 'guidance_editions',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_guidance_editions' },
      { name: 'document_id', type: 'varchar', length: '36' },
      { name: 'name', type: 'varchar', length: '60' },
      { name: 'position', type: 'integer' },
      { name: 'added_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_guidance_editions_document_id_name', columnNames: ['document_id', 'name'], isUnique: true },
      { name: 'ix_guidance_editions_document_id_position', columnNames: ['document_id', 'position'], isUnique: true },
    ],
    foreignKeys: [references('guidance_editions', 'document_id', 'guidance_documents')],
  }),
  new Table({
    name: 'taught_editions',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_taught_editions' },
      { name: 'edition_id', type: 'varchar', length: '36' },
      { name: 'module_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'course_id', type: 'varchar', length: '36', isNullable: true },
    ],
    indices: [
      { name: 'ix_taught_editions_module_id_edition_id', columnNames: ['module_id', 'edition_id'], isUnique: true },
      { name: 'ix_taught_editions_course_id_edition_id', columnNames: ['course_id', 'edition_id'], isUnique: true },
      { name: 'ix_taught_editions_edition_id', columnNames: ['edition_id'] },
    ],
    foreignKeys: [
      references('taught_editions', 'edition_id', 'guidance_editions'),
      references('taught_editions', 'module_id', 'modules'),
    ],
  }),
  new Table({
    name: 'completion_editions',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '36',
        isPrimary: true,
        primaryKeyConstraintName: 'pk_completion_editions',
      },
      { name: 'completion_id', type: 'varchar', length: '36' },
      { name: 'edition_id', type: 'varchar', length: '36' },
    ],
    indices: [
      {
        name: 'ix_completion_editions_completion_id_edition_id',
        columnNames: ['completion_id', 'edition_id'],
        isUnique: true,
      },
      { name: 'ix_completion_editions_edition_id', columnNames: ['edition_id'] },
    ],
    foreignKeys: [
      references('completion_editions', 'completion_id', 'completions'),
      references('completion_editions', 'edition_id', 'guidance_editions'),
    ],
  }),
];

export class KeepGuidanceEditions1764000000032 implements MigrationInterface {
  name = 'KeepGuidanceEditions1764000000032';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
