import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SYSTEM, newId } from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { CompletionEntity } from './completion.entity';
import { ENTITIES, ElearningWorld, MANAGING_ALLEGATIONS, actorWith, answersTo } from './elearning.builder';
import { ModuleEntity } from './module.entity';

const ATTENDED = new Date('2026-03-02T12:30:00Z');

onEachEngine(ENTITIES, (world) => {
  let given: ElearningWorld;
  let module: ModuleEntity;
  const pass = (personId: string) =>
    given.attempts.attempt(actorWith({ personId, roles: ['practitioner'] }), module.id, { answers: answersTo(module) });
  const rowsOf = (personId: string) => world.database.repo(CompletionEntity).findBy({ personId });
  const noModules = (courseId: string) => ({ moduleIds: [], courseIds: [courseId] });

  beforeAll(async () => {
    world.clock.set('2026-03-02T10:00:00Z');
    given = new ElearningWorld(world);
    await given.begin();
    module = await given.modules.bySlug(SYSTEM, MANAGING_ALLEGATIONS);
  });
  beforeEach(() => world.clock.set('2026-03-02T10:00:00Z'));

  describe('a module passed in the product', () => {
    it('is completed once, however often it is passed while that is valid', async () => {
      const personId = await given.person();
      const first = await pass(personId);
      world.clock.set('2028-03-02T10:00:00Z');
      const second = await pass(personId);
      expect(first).toMatchObject({ passed: true, scorePercent: 100, wrongQuestionIds: [] });
      expect(second.completionId).toBe(first.completionId);
      expect(await rowsOf(personId)).toHaveLength(1);
    });

    it('is completed once when it is passed several times at the same moment', async () => {
      const personId = await given.person();
      const attempts = await Promise.all([pass(personId), pass(personId), pass(personId), pass(personId)]);
      expect(new Set(attempts.map(({ completionId }) => completionId)).size).toBe(1);
      expect(await rowsOf(personId)).toHaveLength(1);
    });

    it('is completed anew once that has run out', async () => {
      const personId = await given.person();
      const first = await pass(personId);
      world.clock.set('2029-03-02T10:00:00Z');
      expect((await pass(personId)).completionId).not.toBe(first.completionId);
      expect(await rowsOf(personId)).toHaveLength(2);
    });

    it('keeps agency, sector, job role and area as they were', async () => {
      const personId = await given.person(await given.agency('Kept Police'));
      await pass(personId);
      expect(await rowsOf(personId)).toMatchObject([
        { sector: 'police', jobRole: 'Officer', area: 'city', edition: 1, source: 'product', title: module.title },
      ]);
    });

    it('is not completed by a failed try', async () => {
      const personId = await given.person();
      const answers = answersTo(module, ['how-soon', 'low-level']);
      const attempt = await given.attempts.attempt(actorWith({ personId, roles: ['practitioner'] }), module.slug, {
        answers,
      });
      expect(attempt).toMatchObject({ passed: false, scorePercent: 60, completionId: null });
      expect(attempt.wrongQuestionIds).toEqual(['how-soon', 'low-level']);
      expect(await rowsOf(personId)).toEqual([]);
    });

    it('refuses a question without an answer', async () => {
      const actor = actorWith({ personId: await given.person(), roles: ['practitioner'] });
      const answers = answersTo(module);
      delete answers['how-soon'];
      await expect(given.attempts.attempt(actor, module.id, { answers })).rejects.toMatchObject({
        code: 'request.invalid',
        more: { errors: { 'answers.how-soon': 'Answer this question' } },
      });
    });
  });

  describe('an attendance', () => {
    const facts = (personId: string, bookingId: string) => ({
      personId,
      courseId: 'course-1',
      courseTitle: 'Neglect',
      validityMonths: 36,
      bookingId,
      completedAt: ATTENDED,
      snapshot: null,
    });

    it('completes the course once, can be withdrawn, and comes back when it is recorded again', async () => {
      const personId = await given.person();
      const bookingId = newId();
      const isDone = async () =>
        (
          await given.completions.validFor(personId, noModules('course-1'), new Date('2026-04-01T08:00:00Z'))
        ).courseIds.has('course-1');
      await given.completions.recordAttendance(facts(personId, bookingId));
      await given.completions.recordAttendance(facts(personId, bookingId));
      const [first] = await rowsOf(personId);
      expect(await isDone()).toBe(true);
      await given.completions.withdrawAttendance(bookingId);
      expect(await isDone()).toBe(false);
      await given.completions.recordAttendance({ ...facts(personId, bookingId), courseTitle: 'Neglect in depth' });
      expect(await isDone()).toBe(true);
      expect(await rowsOf(personId)).toMatchObject([
        { id: first?.id, title: 'Neglect in depth', withdrawnAt: null, sourceKey: `attendance:${bookingId}` },
      ]);
    });

    it('counts from its moment until it runs out', async () => {
      const personId = await given.person();
      await given.completions.recordAttendance(facts(personId, newId()));
      const validOn = async (on: string) =>
        (await given.completions.validFor(personId, noModules('course-1'), new Date(on))).courseIds.size;
      expect(await validOn('2026-03-02T12:29:59Z')).toBe(0);
      expect(await validOn('2026-03-02T12:30:00Z')).toBe(1);
      expect(await validOn('2029-03-02T12:29:59Z')).toBe(1);
      expect(await validOn('2029-03-02T12:30:00Z')).toBe(0);
    });

    it('is asked about for many people in one statement', async () => {
      const [attended, absent] = [await given.person(), await given.person()];
      await given.completions.recordAttendance(facts(attended, newId()));
      const before = world.database.statements.count;
      const each = await given.completions.validForEach([attended, absent], noModules('course-1'), ATTENDED);
      expect(world.database.statements.count - before).toBe(1);
      expect([each.get(attended)?.courseIds.size, each.get(absent)?.courseIds.size]).toEqual([1, 0]);
    });
  });

  it('puts the modules of the product in place once, and renews one whose content has a later edition', async () => {
    expect(await given.modules.seed(true)).toBe(0);
    const modules = world.database.repo(ModuleEntity);
    await modules.update({ slug: MANAGING_ALLEGATIONS }, { edition: 0, summary: 'Old' });
    expect(await given.modules.seed(true)).toBe(1);
    expect(await given.modules.bySlug(SYSTEM, MANAGING_ALLEGATIONS)).toMatchObject({
      id: module.id,
      edition: 1,
      isDemonstration: false,
    });
  });
});
