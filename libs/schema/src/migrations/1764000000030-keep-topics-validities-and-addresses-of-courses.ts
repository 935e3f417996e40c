import { randomUUID } from 'node:crypto';
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'course_topics',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_course_topics' },
      { name: 'course_id', type: 'varchar', length: '36' },
      { name: 'topic', type: 'varchar', length: '100' },
      { name: 'position', type: 'integer' },
    ],
    indices: [
      { name: 'ix_course_topics_course_id_topic', columnNames: ['course_id', 'topic'], isUnique: true },
      { name: 'ix_course_topics_topic', columnNames: ['topic'] },
    ],
    foreignKeys: [references('course_topics', 'course_id', 'courses')],
  }),
  new Table({
    name: 'course_validities',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_course_validities' },
      { name: 'course_id', type: 'varchar', length: '36' },
      { name: 'sector_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'months', type: 'integer' },
    ],
    indices: [
      { name: 'ix_course_validities_course_id_sector_id', columnNames: ['course_id', 'sector_id'], isUnique: true },
    ],
    foreignKeys: [
      references('course_validities', 'course_id', 'courses'),
      references('course_validities', 'sector_id', 'sectors'),
    ],
  }),
  new Table({
    name: 'course_addresses',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_course_addresses' },
      { name: 'slug', type: 'varchar', length: '120' },
      { name: 'course_id', type: 'varchar', length: '36' },
      { name: 'left_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_course_addresses_slug', columnNames: ['slug'], isUnique: true },
      { name: 'ix_course_addresses_course_id', columnNames: ['course_id'] },
    ],
    foreignKeys: [references('course_addresses', 'course_id', 'courses')],
  }),
  new Table({
    name: 'course_alternatives',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '36',
        isPrimary: true,
        primaryKeyConstraintName: 'pk_course_alternatives',
      },
      { name: 'course_id', type: 'varchar', length: '36' },
      { name: 'alternative_id', type: 'varchar', length: '36' },
      { name: 'position', type: 'integer' },
    ],
    indices: [{ name: 'ix_course_alternatives_course_id', columnNames: ['course_id'] }],
    foreignKeys: [
      references('course_alternatives', 'course_id', 'courses'),
      references('course_alternatives', 'alternative_id', 'courses'),
    ],
  }),
];

export class KeepTopicsValiditiesAndAddressesOfCourses1764000000030 implements MigrationInterface {
  name = 'KeepTopicsValiditiesAndAddressesOfCourses1764000000030';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    const rows = (await runner.query('SELECT id, topic FROM courses WHERE topic IS NOT NULL')) as {
      id: string;
      topic: string;
    }[];
    for (const { id, topic } of rows)
      await runner.query('INSERT INTO course_topics (id, course_id, topic, position) VALUES (?, ?, ?, 0)', [
        randomUUID(),
        id,
        topic,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
