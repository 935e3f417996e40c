import { beforeAll, expect, it } from '@jest/globals';
import { MembershipEntity } from '@roundtable/people';
import { SYSTEM, newId } from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { ENTITIES, ElearningWorld, actorWith } from './elearning.builder';

onEachEngine(ENTITIES, (world) => {
  let given: ElearningWorld;
  let ownAgency: string;
  let own: string;
  let colleague: string;
  let former: string;
  let stranger: string;
  const seenBy = async (actor: Parameters<typeof given.completionQueries.list>[0], query = {}) => {
    const page = await given.completionQueries.list(actor, query);
    return { people: page.items.map(({ practitionerId }) => practitionerId), total: page.total };
  };

  beforeAll(async () => {
    world.clock.set('2026-03-02T10:00:00Z');
    given = new ElearningWorld(world);
    await given.begin();
    ownAgency = await given.agency('Own Agency');
    const other = await given.agency('Other Agency');
    [own, colleague, former, stranger] = [
      await given.person(ownAgency),
      await given.person(ownAgency),
      await given.person(ownAgency),
      await given.person(other),
    ];
    await world.database.repo(MembershipEntity).update({ personId: former }, { until: world.clock.now() });
    const attendances = [own, colleague, former, stranger].map((personId, minute) => ({
      personId,
      courseId: 'course-1',
      courseTitle: 'Neglect',
      validityMonths: null,
      bookingId: newId(),
      completedAt: new Date(Date.UTC(2026, 1, 2, 10, minute)),
      snapshot: null,
    }));
    await given.completions.recordAttendances(attendances);
  });

  it('shows a practitioner their own completions and no more', async () => {
    const actor = actorWith({ personId: own, roles: ['practitioner'], agencyId: ownAgency });
    expect(await seenBy(actor)).toEqual({ people: [own], total: 1 });
  });

  it('answers an empty list for somebody else, as if there were none', async () => {
    const actor = actorWith({ personId: own, roles: ['practitioner'] });
    expect(await seenBy(actor, { practitionerId: stranger })).toEqual({ people: [], total: 0 });
  });

  it('shows a lead the current members of their agency, and neither former ones nor those of another', async () => {
    const lead = actorWith({ personId: own, roles: ['agency-lead'], leadAgencyIds: [ownAgency] });
    expect(await seenBy(lead)).toEqual({ people: [colleague, own], total: 2 });
    expect(await seenBy(lead, { practitionerId: former })).toEqual({ people: [], total: 0 });
  });

  it('shows the office all, the latest first, but for what was withdrawn', async () => {
    expect(await seenBy(SYSTEM)).toEqual({ people: [stranger, former, colleague, own], total: 4 });
    expect(await seenBy(SYSTEM, { courseId: 'course-2' })).toEqual({ people: [], total: 0 });
    const bookingId = newId();
    const withdrawn = { personId: own, courseId: 'course-2', courseTitle: 'Prevent', validityMonths: null, bookingId };
    await given.completions.recordAttendance({ ...withdrawn, completedAt: world.clock.now(), snapshot: null });
    await given.completions.withdrawAttendance(bookingId);
    expect((await seenBy(SYSTEM)).total).toBe(4);
  });
});
