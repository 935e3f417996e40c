import { beforeAll, describe, expect, it } from '@jest/globals';
import { BookingEntity, ProvisionalJob, SweepJob, TeamPlaceEntity } from '@roundtable/bookings';
import type { BookingView, GroupBookingView, MessageView, TeamPlacesView } from '@roundtable/contracts';
import { AuditEntryEntity, newId } from '@roundtable/platform';
import { ApprovalsJob } from '../../libs/bookings/src/approval/approvals.job';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

onTheProduct((product) => {
  let coordinator: Caller;
  let agencyId: string;
  let otherAgencyId: string;
  let lead: Caller;

  const agency = async (name: string, sector: string, change: Record<string, unknown> = {}) => {
    const made = await product.ask<{ id: string }>('POST', '/api/agencies', {
      as: coordinator,
      body: { name, sector },
    });
    if (Object.keys(change).length)
      await product.ask('PATCH', `/api/agencies/${made.body.id}`, { as: coordinator, body: change });
    return made.body.id;
  };
  const practitioner = async (name: string, at = agencyId) =>
    (
      await product.ask<{ id: string }>('POST', '/api/practitioners', {
        as: coordinator,
        body: { name, email: `${newId().slice(-12)}@lifecycle.example`, agencyId: at },
      })
    ).body.id;
  const leadOf = async (id: string) => {
    const person = await product.person('practitioner', { name: 'Lena Lead' });
    await product.ask('POST', '/api/role-grants', {
      as: coordinator,
      body: { personId: person.personId, role: 'agency-lead', agencyId: id },
    });
    return person;
  };
  const book = (eventId: string, practitionerId: string, as = coordinator, more: Record<string, unknown> = {}) =>
    product.ask<BookingView>('POST', `/api/events/${eventId}/bookings`, { as, body: { practitionerId, ...more } });
  const act = <Body = BookingView>(path: string, body?: unknown, as = coordinator) =>
    product.ask<Body>('POST', `/api/${path}`, { as, body });
  const read = async (id: string) =>
    (await product.ask<BookingView>('GET', `/api/bookings/${id}`, { as: coordinator })).body;
  const mailsOf = async (bookingId: string) =>
    (await product.ask<MessageView[]>('GET', `/api/messages?bookingId=${bookingId}`, { as: coordinator })).body;
  const audited = (subjectId: string, action: string) =>
    product.database.repo(AuditEntryEntity).findBy({ subjectId, action });

  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    agencyId = await agency('Lifecycle Trust', 'health');
    otherAgencyId = await agency('Lifecycle School', 'education');
    lead = await leadOf(agencyId);
  });

  describe('transfer', () => {
    it('is both or neither: the old place goes to the line, the new one is confirmed, and asking again answers the same', async () => {
      const from = await publishedEvent(product, coordinator, { capacity: 1 });
      const to = await publishedEvent(product, coordinator, { capacity: 1, courseId: from.courseId, weeks: 10 });
      const [mover, next] = [await practitioner('Moira Mover'), await practitioner('Nick Next')];
      const old = (await book(from.eventId, mover)).body;
      const waiting = (await book(from.eventId, next)).body;
      expect(waiting.status).toBe('waitlisted');
      const moved = await act(`bookings/${old.id}/transfer`, { eventId: to.eventId });
      expect([moved.status, moved.body.status, moved.body.replaces]).toEqual([201, 'confirmed', old.id]);
      expect((await read(old.id)).status).toBe('cancelled');
      expect((await read(waiting.id)).status).toBe('confirmed');
      const again = await act(`bookings/${old.id}/transfer`, { eventId: to.eventId });
      expect([again.status, again.body.id]).toEqual([200, moved.body.id]);
      const kinds = (await mailsOf(old.id)).map(({ kind, calendar }) => [kind, calendar?.includes('METHOD:CANCEL')]);
      expect(kinds).toContainEqual(['booking-moved', true]);
      expect((await mailsOf(moved.body.id)).map(({ kind }) => kind)).toEqual(['booking-confirmed']);
    });

    it('leaves everything as it was where the other date is full, and refuses another course', async () => {
      const from = await publishedEvent(product, coordinator, { capacity: 1 });
      const full = await publishedEvent(product, coordinator, { capacity: 1, courseId: from.courseId, weeks: 10 });
      const other = await publishedEvent(product, coordinator, { capacity: 1 });
      await book(full.eventId, await practitioner('Fay First'));
      const old = (await book(from.eventId, await practitioner('Stan Stays'))).body;
      const refused = await act<{ code: string }>(`bookings/${old.id}/transfer`, { eventId: full.eventId });
      expect([refused.status, refused.body.code]).toEqual([409, 'bookings.no-place']);
      expect((await read(old.id)).status).toBe('confirmed');
      const strange = await act<{ errors: object }>(`bookings/${old.id}/transfer`, { eventId: other.eventId });
      expect([strange.status, Object.keys(strange.body.errors)]).toEqual([422, ['eventId']]);
    });
  });

  describe('substitution', () => {
    it("gives B of the same agency A's place, with nothing personal, and tells both", async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
      const a = (await book(eventId, await practitioner('Ann A'), coordinator, { accessNeeds: 'A ramp' })).body;
      const email = `${newId().slice(-12)}@lifecycle.example`;
      const made = await act(`bookings/${a.id}/substitution`, { email, name: 'Bea B' }, lead);
      expect([made.status, made.body.status, made.body.replaces]).toEqual([201, 'confirmed', a.id]);
      expect((await read(a.id)).status).toBe('substituted');
      expect(made.body.agencyId).toBe(agencyId);
      const kinds = (await mailsOf(a.id)).map(({ kind, calendar }) => [kind, calendar?.includes('METHOD:CANCEL')]);
      expect(kinds).toContainEqual(['booking-substituted', true]);
      const told = await mailsOf(made.body.id);
      expect(told.map(({ kind, calendar }) => [kind, calendar?.includes('METHOD:REQUEST')])).toEqual([
        ['booking-confirmed', true],
      ]);
      expect(told[0]?.text).toContain('Lena Lead gave you the place of a colleague');
      const again = await act(`bookings/${a.id}/substitution`, { email }, lead);
      expect([again.status, again.body.id]).toEqual([200, made.body.id]);
    });

    it('is for leads of the agency and staff alone', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 3 });
      const person = await product.person('practitioner');
      const own = await product.ask<BookingView>('POST', `/api/events/${eventId}/bookings`, { as: person, body: {} });
      const body = { email: 'somebody@lifecycle.example', name: 'Some Body' };
      expect((await act(`bookings/${own.body.id}/substitution`, body, person)).status).toBe(403);
      expect((await act(`bookings/${own.body.id}/substitution`, body, lead)).status).toBe(404);
    });
  });

  describe('approval', () => {
    it('holds a place while a lead decides, and confirms it', async () => {
      const id = await agency('Approving Trust', 'health', { approval: 'lead' });
      const theirLead = await leadOf(id);
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
      const asked = (await book(eventId, await practitioner('Asha Asks', id))).body;
      expect([asked.status, asked.approverKind]).toEqual(['awaiting_approval', 'lead']);
      expect((await book(eventId, await practitioner('Late Comer'))).body.status).toBe('waitlisted');
      const mail = (await mailsOf(asked.id)).find(({ kind }) => kind === 'booking-approval-asked');
      expect(mail?.text).toContain('/approvals/');
      expect((await act(`bookings/${asked.id}/approval`, undefined, lead)).status).toBe(404);
      const approved = await act(`bookings/${asked.id}/approval`, undefined, theirLead);
      expect([approved.status, approved.body.status]).toEqual([200, 'confirmed']);
      expect(await audited(asked.id, 'booking.approve')).toHaveLength(1);
    });

    it('is the act itself where a lead asks', async () => {
      const id = await agency('Acting Trust', 'health', { approval: 'lead' });
      const theirLead = await leadOf(id);
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
      expect((await book(eventId, await practitioner('Led Person', id), theirLead)).body.status).toBe('confirmed');
    });

    it('declined frees the place for the line, and the delegate reads why', async () => {
      const id = await agency('Declining Trust', 'health', { approval: 'lead' });
      await leadOf(id);
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
      const asked = (await book(eventId, await practitioner('Dora Declined', id))).body;
      const waiting = (await book(eventId, await practitioner('Wanda Waits'))).body;
      const declined = await act(`bookings/${asked.id}/decline`, { reason: 'No cover that day' });
      expect(declined.body.status).toBe('declined');
      expect((await read(waiting.id)).status).toBe('confirmed');
      expect((await mailsOf(asked.id)).map(({ text }) => text).join()).toContain('No cover that day');
    });

    it('comes before the line: approved without a place it waits behind those who wait', async () => {
      const id = await agency('Waiting Trust', 'health', { approval: 'lead' });
      await leadOf(id);
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
      await book(eventId, await practitioner('Has Place'));
      const asked = (await book(eventId, await practitioner('Asks Early', id))).body;
      const waiting = (await book(eventId, await practitioner('Waits First'))).body;
      const approved = (await act(`bookings/${asked.id}/approval`)).body;
      expect([approved.status, approved.waitlistPosition]).toEqual(['waitlisted', 2]);
      expect((await read(waiting.id)).waitlistPosition).toBe(1);
    });

    it('of a manager outside the domains of the agency is for staff, who see that', async () => {
      const id = await agency('Managed School', 'education', {
        approval: 'manager',
        emailDomains: ['managed.example'],
      });
      const person = await practitioner('Max Managed', id);
      await product.database.query('UPDATE memberships SET manager_name = ?, manager_email = ? WHERE person_id = ?', [
        'Mia Manager',
        'mia@elsewhere.example',
        person,
      ]);
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 2 });
      const unverified = (await book(eventId, person)).body;
      expect([unverified.status, unverified.approverKind]).toEqual(['awaiting_approval', 'unverified']);
      expect((await mailsOf(unverified.id)).map(({ kind }) => kind)).not.toContain('booking-approval-asked');
      await act(`bookings/${unverified.id}/cancellation`, { reason: 'other' });
      await product.database.query('UPDATE memberships SET manager_email = ? WHERE person_id = ?', [
        'mia@managed.example',
        person,
      ]);
      const verified = (await book(eventId, person)).body;
      expect(verified.approverKind).toBe('manager');
      expect((await mailsOf(verified.id)).find(({ kind }) => kind === 'booking-approval-asked')?.toAddress).toBe(
        'mia@managed.example',
      );
    });

    it.each([
      ['staff', 'awaiting_approval', 'staff'],
      ['decline', 'declined', null],
      ['pass', 'confirmed', null],
    ] as const)('unanswered is reminded, then for %s', async (choice, status, approverKind) => {
      const id = await agency(`Silent ${choice}`, 'health', { approval: 'lead', unansweredApproval: choice });
      await leadOf(id);
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 2 });
      const asked = (await book(eventId, await practitioner('Sal Silent', id))).body;
      const asks = async () => (await mailsOf(asked.id)).filter(({ kind }) => kind === 'booking-approval-asked').length;
      const at = (askedAt: Date) =>
        product.database.repo(BookingEntity).update({ id: asked.id }, { approvalAskedAt: askedAt });
      const job = product.app.get(ApprovalsJob);
      await at(new Date(product.clock.now().getTime() - DAY));
      await job.run();
      expect(await asks()).toBe(1);
      await at(new Date(product.clock.now().getTime() - 7 * DAY + HOUR));
      await job.run();
      const now = await read(asked.id);
      if (now.status === 'awaiting_approval' && now.approverKind === 'lead') expect(await asks()).toBe(2);
      await at(new Date(product.clock.now().getTime() - 12 * DAY));
      await job.run();
      const given = await read(asked.id);
      expect([given.status, given.approverKind]).toEqual([status, approverKind]);
    });
  });

  describe('team places', () => {
    const until = (weeks: number) =>
      new Date(product.clock.now().getTime() + weeks * 7 * DAY).toISOString().slice(0, 10);

    it('are held without names, counted, given names, and go back to the line on their date', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 3 });
      const held = await act<TeamPlacesView>(
        `events/${eventId}/team-places`,
        { agencyId, places: 2, heldUntil: until(3) },
        lead,
      );
      expect([held.status, held.body.places]).toEqual([201, 2]);
      const event = await product.ask<{ placesHeld: number }>('GET', `/api/events/${eventId}`);
      expect(event.body.placesHeld).toBe(2);
      await book(eventId, await practitioner('Third Person', otherAgencyId));
      const waiting = (await book(eventId, await practitioner('Fourth Person', otherAgencyId))).body;
      expect(waiting.status).toBe('waitlisted');
      const named = await act(
        `team-places/${held.body.id}/bookings`,
        { practitionerId: await practitioner('Named One') },
        lead,
      );
      expect([named.status, named.body.status]).toEqual([201, 'confirmed']);
      await product.database
        .repo(TeamPlaceEntity)
        .update({ id: held.body.id }, { heldUntil: new Date(product.clock.now().getTime() - 1) });
      await product.app.get(SweepJob).run();
      expect((await read(waiting.id)).status).toBe('confirmed');
    });

    it('are refused where fewer are open, after the cut-off, and for an agency that is not theirs', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 3 });
      const path = `events/${eventId}/team-places`;
      const many = await act<{ code: string; detail: object }>(
        path,
        { agencyId, places: 4, heldUntil: until(3) },
        lead,
      );
      expect([many.status, many.body.detail]).toEqual([409, { placesFree: 3 }]);
      expect((await act(path, { agencyId, places: 1, heldUntil: until(8) }, lead)).status).toBe(422);
      expect((await act(path, { agencyId: otherAgencyId, places: 1, heldUntil: until(3) }, lead)).status).toBe(404);
    });
  });

  describe('a lead who books for several', () => {
    it('books all or nobody, and says who stands in the way', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 2 });
      const people = [await practitioner('G One'), await practitioner('G Two')].map((practitionerId) => ({
        practitionerId,
      }));
      const newcomer = { name: 'G Three', email: `${newId().slice(-12)}@lifecycle.example` };
      const path = `events/${eventId}/group-bookings`;
      const all = await act<GroupBookingView>(path, { mode: 'all', people: [...people, newcomer] }, lead);
      expect(all.body.booked).toBe(false);
      expect(all.body.results.map(({ name, refusal }) => [name, refusal?.code])).toEqual([
        ['G One', undefined],
        ['G Two', undefined],
        ['G Three', 'bookings.no-place'],
      ]);
      expect(await product.database.repo(BookingEntity).countBy({ eventId })).toBe(0);
      const some = await act<GroupBookingView>(
        path,
        { mode: 'possible', waitForRest: true, people: [...people, newcomer] },
        lead,
      );
      expect(some.body.results.map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'waitlisted']);
    });

    it('names the person and the field that is wrong', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 2 });
      const refused = await act<{ errors: object }>(
        `events/${eventId}/group-bookings`,
        { mode: 'all', people: [{ email: 'new@lifecycle.example' }] },
        lead,
      );
      expect([refused.status, Object.keys(refused.body.errors)]).toEqual([422, ['people.0.name']]);
    });
  });

  describe('a lead who books for somebody known from elsewhere', () => {
    const known = async (name: string) => {
      const email = `${newId().slice(-12)}@elsewhere.example`;
      const made = await act<{ id: string }>('practitioners', { name, email, agencyId: otherAgencyId });
      return { id: made.body.id, email };
    };
    const seenBy = async (as: Caller, id: string) =>
      (await product.ask<{ name: string; isUnconfirmed: boolean }>('GET', `/api/practitioners/${id}`, { as })).body;

    it('sees what they typed until that person confirms, also when they book twice', async () => {
      const { id, email } = await known('Real Name');
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 5 });
      const people = [{ email, name: 'Typed Name' }];
      for (const mode of ['all', 'possible']) {
        const booked = await act<GroupBookingView>(`events/${eventId}/group-bookings`, { mode, people }, lead);
        expect(booked.body.results.map(({ name, status }) => [name, status])).toEqual([['Typed Name', 'confirmed']]);
      }
      expect(await seenBy(lead, id)).toMatchObject({ name: 'Typed Name', isUnconfirmed: true });
      const joined = await product.ask<MessageView[]>('GET', '/api/messages?_end=200', { as: coordinator });
      const toLead = joined.body.filter(({ kind }) => kind === 'lead-person-joined').map(({ text }) => text);
      expect(toLead.join()).not.toContain('Real Name');
    });

    it('is told that something is missing, and not what they completed elsewhere', async () => {
      const { email } = await known('Private Record');
      const required = await publishedEvent(product, coordinator, { capacity: 5 });
      const { eventId } = await publishedEvent(product, coordinator, {
        capacity: 5,
        course: { prerequisiteCourseIds: [required.courseId], prerequisitePolicy: 'block' },
      });
      const body = { mode: 'all', people: [{ email, name: 'Typed' }] };
      const asked = await act<GroupBookingView>(`events/${eventId}/group-bookings`, body, lead);
      expect(asked.body.results[0]?.refusal).toMatchObject({ code: 'bookings.prerequisites-missing', missing: [] });
      const own = { mode: 'all', people: [{ practitionerId: await practitioner('Own Person') }] };
      const told = await act<GroupBookingView>(`events/${eventId}/group-bookings`, own, lead);
      expect(told.body.results[0]?.refusal?.missing).toHaveLength(1);
    });

    it('learns of no booking that was made elsewhere', async () => {
      const { id, email } = await known('Placed Elsewhere');
      const first = await publishedEvent(product, coordinator, { capacity: 5 });
      const second = await publishedEvent(product, coordinator, { capacity: 5, courseId: first.courseId, weeks: 10 });
      await book(first.eventId, id);
      await act('practitioners', { email, name: 'Typed', agencyId }, lead);
      const refused = await book(second.eventId, id, lead);
      expect([refused.status, JSON.parse(refused.text)]).toEqual([
        409,
        {
          code: 'bookings.already-on-course',
          status: 409,
          title: 'There is already a place on another date of this course.',
        },
      ]);
    });
  });

  describe('staff', () => {
    it('add a person: one place more, filled in one action, with its reason in the audit log', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
      await book(eventId, await practitioner('In Already'));
      const waiting = (await book(eventId, await practitioner('First In Line'))).body;
      const added = await act(`events/${eventId}/additions`, {
        practitionerId: await practitioner('Added Person'),
        reason: 'Must attend this week',
      });
      expect([added.status, added.body.status]).toEqual([201, 'confirmed']);
      const event = await product.ask<{ capacity: number; placesHeld: number }>('GET', `/api/events/${eventId}`);
      expect(event.body).toMatchObject({ capacity: 2, placesHeld: 2 });
      expect((await read(waiting.id)).status).toBe('waitlisted');
      expect((await audited(added.body.id, 'booking.create'))[0]?.reason).toBe('Must attend this week');
    });

    it('serve out of order with a reason, within the number of places', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1, more: { agencyCap: 1 } });
      const first = (await book(eventId, await practitioner('Has It'))).body;
      const second = (await book(eventId, await practitioner('Second'))).body;
      expect((await act<{ code: string }>(`bookings/${second.id}/promotion`, { reason: 'Urgent' })).body.code).toBe(
        'events.full',
      );
      await product.ask('PATCH', `/api/events/${eventId}`, { as: coordinator, body: { capacity: 2 } });
      expect((await read(second.id)).status).toBe('waitlisted');
      const served = await act(`bookings/${second.id}/promotion`, { reason: 'Urgent' });
      expect([served.body.status, served.body.passReason]).toEqual(['confirmed', 'Urgent']);
      expect((await read(first.id)).status).toBe('confirmed');
    });

    it('cancel an event and offer the next one in the old order', async () => {
      const off = await publishedEvent(product, coordinator, { capacity: 2 });
      const next = await publishedEvent(product, coordinator, { capacity: 1, courseId: off.courseId, weeks: 10 });
      const [one, two] = [await practitioner('Offered One'), await practitioner('Offered Two')];
      await book(off.eventId, one);
      await book(off.eventId, two);
      const wrong = await act(`events/${off.eventId}/cancellation`, {
        reason: 'Trainer ill',
        nextEventId: off.eventId,
      });
      expect(wrong.status).toBe(422);
      await act(`events/${off.eventId}/cancellation`, { reason: 'Trainer ill', nextEventId: next.eventId });
      const there = await product.ask<BookingView[]>('GET', `/api/bookings?eventId=${next.eventId}&_sort=queueNumber`, {
        as: coordinator,
      });
      expect(new Map(there.body.map(({ practitionerId, status }) => [practitionerId, status]))).toEqual(
        new Map([
          [one, 'offered'],
          [two, 'waitlisted'],
        ]),
      );
    });
  });

  describe('an offer', () => {
    it('that nobody answers goes back to the end of the line once, then lapses; each time the person is told', async () => {
      const { eventId } = await publishedEvent(product, coordinator, {
        capacity: 1,
        more: { waitlistPolicy: 'offer' },
      });
      const held = (await book(eventId, await practitioner('Holds It'))).body;
      const first = (await book(eventId, await practitioner('Offered First'))).body;
      const second = (await book(eventId, await practitioner('Offered Second'))).body;
      await act(`bookings/${held.id}/cancellation`, { reason: 'ill' });
      const runOut = async (id: string) => {
        await product.database.repo(BookingEntity).update({ id }, { offeredUntil: new Date(0) });
        await product.app.get(SweepJob).run();
      };
      const kindsOf = async (id: string) => (await mailsOf(id)).map(({ kind }) => kind);
      await runOut(first.id);
      expect([(await read(first.id)).status, (await read(second.id)).status]).toEqual(['waitlisted', 'offered']);
      expect(await kindsOf(first.id)).toContain('booking-offer-missed');
      await act(`bookings/${second.id}/refusal`);
      expect(await kindsOf(second.id)).toContain('booking-offer-refused');
      expect((await read(first.id)).status).toBe('offered');
      await runOut(first.id);
      expect((await read(first.id)).status).toBe('lapsed');
      expect(await kindsOf(first.id)).toContain('booking-lapsed');
    });
  });

  describe('what must come first', () => {
    it('lost after booking turns the place provisional, and staff release it once its date has passed', async () => {
      const required = await publishedEvent(product, coordinator, { capacity: 5, weeks: 3 });
      const { eventId } = await publishedEvent(product, coordinator, {
        capacity: 1,
        weeks: 6,
        course: { prerequisiteCourseIds: [required.courseId], prerequisitePolicy: 'block' },
      });
      const person = await practitioner('Pia Provisional');
      expect((await book(eventId, person)).status).toBe(409);
      const first = (await book(required.eventId, person)).body;
      const booking = (await book(eventId, person)).body;
      expect([booking.status, booking.provisionalUntil]).toEqual(['confirmed', null]);
      await act(`bookings/${first.id}/cancellation`, { reason: 'ill' });
      await product.app.get(ProvisionalJob).run();
      const flagged = await read(booking.id);
      expect(flagged.provisionalUntil).not.toBeNull();
      expect((await mailsOf(booking.id)).map(({ kind }) => kind)).toContain('booking-outstanding');
      const early = await act<{ code: string }>(`bookings/${booking.id}/release`, { reason: 'Not completed' });
      expect(early.body.code).toBe('bookings.not-due');
      await product.database.repo(BookingEntity).update({ id: booking.id }, { provisionalUntil: new Date(0) });
      const due = await product.ask<BookingView[]>('GET', '/api/bookings?provisional=due', { as: coordinator });
      expect(due.body.map(({ id }) => id)).toContain(booking.id);
      const released = await act(`bookings/${booking.id}/release`, { reason: 'Not completed' });
      expect(released.body.status).toBe('cancelled');
    });
  });

  it('tells leads the category of a reason and nothing more', async () => {
    const { eventId } = await publishedEvent(product, coordinator, { capacity: 2 });
    const booking = (await book(eventId, await practitioner('Ill Person'))).body;
    await act(`bookings/${booking.id}/cancellation`, { reason: 'ill' });
    const seen = await product.ask<BookingView>('GET', `/api/bookings/${booking.id}`, { as: lead });
    expect([seen.body.endCategory, seen.body.endReason]).toEqual(['personal', null]);
    expect((await read(booking.id)).endReason).toBe('I am not well');
  });
});
