import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const reference = (name: string, isNullable = false) => ({ name, type: 'varchar', length: '36', isNullable });
const words = (name: string, length: number, isNullable = false) => ({
  name,
  type: 'varchar',
  length: String(length),
  isNullable,
});
const instant = (name: string, isNullable = false) => ({ name, type: 'datetime', precision: 3, isNullable });

const LOG = new Table({
  name: 'text_decisions',
  columns: [
    { ...reference('id'), isPrimary: true, primaryKeyConstraintName: 'pk_text_decisions' },
    reference('text_id'),
    reference('course_id'),
    words('signs', 60, true),
    instant('written_at'),
    instant('due_at', true),
    words('decision', 20),
    instant('decided_at'),
    reference('decided_by_id', true),
    words('passed_on_to', 200, true),
    instant('passed_on_at', true),
  ],
  indices: [
    { name: 'ix_text_decisions_text_id', columnNames: ['text_id'] },
    { name: 'ix_text_decisions_course_id', columnNames: ['course_id'] },
    { name: 'ix_text_decisions_decided_at', columnNames: ['decided_at'] },
    { name: 'ix_text_decisions_decided_by_id', columnNames: ['decided_by_id'] },
  ],
  foreignKeys: [references('text_decisions', 'course_id', 'courses')],
});

const OF_TEXTS = [
  new TableColumn(words('signs', 60, true)),
  new TableColumn(instant('due_at', true)),
  new TableColumn(instant('manager_told_at', true)),
  new TableColumn({ name: 'released_text', type: 'text', isNullable: true }),
  new TableColumn(instant('decided_at', true)),
  new TableColumn(words('quote_state', 20, true)),
  new TableColumn(instant('quote_decided_at', true)),
];
const OVERDUE = new TableIndex({ name: 'ix_text_answers_state_due_at', columnNames: ['state', 'due_at'] });

export class ReadFreeTextBeforeOthersDo1764000000220 implements MigrationInterface {
  name = 'ReadFreeTextBeforeOthersDo1764000000220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns(
      'text_answers',
      OF_TEXTS.map((column) => column.clone()),
    );
    await runner.createIndex('text_answers', OVERDUE.clone());
    await createTables(runner, [LOG]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [LOG]);
    await runner.dropIndex('text_answers', OVERDUE.name ?? '');
    await runner.dropColumns(
      'text_answers',
      OF_TEXTS.map(({ name }) => name),
    );
  }
}
