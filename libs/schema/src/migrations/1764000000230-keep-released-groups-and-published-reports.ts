import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'released_groups',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_released_groups' },
      { name: 'group_key', type: 'varchar', length: '120' },
      { name: 'course_id', type: 'varchar', length: '36' },
      { name: 'event_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'year', type: 'varchar', length: '7' },
      { name: 'month', type: 'varchar', length: '7', isNullable: true },
      { name: 'is_demonstration', type: 'boolean' },
      { name: 'content', type: 'json' },
      { name: 'released_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_released_groups_group_key', columnNames: ['group_key'], isUnique: true },
      { name: 'ix_released_groups_course_id_year', columnNames: ['course_id', 'year'] },
      { name: 'ix_released_groups_event_id', columnNames: ['event_id'] },
    ],
    foreignKeys: [
      references('released_groups', 'course_id', 'courses'),
      references('released_groups', 'event_id', 'events'),
    ],
  }),
  new Table({
    name: 'published_reports',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_published_reports' },
      { name: 'edition_key', type: 'varchar', length: '60' },
      { name: 'series_id', type: 'varchar', length: '36' },
      { name: 'edition', type: 'integer' },
      { name: 'title', type: 'varchar', length: '200' },
      { name: 'period_from', type: 'varchar', length: '10' },
      { name: 'period_to', type: 'varchar', length: '10' },
      { name: 'cut', type: 'varchar', length: '10', isNullable: true },
      { name: 'course_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'erratum', type: 'text', isNullable: true },
      { name: 'content', type: 'json' },
      { name: 'is_demonstration', type: 'boolean' },
      { name: 'published_at', type: 'datetime', precision: 3 },
      { name: 'replaced_by_id', type: 'varchar', length: '36', isNullable: true },
    ],
    indices: [
      { name: 'ix_published_reports_edition_key', columnNames: ['edition_key'], isUnique: true },
      { name: 'ix_published_reports_series_id', columnNames: ['series_id'] },
    ],
    foreignKeys: [references('published_reports', 'course_id', 'courses')],
  }),
  new Table({
    name: 'report_links',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_report_links' },
      { name: 'series_id', type: 'varchar', length: '36' },
      { name: 'label', type: 'varchar', length: '120' },
      { name: 'secret_hash', type: 'varchar', length: '64' },
      { name: 'created_at', type: 'datetime', precision: 3 },
      { name: 'expires_at', type: 'datetime', precision: 3 },
      { name: 'revoked_at', type: 'datetime', precision: 3, isNullable: true },
    ],
    indices: [
      { name: 'ix_report_links_secret_hash', columnNames: ['secret_hash'], isUnique: true },
      { name: 'ix_report_links_series_id', columnNames: ['series_id'] },
    ],
  }),
];

export class KeepReleasedGroupsAndPublishedReports1764000000230 implements MigrationInterface {
  name = 'KeepReleasedGroupsAndPublishedReports1764000000230';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
