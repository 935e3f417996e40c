import { beforeAll, describe, expect, it } from '@jest/globals';
import { AgencyEntity } from '@roundtable/agencies';
import { AccessNeedTaskEntity, BookingEntity, TeamPlaceEntity } from '@roundtable/bookings';
import type {
  MorningListView,
  NewsletterBlockView,
  ProblemView,
  ProgrammeCalendarView,
  YearPlannerView,
} from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { MessageEntity, newId } from '@roundtable/platform';
import { unzipSync } from 'fflate';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

const NOW = '2026-05-01T08:00:00Z';
const DAY = '2026-05-20';

onTheProduct((product) => {
  let coordinator: Caller;
  let venueId: string;
  let neglect: { eventId: string; courseId: string };
  const get = async <Body>(path: string, as = coordinator): Promise<Body> =>
    (await product.ask<Body>('GET', path, { as })).body;
  const morning = (as = coordinator): Promise<MorningListView> => get('/api/morning-list', as);
  const session = (start: string, end: string) => ({ startsAt: `${DAY}T${start}:00Z`, endsAt: `${DAY}T${end}:00Z` });
  const planned = (title: string, start: string, end: string, course = {}, more = {}) =>
    publishedEvent(product, coordinator, {
      capacity: 10,
      title,
      course,
      more: { delivery: 'in-person', venueId, sessions: [session(start, end)], ...more },
    });

  beforeAll(async () => {
    product.clock.set(NOW);
    coordinator = await product.person('coordinator');
    const venue = await product.ask<{ id: string }>('POST', '/api/venues', {
      as: coordinator,
      body: { name: 'Loxley House' },
    });
    venueId = venue.body.id;
    const keptPlaces = [{ sector: 'health', places: 4, releaseDays: 1 }];
    const expectedMix = [{ sector: 'police', people: 2 }];
    neglect = await planned('Neglect', '08:30', '11:30', { topic: 'Neglect', level: '3' }, { keptPlaces, expectedMix });
    await planned('Safer Recruitment', '11:00', '13:00', { topic: 'Recruitment', level: '3' });
    await planned('Prevent Duty', '13:00', '14:00', { topic: 'Radicalisation', level: '2' });
  });

  describe('the programme calendar', () => {
    it('shows a month by day and venue, and says in words which sessions clash', async () => {
      const calendar = await get<ProgrammeCalendarView>('/api/programme-calendar?month=2026-05');
      expect(calendar.venues).toEqual([{ id: venueId, name: 'Loxley House' }]);
      expect(calendar.sessions.map(({ courseTitle, date, start, end }) => [courseTitle, date, start, end])).toEqual([
        ['Neglect', DAY, '09:30', '12:30'],
        ['Safer Recruitment', DAY, '12:00', '14:00'],
        ['Prevent Duty', DAY, '14:00', '15:00'],
      ]);
      expect(calendar.clashes.map(({ inWords }) => inWords)).toEqual([
        'Neglect (9:30am to 12:30pm) and Safer Recruitment (12pm to 2pm) are both at Loxley House',
      ]);
      expect((await get<ProgrammeCalendarView>('/api/programme-calendar?month=2026-06')).sessions).toEqual([]);
    });

    it('refuses what is no month', async () => {
      expect((await product.ask('GET', '/api/programme-calendar?month=2026-13', { as: coordinator })).status).toBe(422);
    });
  });

  describe('the year planner', () => {
    it('counts events by course, topic and level in each month, and says where there is none', async () => {
      const planner = await get<YearPlannerView>('/api/year-planner?year=2026-27');
      expect(planner.byTopic.map(({ name, total, gaps }) => [name, total, gaps])).toEqual([
        ['Neglect', 1, 'None in April and from June to March'],
        ['Radicalisation', 1, 'None in April and from June to March'],
        ['Recruitment', 1, 'None in April and from June to March'],
      ]);
      expect(planner.byLevel.map(({ name, months }) => [name, months[1]?.published])).toEqual([
        ['2', 1],
        ['3', 2],
      ]);
      const other = await get<YearPlannerView>('/api/year-planner?year=2025-26');
      expect(other.courses.map(({ gaps }) => gaps)).toEqual(['None all year', 'None all year', 'None all year']);
    });

    it('is filtered by topic and level, and comes as a spreadsheet', async () => {
      const planner = await get<YearPlannerView>('/api/year-planner?level=3&topic=Neglect');
      expect([planner.year, planner.courses.map(({ name }) => name)]).toEqual(['2026-27', ['Neglect']]);
      expect(planner.topics).toHaveLength(3);
      const csv = await product.ask('GET', '/api/year-planner.csv?year=2026-27', { as: coordinator });
      expect(csv.text.split('\r\n')[1]).toBe(
        'Neglect,Neglect,3,0,1,0,0,0,0,0,0,0,0,0,0,1,None in April and from June to March',
      );
    });
  });

  describe('the morning list', () => {
    it('names events far from full, and the sector that one lacks, within three weeks', async () => {
      const list = await morning();
      expect(list.settings).toEqual({ fullPercent: 60, weeksAhead: 3 });
      expect(list.farFromFull.total).toBe(3);
      expect(list.lackingSector.lines).toMatchObject([
        {
          id: neglect.eventId,
          lacking: [
            { sector: 'health', kept: 4, expected: null, held: 0 },
            { sector: 'police', kept: null, expected: 2, held: 0 },
          ],
        },
      ]);
      expect(list.comingUp.lines.map(({ courseTitle, venue }) => [courseTitle, venue])).toContainEqual([
        'Neglect',
        'Loxley House',
      ]);
    });

    it('goes by the settings, which the coordinator changes and the log keeps', async () => {
      const changed = await product.ask('PATCH', '/api/morning-list/settings', {
        as: coordinator,
        body: { weeksAhead: 1 },
      });
      expect([changed.status, changed.body]).toEqual([200, { fullPercent: 60, weeksAhead: 1 }]);
      expect((await morning()).farFromFull.total).toBe(0);
      const administrator = await product.person('administrator');
      const refused = await product.ask('PATCH', '/api/morning-list/settings', {
        as: administrator,
        body: { weeksAhead: 3 },
      });
      expect(refused.status).toBe(403);
      await product.ask('PATCH', '/api/morning-list/settings', { as: coordinator, body: { weeksAhead: 3 } });
    });

    it('names waiting people with places free, offers that run out within a working day, and open registers', async () => {
      const person = await product.person('practitioner');
      const path = `/api/events/${neglect.eventId}/bookings`;
      const booking = await product.ask<{ id: string }>('POST', path, { as: person, body: {} });
      const bookings = product.database.repo(BookingEntity);
      await bookings.update({ id: booking.body.id }, { status: 'waitlisted' });
      expect((await morning()).freeWhileWaiting.lines).toMatchObject([
        { id: neglect.eventId, waiting: 1, placesFree: 6 },
      ]);
      const soon = new Date('2026-05-05T08:00:00Z');
      await bookings.update({ id: booking.body.id }, { status: 'offered', offeredUntil: soon });
      expect((await morning()).offersEnding.lines).toMatchObject([
        { id: booking.body.id, practitionerName: 'Percy Person', offeredUntil: soon.toISOString() },
      ]);
      await bookings.update({ id: booking.body.id }, { offeredUntil: new Date('2026-05-05T08:01:00Z') });
      expect((await morning()).offersEnding.total).toBe(0);
      await bookings.update({ id: booking.body.id }, { status: 'confirmed', offeredUntil: null });
      product.clock.set('2026-05-21T08:00:00Z');
      expect((await morning()).openRegisters.total).toBe(0);
      product.clock.set('2026-05-22T08:00:00Z');
      expect((await morning()).openRegisters.lines.map(({ id }) => id)).toEqual([neglect.eventId]);
      product.clock.set(NOW);
    });

    it('names requests for staff apart, places to release, needs to arrange and team places that go back', async () => {
      const person = await product.person('practitioner', { name: 'Ada Asker' });
      const path = `/api/events/${neglect.eventId}/bookings`;
      const { id } = (await product.ask<{ id: string }>('POST', path, { as: person, body: {} })).body;
      const bookings = product.database.repo(BookingEntity);
      await bookings.update({ id }, { status: 'awaiting_approval', approverKind: 'lead' });
      expect([(await morning()).awaitingApproval.total, (await morning()).approvalsForStaff.total]).toEqual([1, 0]);
      await bookings.update({ id }, { approverKind: 'unverified' });
      expect((await morning()).approvalsForStaff.lines).toMatchObject([{ id, approverKind: 'unverified' }]);
      expect((await morning()).awaitingApproval.total).toBe(0);

      const passed = new Date('2026-05-01T07:59:00Z');
      await bookings.update({ id }, { status: 'confirmed', approverKind: null, provisionalUntil: passed });
      expect((await morning()).provisionalDue.lines).toMatchObject([{ id, provisionalUntil: passed.toISOString() }]);
      await bookings.update({ id }, { provisionalUntil: new Date('2026-05-01T08:01:00Z') });
      expect((await morning()).provisionalDue.total).toBe(0);
      await bookings.update({ id }, { provisionalUntil: null });

      const task = { id: newId(), bookingId: id, openedAt: new Date(NOW), doneAt: null, doneById: null };
      await product.database.repo(AccessNeedTaskEntity).insert(task);
      expect((await morning()).needTasks.lines).toMatchObject([{ id: task.id, practitionerName: 'Ada Asker' }]);
      await product.ask('POST', `/api/access-need-tasks/${task.id}/completion`, { as: coordinator });
      expect((await morning()).needTasks.total).toBe(0);

      const { agencyId } = await bookings.findOneByOrFail({ id });
      const held = { id: newId(), eventId: neglect.eventId, agencyId, sector: 'police', places: 2 };
      const facts = { heldById: null, heldAt: new Date(NOW), releasedAt: null, passReason: null };
      const teamPlaces = product.database.repo(TeamPlaceEntity);
      // Friday morning: Monday is a bank holiday, so three working days are over on Thursday at the same hour.
      await teamPlaces.insert({ ...held, ...facts, heldUntil: new Date('2026-05-07T08:00:00Z') });
      expect((await morning()).teamPlacesEnding.lines).toMatchObject([{ id: held.id, places: 2 }]);
      await teamPlaces.update({ id: held.id }, { heldUntil: new Date('2026-05-07T08:01:00Z') });
      expect((await morning()).teamPlacesEnding.total).toBe(0);
      await teamPlaces.delete({ id: held.id });
      await bookings.update({ id }, { status: 'cancelled', liveEventKey: null, liveCourseKey: null });
    });

    it('names drafts whose day is near, failed messages and agencies to accept', async () => {
      const copy = await product.ask<{ id: string }>('POST', `/api/events/${neglect.eventId}/duplication`, {
        as: coordinator,
      });
      await product.database
        .repo(EventEntity)
        .update(
          { id: copy.body.id },
          { startsAt: new Date('2026-05-08T08:30:00Z'), endsAt: new Date('2026-05-08T11:30:00Z') },
        );
      const [message] = await product.database.repo(MessageEntity).find({ take: 1 });
      await product.database
        .repo(MessageEntity)
        .update({ id: message!.id }, { state: 'failed', lastError: 'No such mailbox' });
      await product.database.repo(AgencyEntity).update({ nameKey: 'test agency' }, { status: 'proposed' });
      const list = await morning();
      expect(list.drafts.lines.map(({ id }) => id)).toEqual([copy.body.id]);
      expect(list.failedMessages.lines).toMatchObject([{ id: message!.id, lastError: 'No such mailbox' }]);
      expect(list.proposedAgencies.lines).toMatchObject([{ name: 'Test Agency' }]);
    });

    it('tells requests about data to information governance alone, and nothing else to them', async () => {
      const person = await product.person('practitioner', { name: 'Rita Request' });
      await product.ask('POST', '/api/me/data-requests', { as: person, body: { kind: 'object' } });
      expect((await morning()).dataRequests).toEqual({ total: 0, lines: [] });
      const list = await morning(await product.person('information-governance'));
      expect(list.dataRequests.lines).toMatchObject([{ personName: 'Rita Request', kind: 'object' }]);
      expect([list.comingUp.total, list.failedMessages.total, list.farFromFull.total]).toEqual([0, 0, 0]);
    });

    it.each([
      ['/api/morning-list', 18],
      ['/api/programme-calendar', 4],
      ['/api/year-planner', 4],
    ])('%s asks at most %i statements, who is asking included', async (path, most) => {
      await get(path);
      const before = product.database.statements.count;
      await get(path);
      expect(product.database.statements.count - before).toBeLessThanOrEqual(most);
    });
  });

  describe('a block for a newsletter', () => {
    it('tells of chosen events with places left, links and QR codes, in HTML and in plain text', async () => {
      const block = await get<NewsletterBlockView>(`/api/newsletter-block?eventId=${neglect.eventId}`);
      expect(block.events).toMatchObject([
        { title: 'Neglect', when: 'Wednesday 20 May 2026, 9:30am to 12:30pm', where: 'Loxley House' },
      ]);
      expect(block.text).toContain(`http://localhost:3000/events/${neglect.eventId}`);
      expect(block.html).toContain(`href="http://localhost:3000/events/${neglect.eventId}"`);
      expect(block.html).toContain('src="data:image/png;base64,');
    });

    it('comes as a Word file with headings, links and pictures', async () => {
      const response = await product.app
        .getHttpAdapter()
        .getInstance()
        .inject({
          method: 'GET',
          url: `/api/newsletter-block.docx?eventId=${neglect.eventId}`,
          headers: { authorization: `Bearer ${coordinator.token}` },
        });
      expect(response.statusCode).toBe(200);
      const parts = unzipSync(response.rawPayload);
      const text = new TextDecoder().decode(parts['word/document.xml']);
      expect(text).toContain('<w:pStyle w:val="Heading2"/>');
      expect(text).toContain('QR code that leads to Neglect');
      expect(new TextDecoder().decode(parts['word/_rels/document.xml.rels'])).toContain(`/events/${neglect.eventId}`);
      expect(Object.keys(parts).some((name) => /^word\/media\/.*\.png$/.test(name))).toBe(true);
    });

    it('refuses events that nobody can book', async () => {
      const draft = await product.ask<{ id: string }>('POST', `/api/events/${neglect.eventId}/duplication`, {
        as: coordinator,
      });
      const path = `/api/newsletter-block?eventId=${neglect.eventId}&eventId=${draft.body.id}`;
      const { status, body } = await product.ask<ProblemView>('GET', path, { as: coordinator });
      expect([status, Object.keys(body.errors ?? {})]).toEqual([422, ['eventId']]);
      expect((await product.ask('GET', '/api/newsletter-block', { as: coordinator })).status).toBe(422);
    });
  });
});
