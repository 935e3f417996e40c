import { randomUUID } from 'node:crypto';
import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, references } from '../tables';

const SOURCES = new Table({
  name: 'learning_sources',
  columns: [
    { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_learning_sources' },
    { name: 'kind', type: 'varchar', length: '30' },
    { name: 'description', type: 'varchar', length: '300' },
    { name: 'public_wording', type: 'varchar', length: '300', isNullable: true },
    { name: 'public_url', type: 'varchar', length: '500', isNullable: true },
    { name: 'created_at', type: 'datetime', precision: 3 },
  ],
});

const LINKS = new Table({
  name: 'course_learning_sources',
  columns: [
    {
      name: 'id',
      type: 'varchar',
      length: '36',
      isPrimary: true,
      primaryKeyConstraintName: 'pk_course_learning_sources',
    },
    { name: 'course_id', type: 'varchar', length: '36' },
    { name: 'source_id', type: 'varchar', length: '36' },
    { name: 'position', type: 'integer' },
  ],
  indices: [
    {
      name: 'ix_course_learning_sources_course_id_source_id',
      columnNames: ['course_id', 'source_id'],
      isUnique: true,
    },
    { name: 'ix_course_learning_sources_source_id', columnNames: ['source_id'] },
  ],
  foreignKeys: [
    references('course_learning_sources', 'course_id', 'courses'),
    references('course_learning_sources', 'source_id', 'learning_sources'),
  ],
});

interface Old {
  id: string;
  course_id: string;
  description: string;
  public_wording: string | null;
}

/** What a description names itself; a priority where it names nothing. */
function kindNamedBy(description: string): string {
  const words = description.toLowerCase();
  if (/^rr\s?\d/.test(words)) return 'rapid-review';
  const named: [string, string][] = [
    ['rapid review', 'rapid-review'],
    ['national', 'national-review'],
    ['practice review', 'practice-review'],
    ['lcspr', 'practice-review'],
    ['audit', 'audit'],
    ['inspection', 'inspection'],
    ['inquiry', 'inquiry'],
  ];
  return named.find(([part]) => words.includes(part))?.[1] ?? 'strategic-priority';
}

/** A source belonged to one course; from now on one source may stand behind several, and the same words are one source. */
export class ShareLearningSourcesAmongCourses1764000000031 implements MigrationInterface {
  name = 'ShareLearningSourcesAmongCourses1764000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE learning_sources RENAME TO learning_sources_before');
    await createTables(runner, [SOURCES, LINKS]);
    const rows = (await runner.query(
      'SELECT id, course_id, description, public_wording FROM learning_sources_before ORDER BY course_id, position',
    )) as Old[];
    const ids = new Map<string, string>();
    const linked = new Set<string>();
    for (const row of rows) {
      const sourceId = ids.get(row.description) ?? row.id;
      if (!ids.has(row.description)) {
        ids.set(row.description, sourceId);
        await runner.query(
          'INSERT INTO learning_sources (id, kind, description, public_wording, public_url, created_at) VALUES (?, ?, ?, ?, NULL, CURRENT_TIMESTAMP)',
          [row.id, kindNamedBy(row.description), row.description, row.public_wording],
        );
      }
      const link = `${row.course_id}|${sourceId}`;
      if (linked.has(link)) continue;
      linked.add(link);
      await runner.query(
        'INSERT INTO course_learning_sources (id, course_id, source_id, position) VALUES (?, ?, ?, ?)',
        [randomUUID(), row.course_id, sourceId, linked.size],
      );
    }
    await runner.query('DROP TABLE learning_sources_before');
  }

  async down(): Promise<void> {
    throw new Error('Which course a shared learning source belonged to alone is not known any more.');
  }
}
