import { beforeAll, expect, it } from '@jest/globals';
import { type ModuleEntity } from '@roundtable/elearning';
import { SYSTEM, newId } from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { CoursesWorld, ENTITIES } from './courses.builder';

const PASSED = new Date('2026-03-02T10:00:00Z');

onEachEngine(ENTITIES, (world) => {
  let given: CoursesWorld;
  let module: ModuleEntity;
  let earlier: string;
  let courseId: string;

  beforeAll(async () => {
    world.clock.set(PASSED);
    given = new CoursesWorld(world);
    await given.begin();
    module = await given.modules.bySlug(SYSTEM, 'managing-allegations-and-concerns');
    earlier = (await given.courses.create(SYSTEM, { title: 'Basics', summary: 'S' })).id;
    const wanted = { prerequisiteModuleIds: [module.id], prerequisiteCourseIds: [earlier] };
    courseId = (await given.courses.create(SYSTEM, { title: 'Managing Allegations', summary: 'S', ...wanted })).id;
  });

  const missing = async (personId: string, on: string) =>
    (await given.prerequisites.missingFor(personId, courseId, new Date(on))).map(({ id }) => id);

  it('names what is missing, with the address of each', async () => {
    expect(await given.prerequisites.missingFor(await given.person(), courseId, PASSED)).toEqual([
      { kind: 'module', id: module.id, title: module.title, url: '/learning/managing-allegations-and-concerns' },
      { kind: 'course', id: earlier, title: 'Basics', url: '/c/basics' },
    ]);
  });

  it('counts what is valid on the day of the event, not on the day of asking', async () => {
    const personId = await given.person();
    await given.completions.completeModule(personId, module);
    await given.completions.recordAttendance({
      personId,
      courseId: earlier,
      courseTitle: 'Basics',
      validityMonths: 12,
      bookingId: newId(),
      completedAt: PASSED,
      snapshot: null,
    });
    expect(await missing(personId, '2026-06-01T08:30:00Z')).toEqual([]);
    expect(await missing(personId, '2027-06-01T08:30:00Z')).toEqual([earlier]);
    expect(await missing(personId, '2029-06-01T08:30:00Z')).toEqual([module.id, earlier]);
  });

  it('answers for many people with no more statements than for one', async () => {
    const people = await Promise.all([1, 2, 3].map(() => given.person()));
    const count = async (ids: string[]) => {
      const before = world.database.statements.count;
      await given.prerequisites.missingForEach(ids, courseId, PASSED);
      return world.database.statements.count - before;
    };
    expect(await count(people)).toBe(await count(people.slice(0, 1)));
  });

  it('misses nothing where a course asks for nothing', async () => {
    expect(await given.prerequisites.missingFor(await given.person(), earlier, PASSED)).toEqual([]);
  });
});
