import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CourseChange } from '@roundtable/contracts';
import { AuditEntryEntity, SYSTEM, VISITOR } from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { CoursesWorld, ENTITIES } from './courses.builder';
import { OutcomeStatementEntity } from './outcome-statement.entity';

onEachEngine(ENTITIES, (world) => {
  let given: CoursesWorld;
  const course = (title: string, more: object = {}) =>
    given.courses.create(SYSTEM, { title, summary: 'What it is', ...more });

  beforeAll(async () => {
    world.clock.set('2026-03-02T10:00:00Z');
    given = new CoursesWorld(world);
    await given.begin();
  });

  describe('a new course', () => {
    it('is a draft with a code and an address of its own, and asks for knowledge of its title', async () => {
      const [first, second] = [await course('Child Sexual Abuse'), await course('Child Sexual Abuse', { hours: 2.5 })];
      expect(first).toMatchObject({
        code: 'CSA',
        slug: 'child-sexual-abuse',
        status: 'draft',
        hours: null,
        level: null,
      });
      expect(second).toMatchObject({ code: 'CSA2', slug: 'child-sexual-abuse-2', hours: 2.5 });
      expect(first.outcomeStatements).toMatchObject([{ stem: 'knowledge of', wording: 'Child Sexual Abuse' }]);
    });

    it('is refused under a code that is taken, whatever its case', async () => {
      await course('Substance Misuse', { code: 'SM-1' });
      await expect(course('Another', { code: 'sm-1' })).rejects.toMatchObject({
        code: 'courses.code-taken',
        more: { errors: { code: 'There is already a course with this code' } },
      });
    });

    it('gets the next free names when several of one title come at once', async () => {
      const all = await Promise.all([1, 2, 3, 4].map(() => course('Early Help Today')));
      expect(all.map(({ code }) => code).sort()).toEqual(['EHT', 'EHT2', 'EHT3', 'EHT4']);
    });

    it('is refused with a prerequisite that is not there', async () => {
      await expect(course('Wrong', { prerequisiteModuleIds: ['nobody'] })).rejects.toMatchObject({
        more: { errors: { prerequisiteModuleIds: 'There is no such module' } },
      });
    });
  });

  describe('who sees a course', () => {
    it('is the office before it is published, and everybody after, by id, slug or code', async () => {
      const { id, slug } = await course('Private Fostering', { code: 'PF' });
      await expect(given.queries.one(VISITOR, id)).rejects.toMatchObject({ code: 'request.not-found' });
      expect((await given.queries.list(VISITOR, { q: 'private fost' })).total).toBe(0);
      expect((await given.queries.list(SYSTEM, { q: 'PRÍVATE fost' })).total).toBe(1);
      await given.stages.publish(SYSTEM, 'pf');
      expect(await given.stages.publish(SYSTEM, id)).toMatchObject({ status: 'published' });
      const found = await Promise.all([id, slug, 'PF', 'pf'].map((key) => given.queries.one(VISITOR, key)));
      expect(new Set(found.map((view) => view.id))).toEqual(new Set([id]));
      const published = await world.database
        .repo(AuditEntryEntity)
        .countBy({ subjectId: id, action: 'course.publish' });
      expect(published).toBe(1);
    });
  });

  describe('a change', () => {
    it('leaves out what it does not name, empties what is null, and keeps the address', async () => {
      const { id } = await course('Modern Slavery', { level: '3', audience: 'All', topic: 'Exploitation' });
      const change = { title: 'Modern Slavery Today', audience: null, hours: 3 } as unknown as CourseChange;
      const view = await given.courses.change(SYSTEM, id, change);
      expect(view).toMatchObject({
        slug: 'modern-slavery',
        level: '3',
        audience: null,
        hours: 3,
        topic: 'Exploitation',
      });
      expect((await given.queries.list(SYSTEM, { q: 'slavery today' })).total).toBe(1);
      const [entry] = await world.database.repo(AuditEntryEntity).findBy({ subjectId: id, action: 'course.change' });
      expect(entry?.before).toEqual({ title: 'Modern Slavery', audience: 'All', hours: null });
      expect(entry?.after).toEqual({ title: 'Modern Slavery Today', audience: null, hours: 3 });
    });

    it('of a wording retires the statement and makes a new one; words that come back are the statement they were', async () => {
      const first = { stem: 'knowledge of' as const, wording: 'Signs' };
      const second = { stem: 'skill in' as const, wording: 'Asking' };
      const { id, outcomeStatements: was } = await course('Honour Abuse', { outcomeStatements: [first, second] });
      const is = await given.courses.change(SYSTEM, id, {
        outcomeStatements: [{ ...first, wording: 'Early signs' }, second],
      });
      expect(is.outcomeStatements.map(({ wording }) => wording)).toEqual(['Early signs', 'Asking']);
      expect(is.outcomeStatements[1]?.id).toBe(was[1]?.id);
      const old = await world.database.repo(OutcomeStatementEntity).findOneByOrFail({ id: was[0]?.id });
      expect(old).toMatchObject({ wording: 'Signs', retiredAt: world.clock.now() });
      const again = await given.courses.change(SYSTEM, id, { outcomeStatements: [first, second] });
      expect(again.outcomeStatements.map((one) => one.id)).toEqual(was.map((one) => one.id));
      await expect(given.courses.change(SYSTEM, id, { outcomeStatements: [] })).rejects.toMatchObject({
        code: 'request.invalid',
      });
    });

    it('never makes a course its own prerequisite, by whatever way', async () => {
      const [a, b] = [await course('Order A'), await course('Order B')];
      await given.courses.change(SYSTEM, a.id, { prerequisiteCourseIds: [b.id] });
      await expect(given.courses.change(SYSTEM, b.id, { prerequisiteCourseIds: [a.id] })).rejects.toMatchObject({
        more: { errors: { prerequisiteCourseIds: 'A course cannot come before itself' } },
      });
    });
  });

  it('lets the statement that the title gave give way to the first that an import names', async () => {
    const { id, title } = await course('County Lines');
    const added = await given.statements.findOrAdd({ id, title }, { stem: 'knowledge of', wording: 'How to respond' });
    const same = await given.statements.findOrAdd({ id, title }, { stem: 'knowledge of', wording: 'how to respond' });
    expect(same.id).toBe(added.id);
    expect((await given.statements.activeOf([id])).get(id)?.map(({ wording }) => wording)).toEqual(['How to respond']);
  });
});
