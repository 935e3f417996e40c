import { describe, expect, it } from '@jest/globals';
import { openDataSource } from '@roundtable/platform';
import { MIGRATIONS, migrate } from '@roundtable/schema';
import { ENGINES, freshDatabase } from '@roundtable/schema/testing';
import type { DataSource } from 'typeorm';

const NOW = '2026-01-05 09:00:00.000';

async function course(source: DataSource, id: string, topic: string | null): Promise<void> {
  await source.query(
    `INSERT INTO courses (id, code, slug, title, search_key, kind, summary, topic, prerequisite_policy, is_series, status, is_demonstration, created_at)
     VALUES (?, ?, ?, ?, ?, 'course', 'Words', ?, 'block', 0, 'published', 0, ?)`,
    [id, id, id, id, id, topic, NOW],
  );
}

async function source(on: DataSource, id: string, courseId: string, description: string): Promise<void> {
  await on.query(
    'INSERT INTO learning_sources (id, course_id, description, public_wording, position) VALUES (?, ?, ?, NULL, 0)',
    [id, courseId, description],
  );
}

describe.each(ENGINES)('an upgrade of the catalogue on %s', (engine) => {
  it('keeps the topic of a course, and makes the same words of two courses one learning source', async () => {
    const { url, drop } = await freshDatabase(engine);
    const before = MIGRATIONS.filter((migration) => Number(migration.name.slice(-13)) < 1764000000030);
    const old = await openDataSource({ url, entities: [], migrations: before });
    await migrate(old);
    await course(old, 'one', 'Neglect');
    await course(old, 'two', null);
    await source(old, 's1', 'one', 'Neglect audit');
    await source(old, 's2', 'two', 'Neglect audit');
    await source(old, 's3', 'two', 'RR1/21');
    await old.destroy();

    const now = await openDataSource({ url, entities: [], migrations: MIGRATIONS });
    await migrate(now);
    expect(await now.query('SELECT course_id, topic, position FROM course_topics')).toEqual([
      { course_id: 'one', topic: 'Neglect', position: 0 },
    ]);
    expect(await now.query('SELECT id, kind, description FROM learning_sources ORDER BY id')).toEqual([
      { id: 's1', kind: 'audit', description: 'Neglect audit' },
      { id: 's3', kind: 'rapid-review', description: 'RR1/21' },
    ]);
    expect(
      await now.query('SELECT course_id, source_id FROM course_learning_sources ORDER BY course_id, source_id'),
    ).toEqual([
      { course_id: 'one', source_id: 's1' },
      { course_id: 'two', source_id: 's1' },
      { course_id: 'two', source_id: 's3' },
    ]);
    await now.destroy();
    await drop();
  });
});
