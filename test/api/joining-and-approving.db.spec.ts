import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AccessNeedEntity,
  AccessNeedTaskEntity,
  BookingEntity,
  JoinClickEntity,
  SavedAccessNeedEntity,
} from '@roundtable/bookings';
import type { BookingView, EventNeedsView, EventView, JoiningView, NeedTaskView } from '@roundtable/contracts';
import { MembershipEntity } from '@roundtable/people';
import { AuditEntryEntity, LinkEntity, MessageEntity, PersonalData, Retention, newId } from '@roundtable/platform';
import { Mailbox } from '../support/mailbox';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';
import { Website } from '../support/website';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MEETING = 'https://meeting.example/secret-room';

onTheProduct((product) => {
  let coordinator: Caller;
  beforeAll(async () => {
    coordinator = await product.person('coordinator');
  });
  afterEach(() => product.clock.set(new Date()));
  const ask = <Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    as: Caller,
    body?: unknown,
  ) => product.ask<Body>(method, `/api/${path}`, { as, ...(body === undefined ? {} : { body }) });
  const address = () => `${newId().slice(-12)}@joining.example`;
  /** Somebody with an account, at a browser. */
  const member = async (
    agency: string,
    role: 'practitioner' | 'agency-lead' = 'practitioner',
    name = 'Percy Person',
  ) => {
    const email = address();
    const caller = await product.person(role, { agency, email, name });
    const website = new Website(product);
    await website.signIn(email);
    return { ...caller, email, website };
  };
  const book = async (eventId: string, as: Caller, more: Record<string, unknown> = {}) =>
    (await ask<BookingView>('POST', `events/${eventId}/bookings`, as, more)).body;
  const read = async (id: string) => (await ask<BookingView>('GET', `bookings/${id}`, coordinator)).body;
  const audited = (subjectId: string, action: string) =>
    product.database.repo(AuditEntryEntity).findBy({ subjectId, action });
  /** A middling answer to every rating on a page. */
  const ratingsOn = (text: string) =>
    Object.fromEntries([...text.matchAll(/name="(rating-[\w-]+)"/g)].map((match) => [match[1]!, '3']));
  const visitor = () => new Website(product);
  /** An agency whose requests its lead approves. */
  const approvingAgency = async (approval: 'lead' | 'manager') => {
    const name = `Approving ${newId().slice(-6)}`;
    const lead = await member(name, 'agency-lead', 'Lena Lead');
    const [agency] = (await ask<{ id: string }[]>('GET', `agencies?q=${encodeURIComponent(name)}`, coordinator)).body;
    await ask('PATCH', `agencies/${agency!.id}`, coordinator, { approval, emailDomains: ['manager.example'] });
    return { name, id: agency!.id, lead };
  };

  describe('approving by the link in a mail', () => {
    it('shows the request, changes nothing by being opened, approves by its button, and says in the log that it came by link', async () => {
      const { name, lead } = await approvingAgency('lead');
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1, title: 'Approved course' });
      const delegate = await member(name, 'practitioner', 'Dora Delegate');
      const booking = await book(eventId, delegate);
      expect(booking.status).toBe('awaiting_approval');
      const path = await new Mailbox(product, lead.email).path('booking-approval-asked');
      const page = await visitor().get(path);
      for (const words of [
        'Approve training for Dora Delegate?',
        'Approved course',
        'A place is held until you answer',
      ])
        expect(page.text).toContain(words);
      await product.ask('HEAD', path);
      await visitor().post(path, {});
      expect((await read(booking.id)).status).toBe('awaiting_approval');

      const answered = await visitor().post(path, { answer: 'approve' });
      expect([answered.status, answered.headers['location']]).toEqual([303, path]);
      expect((await read(booking.id)).status).toBe('confirmed');
      expect((await visitor().get(path)).text).toContain('This request is approved');
      const [entry] = await audited(booking.id, 'booking.approve');
      expect(entry).toMatchObject({ actorId: null, after: { status: 'confirmed', via: 'link', approver: 'lead' } });
      await visitor().post(path, { answer: 'decline', reason: 'Too late' });
      expect((await read(booking.id)).status).toBe('confirmed');
    });

    it('declines only with a reason, which the delegate is told, by a manager without an account', async () => {
      const { name, id } = await approvingAgency('manager');
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
      const delegate = await member(name);
      const manager = 'maya@manager.example';
      await product.database
        .repo(MembershipEntity)
        .update({ personId: delegate.personId, agencyId: id }, { managerName: 'Maya Manager', managerEmail: manager });
      const booking = await book(eventId, delegate);
      const path = await new Mailbox(product, manager).path('booking-approval-asked');
      expect((await visitor().post(path, { answer: 'not-approve' })).text).toContain('Why do you not approve this?');
      const bare = await visitor().post(path, { answer: 'decline', reason: ' ' });
      expect([bare.status, bare.text.includes('Enter why you do not approve this')]).toEqual([422, true]);
      expect((await read(booking.id)).status).toBe('awaiting_approval');
      await visitor().post(path, { answer: 'decline', reason: 'Not this term' });
      expect((await read(booking.id)).status).toBe('declined');
      expect((await visitor().get(path)).text).toContain('This request was not approved');
      expect((await new Mailbox(product, delegate.email).newest('booking-declined')).textBody).toContain(
        'Not this term',
      );
    });

    it.each(['the role', 'the agency'])('ends for a lead who has left %s, and for nobody else', async (what) => {
      const { name, id, lead } = await approvingAgency('lead');
      const other = await member(name, 'agency-lead', 'Olga Other');
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
      const booking = await book(eventId, await member(name));
      const path = await new Mailbox(product, lead.email).path('booking-approval-asked');
      const otherPath = await new Mailbox(product, other.email).path('booking-approval-asked');
      expect((await visitor().get(path)).status).toBe(200);
      if (what === 'the role') {
        const grants = (await ask<{ id: string }[]>('GET', `role-grants?personId=${lead.personId}`, coordinator)).body;
        for (const grant of grants) await ask('DELETE', `role-grants/${grant.id}`, coordinator);
      } else {
        const memberships = product.database.repo(MembershipEntity);
        const membership = await memberships.findOneByOrFail({ personId: lead.personId, agencyId: id });
        const until = new Date().toISOString().slice(0, 10);
        expect((await ask('POST', `memberships/${membership.id}/end`, coordinator, { until })).status).toBe(200);
      }
      expect((await visitor().get(path)).status).toBe(404);
      expect((await visitor().post(path, { answer: 'approve' })).status).toBe(404);
      expect((await read(booking.id)).status).toBe('awaiting_approval');
      await visitor().post(otherPath, { answer: 'approve' });
      expect((await read(booking.id)).status).toBe('confirmed');
    });

    it('ends for a manager once somebody else is named', async () => {
      const { name, id } = await approvingAgency('manager');
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
      const delegate = await member(name);
      const named = (managerName: string, managerEmail: string) =>
        product.database
          .repo(MembershipEntity)
          .update({ personId: delegate.personId, agencyId: id }, { managerName, managerEmail });
      const former = `${newId().slice(-12)}@manager.example`;
      await named('Former Manager', former);
      const booking = await book(eventId, delegate);
      const path = await new Mailbox(product, former).path('booking-approval-asked');
      await named('Next Manager', 'next@manager.example');
      expect((await visitor().get(path)).status).toBe(404);
      await visitor().post(path, { answer: 'approve' });
      expect((await read(booking.id)).status).toBe('awaiting_approval');
      await named('Former Manager', former.toUpperCase());
      await visitor().post(path, { answer: 'approve' });
      expect((await read(booking.id)).status).toBe('confirmed');
    });

    it('says what to do where the link works no more', async () => {
      const gone = await visitor().get('/approvals/no-such-link');
      expect([gone.status, gone.text.includes('sign in to see what waits for you')]).toEqual([404, true]);
    });
  });

  describe("a delegate's own pages", () => {
    it('offer reasons from the list, kept with their category, and say until when cancelling is free', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
      const person = await member('Cancelling School');
      const { id, cancelFreeUntil } = await book(eventId, person);
      expect(cancelFreeUntil).toMatch(/T1[67]:00:00\.000Z$/);
      const page = await person.website.get(`/my-training/bookings/${id}/cancel`);
      expect(page.text).toContain('You can cancel free of charge until 5pm on');
      expect((await person.website.post(`/my-training/bookings/${id}/cancel`, { reason: 'because' })).status).toBe(422);
      const done = await person.website.post(`/my-training/bookings/${id}/cancel`, { reason: 'ill' });
      expect(done.status).toBe(303);
      expect(await read(id)).toMatchObject({
        status: 'cancelled',
        endCategory: 'personal',
        endReason: 'I am not well',
      });
    });

    it('move a booking to another date of the course with a free place, both or neither', async () => {
      const from = await publishedEvent(product, coordinator, { capacity: 1 });
      const to = await publishedEvent(product, coordinator, { capacity: 1, courseId: from.courseId, weeks: 10 });
      const full = await publishedEvent(product, coordinator, { capacity: 1, courseId: from.courseId, weeks: 12 });
      await book(full.eventId, await member('Moving School'));
      const person = await member('Moving School');
      const { id } = await book(from.eventId, person);
      const path = `/my-training/bookings/${id}/move`;
      const form = (await person.website.get(path)).text;
      expect([form.includes(to.eventId), form.includes(full.eventId)]).toEqual([true, false]);
      expect((await person.website.post(path, { step: 'check' })).text).toContain('Choose a date');
      const check = await person.website.post(path, { step: 'check', eventId: to.eventId });
      expect(check.text).toContain('Check before you move');
      expect((await read(id)).status).toBe('confirmed');
      const done = await person.website.post(path, { step: 'confirm', eventId: to.eventId });
      const again = await person.website.post(path, { step: 'confirm', eventId: to.eventId });
      expect([done.status, again.headers['location']]).toEqual([303, done.headers['location']]);
      expect((await read(id)).status).toBe('cancelled');
      expect((await person.website.get(String(done.headers['location']))).text).toContain(
        'Your place is on this date now',
      );
    });

    it("ask 'can you still come?' after another time, and no frees the place without charge", async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
      const person = await member('Coming School');
      const { id } = await book(eventId, person);
      expect((await person.website.get(`/my-training/bookings/${id}`)).text).not.toContain('Can you still come?');
      const event = (await ask<EventView>('GET', `events/${eventId}`, coordinator)).body;
      const [session] = event.sessions;
      const later = (at: string) => new Date(Date.parse(at) + DAY).toISOString();
      await ask('PATCH', `events/${eventId}`, coordinator, {
        sessions: [{ id: session!.id, startsAt: later(session!.startsAt), endsAt: later(session!.endsAt) }],
      });
      expect((await person.website.get(`/my-training/bookings/${id}`)).text).toContain('Can you still come?');
      await person.website.post(`/my-training/bookings/${id}`, {});
      expect((await read(id)).status).toBe('confirmed');
      await person.website.post(`/my-training/bookings/${id}`, { answer: 'not-coming' });
      expect(await read(id)).toMatchObject({ status: 'cancelled', endCategory: 'organiser' });
    });

    it('warn of another own booking at the same time, and book all the same', async () => {
      const one = await publishedEvent(product, coordinator, { capacity: 5, title: 'First at ten' });
      const other = await publishedEvent(product, coordinator, { capacity: 5, title: 'Second at ten' });
      const person = await member('Clashing School');
      await book(one.eventId, person);
      const page = await person.website.get(`/events/${other.eventId}/book`);
      expect(page.text).toContain('You have something else booked at this time');
      expect(page.text).toContain('First at ten');
      const confirm = { step: 'confirm', ...ratingsOn(page.text) };
      expect((await person.website.post(`/events/${other.eventId}/book`, confirm)).status).toBe(303);
    });
  });

  describe('what people need', () => {
    it('is kept by consent for as long as they chose, opens a task, and is read by staff alone, audited', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 5 });
      const person = await member('Needing School', 'practitioner', 'Nora Needs');
      const path = `/events/${eventId}/book`;
      const ratings = ratingsOn((await person.website.get(path)).text);
      const given = { ...ratings, step: 'confirm', accessNeeds: 'A ramp at the door', dietaryNeeds: 'No nuts' };
      const refused = await person.website.post(path, given);
      expect([refused.status, refused.text.includes('Agree that we may keep')]).toEqual([422, true]);
      const done = await person.website.post(path, { ...given, consent: 'yes', keepNeeds: 'profile' });
      const bookingId = /bookings\/([\w-]+)/.exec(String(done.headers['location']))![1]!;

      const [task] = (await ask<NeedTaskView[]>('GET', `access-need-tasks?state=open&eventId=${eventId}`, coordinator))
        .body;
      expect(task).toMatchObject({ bookingId, practitionerName: 'Nora Needs', doneAt: null });
      expect(JSON.stringify(task)).not.toContain('ramp');
      const needs = await ask<EventNeedsView[]>('GET', `events/${eventId}/access-needs`, coordinator);
      expect(needs.body).toMatchObject([{ accessNeeds: 'A ramp at the door', dietaryNeeds: 'No nuts' }]);
      expect(await audited(eventId, 'access-needs.read')).toHaveLength(1);
      const trainer = await product.person('trainer');
      expect((await ask('GET', `events/${eventId}/access-needs`, trainer)).status).toBe(404);
      expect((await ask('GET', `events/${eventId}/access-needs`, person)).status).toBe(403);
      expect((await ask('GET', `bookings/${bookingId}/access-needs`, coordinator)).status).toBe(404);

      const finished = await ask<NeedTaskView>('POST', `access-need-tasks/${task!.id}/completion`, coordinator);
      expect(finished.body.doneByName).toBe('Percy Person');
      await ask('PUT', `bookings/${bookingId}/access-needs`, person, { dietaryNeeds: 'Vegan' });
      expect(
        (await ask<NeedTaskView[]>('GET', `access-need-tasks?state=open&eventId=${eventId}`, coordinator)).body,
      ).toHaveLength(1);

      const mails = await new Mailbox(product, person.email).all();
      const log = await product.database.repo(AuditEntryEntity).find();
      for (const text of [JSON.stringify(mails), JSON.stringify(log)])
        expect(text).not.toMatch(/ramp at the|No nuts|Vegan/);
    });

    it('is filled in from the profile, goes with a booking only by consent, and is taken back at once', async () => {
      const person = await member('Profile School');
      await ask('PUT', 'me/access-needs', person, { accessNeeds: 'Captions please' });
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 5 });
      expect((await person.website.get(`/events/${eventId}/book`)).text).toContain('Captions please');
      const booking = await book(eventId, person);
      const needs = product.database.repo(AccessNeedEntity);
      expect(await needs.countBy({ bookingId: booking.id })).toBe(0);
      await ask('PUT', `bookings/${booking.id}/access-needs`, person, { accessNeeds: 'Captions please' });
      await person.website.post('/my-training/needs', { answer: 'take-back' });
      const saved = product.database.repo(SavedAccessNeedEntity);
      expect(await saved.countBy({ personId: person.personId })).toBe(0);
      await person.website.post(`/my-training/bookings/${booking.id}/needs`, { answer: 'take-back' });
      expect(await needs.countBy({ bookingId: booking.id })).toBe(0);
      expect(await product.database.repo(AccessNeedTaskEntity).countBy({ bookingId: booking.id })).toBe(0);
    });

    it('goes along to another date, where staff look at it again', async () => {
      const from = await publishedEvent(product, coordinator, { capacity: 5 });
      const to = await publishedEvent(product, coordinator, { capacity: 5, courseId: from.courseId, weeks: 10 });
      const person = await member('Moving Needs School');
      const { id } = await book(from.eventId, person, { accessNeeds: 'A ramp' });
      const moved = await ask<BookingView>('POST', `bookings/${id}/transfer`, person, { eventId: to.eventId });
      const tasks = await product.database.repo(AccessNeedTaskEntity).findBy({ bookingId: moved.body.id });
      expect(tasks).toMatchObject([{ doneAt: null }]);
      expect(await product.database.repo(AccessNeedTaskEntity).countBy({ bookingId: id })).toBe(0);
    });
  });

  describe('two entries of one person', () => {
    it('become one with the words given last', async () => {
      const [from, into] = [await member('Merging School'), await member('Merging School')];
      await ask('PUT', 'me/access-needs', into, { accessNeeds: 'Given first' });
      product.clock.set(new Date(Date.now() + MINUTE));
      await ask('PUT', 'me/access-needs', from, { accessNeeds: 'Given last' });
      const merged = await ask('POST', `practitioners/${from.personId}/merge`, coordinator, { into: into.personId });
      expect(merged.status).toBe(200);
      const saved = product.database.repo(SavedAccessNeedEntity);
      expect(await saved.findBy({ personId: into.personId })).toMatchObject([{ needs: 'Given last' }]);
      expect(await saved.countBy({ personId: from.personId })).toBe(0);
    });
  });

  describe('erasing a person', () => {
    it('takes saved needs at once when it is asked for, and links and clicks when it is done', async () => {
      const person = await member('Erasing School');
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 5 });
      const booking = await book(eventId, person);
      await ask('PATCH', `events/${eventId}`, coordinator, { joining: { dialIn: '0115 000 0000' } });
      await ask('POST', `events/${eventId}/joining-mails`, coordinator);
      const clicks = product.database.repo(JoinClickEntity);
      await clicks.insert({ id: newId(), bookingId: booking.id, clickedAt: new Date() });
      await ask('PUT', 'me/access-needs', person, { accessNeeds: 'A ramp' });
      await ask('POST', `bookings/${booking.id}/cancellation`, person, { reason: 'ill' });
      await ask('POST', 'me/data-requests', person, { kind: 'erase' });
      const saved = product.database.repo(SavedAccessNeedEntity);
      expect(await saved.countBy({ personId: person.personId })).toBe(0);
      const links = product.database.repo(LinkEntity);
      // To join, and to say that one cannot come.
      expect(await links.countBy({ subjectId: booking.id })).toBe(2);
      await product.database.transaction(() => product.app.get(PersonalData).forget(person.personId));
      expect(await links.countBy({ subjectId: booking.id })).toBe(0);
      expect(await clicks.countBy({ bookingId: booking.id })).toBe(0);
    });
  });

  describe('joining online', () => {
    const joinPathOf = async (email: string) =>
      /\/join\/[\w-]+/.exec((await new Mailbox(product, email).newest('joining-instructions')).textBody)?.[0] ?? '';
    const joinable = async (capacity = 5) => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity });
      const joining = {
        platform: 'Microsoft Teams',
        meetingUrl: MEETING,
        testUrl: 'https://meeting.example/test',
        dialIn: '0115 000 0000',
      };
      const changed = await ask('PATCH', `events/${eventId}`, coordinator, { joining });
      expect([changed.status, changed.text.includes('meeting.example')]).toEqual([200, false]);
      return eventId;
    };

    it('names platform, test link and telephone from the start, and the meeting from 30 minutes before until the end', async () => {
      const eventId = await joinable();
      const person = await member('Joining School');
      const booking = await book(eventId, person);
      const mailed = await ask<{ sent: number }>('POST', `events/${eventId}/joining-mails`, coordinator);
      expect(mailed.body).toEqual({ sent: 1, withoutAddress: 0 });
      expect(await audited(eventId, 'event.mail-joining')).toHaveLength(1);
      const path = await joinPathOf(person.email);
      const open = new Date(Date.parse(booking.startsAt!) - 30 * MINUTE);
      const clicks = product.database.repo(JoinClickEntity);

      product.clock.set(new Date(open.getTime() - 1000));
      const early = await visitor().get(path);
      for (const words of ['Microsoft Teams', '0115 000 0000', 'https://meeting.example/test'])
        expect(early.text).toContain(words);
      expect(early.text).not.toContain('Join now');
      expect((await visitor().post(path, { pressed: 'yes' })).status).toBe(409);

      product.clock.set(open);
      const page = await visitor().get(path);
      expect([page.text.includes('Join now'), page.text.includes(MEETING)]).toEqual([true, false]);
      await visitor().post(path, {});
      expect(await clicks.countBy({ bookingId: booking.id })).toBe(0);
      const pressed = await visitor().post(path, { pressed: 'yes' });
      expect([pressed.status, pressed.headers['location']]).toEqual([303, MEETING]);
      const signedIn = await person.website.post(`/my-training/bookings/${booking.id}/join`, { pressed: 'yes' });
      expect(signedIn.headers['location']).toBe(MEETING);
      expect(await clicks.countBy({ bookingId: booking.id })).toBe(2);
      expect((await read(booking.id)).attendance).toBeNull();

      product.clock.set(new Date(booking.endsAt!));
      expect((await visitor().post(path, { pressed: 'yes' })).status).toBe(409);
      product.clock.set(new Date());
    });

    it('is for staff at any time, for nobody else, and in no calendar file, mail or audit entry', async () => {
      const eventId = await joinable();
      const person = await member('Secret School');
      const other = await member('Secret School');
      const booking = await book(eventId, person);
      await ask('POST', `events/${eventId}/joining-mails`, coordinator);
      const seen = await ask<JoiningView>('GET', `events/${eventId}/joining`, coordinator);
      expect(seen.body).toMatchObject({ meetingUrl: MEETING, minutesBefore: 30 });
      expect((await ask('GET', `events/${eventId}/joining`, person)).status).toBe(403);
      expect((await ask('GET', `events/${eventId}/joining`, await product.person('trainer'))).status).toBe(404);
      expect((await other.website.get(`/my-training/bookings/${booking.id}/join`)).status).toBe(404);
      for (const path of [`/api/events/${eventId}`, `/events/${eventId}`])
        expect((await product.ask('GET', path)).text).not.toContain('secret-room');
      const mails = await product.database.repo(MessageEntity).findBy({ personId: person.personId });
      const log = await product.database.repo(AuditEntryEntity).findBy({ subjectId: eventId });
      for (const rows of [mails, log]) expect(JSON.stringify(rows)).not.toContain('secret-room');
      expect(mails.some(({ calendar }) => calendar)).toBe(true);
    });

    it('is for whoever has a confirmed place, and is mailed only where there is something to join', async () => {
      const eventId = await joinable(1);
      const person = await member('Ended School');
      const booking = await book(eventId, person);
      await ask('POST', `events/${eventId}/joining-mails`, coordinator);
      const path = await joinPathOf(person.email);
      await ask('POST', `bookings/${booking.id}/cancellation`, person, { reason: 'ill' });
      const page = (await visitor().get(path)).text;
      expect([page.includes('nothing to join'), page.includes('Microsoft Teams')]).toEqual([true, false]);
      const { eventId: bare } = await publishedEvent(product, coordinator, { capacity: 1 });
      const refused = await ask<{ code: string }>('POST', `events/${bare}/joining-mails`, coordinator);
      expect([refused.status, refused.body.code]).toEqual([409, 'joining.none']);
      const wrong = { joining: { meetingUrl: 'javascript:alert(1)' } };
      expect((await ask('PATCH', `events/${bare}`, coordinator, wrong)).status).toBe(422);
    });

    it('forgets clicks after a year, and what people need 30 days after the event, its task with it', async () => {
      const eventId = await joinable();
      const person = await member('Retained School');
      const booking = await book(eventId, person, { accessNeeds: 'A ramp' });
      const clickedAt = new Date(booking.startsAt!);
      await product.database.repo(JoinClickEntity).insert({ id: newId(), bookingId: booking.id, clickedAt });
      const counts = async () => [
        await product.database.repo(AccessNeedEntity).countBy({ bookingId: booking.id }),
        await product.database.repo(AccessNeedTaskEntity).countBy({ bookingId: booking.id }),
        await product.database.repo(JoinClickEntity).countBy({ bookingId: booking.id }),
      ];
      const runAt = async (now: number) => {
        product.clock.set(new Date(now));
        await product.app.get(Retention).sweep();
        product.clock.set(new Date());
      };
      await runAt(Date.parse(booking.endsAt!) + 29 * DAY);
      expect(await counts()).toEqual([1, 1, 1]);
      await runAt(Date.parse(booking.endsAt!) + 31 * DAY);
      expect(await counts()).toEqual([0, 0, 1]);
      await runAt(clickedAt.getTime() + 367 * DAY);
      expect(await counts()).toEqual([0, 0, 0]);
    });
  });

  describe('a lead on the website', () => {
    it('approves and declines what waits for them, and nobody else finds the pages', async () => {
      const { name, lead } = await approvingAgency('lead');
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 5 });
      const delegate = await member(name, 'practitioner', 'Adam Asks');
      const booking = await book(eventId, delegate);
      const list = await lead.website.get('/my-agency/bookings');
      expect(list.text).toContain('Adam Asks');
      expect((await delegate.website.get('/my-agency/bookings')).status).toBe(404);
      expect((await delegate.website.get(`/my-agency/bookings/${booking.id}`)).status).toBe(404);
      const foreign = await member('Foreign School', 'agency-lead');
      expect((await foreign.website.get(`/my-agency/bookings/${booking.id}`)).status).toBe(404);
      await lead.website.post(`/my-agency/bookings/${booking.id}`, { answer: 'approve' });
      expect((await read(booking.id)).status).toBe('confirmed');
      const [entry] = await audited(booking.id, 'booking.approve');
      expect(entry!.after).not.toHaveProperty('via');
    });

    it('books several people in one form, and is told who was not booked and why', async () => {
      const agency = `Group School ${newId().slice(-6)}`;
      const lead = await member(agency, 'agency-lead', 'Lena Lead');
      const known = await member(agency, 'practitioner', 'Ken Known');
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 2 });
      const path = `/events/${eventId}/book-for-agency`;
      expect((await lead.website.get(`/events/${eventId}`)).text).toContain('Book for people of my agency');
      expect((await lead.website.get(path)).text).toContain('Ken Known');
      const more = await lead.website.post(path, { step: 'rows', rows: '3', 'row-0-name': 'Nina New' });
      expect([more.text.includes('Person 6'), more.text.includes('value="Nina New"')]).toEqual([true, true]);
      expect((await lead.website.post(path, { step: 'check' })).text).toContain('Choose or enter who comes');
      const people = {
        [`person-${known.personId}`]: 'yes',
        'row-0-name': 'Nina New',
        'row-0-email': address(),
        'row-1-name': 'Olga Over',
        'row-1-email': address(),
      };
      const check = await lead.website.post(path, { step: 'check', mode: 'all', ...people });
      for (const name of ['Ken Known', 'Nina New', 'Olga Over', 'All of them or nobody'])
        expect(check.text).toContain(name);
      const bookings = product.database.repo(BookingEntity);
      const none = await lead.website.post(path, { step: 'confirm', mode: 'all', ...people });
      expect(none.text).toContain('Nobody was booked');
      expect(await bookings.countBy({ eventId })).toBe(0);
      const some = await lead.website.post(path, { step: 'confirm', mode: 'possible', ...people });
      expect(some.text).toContain('Some people were booked');
      expect(some.text).toMatch(/Olga Over: There is no free place/);
      expect(await bookings.countBy({ eventId, status: 'confirmed' })).toBe(2);
      const wrong = { step: 'confirm', mode: 'wait', 'row-0-name': 'Bad Address', 'row-0-email': 'nowhere' };
      const refused = await lead.website.post(path, wrong);
      expect([refused.status, refused.text.includes('href="#row-0-email"')]).toEqual([422, true]);
    });

    it('holds places until a day, gives one a name, and gives the rest back', async () => {
      const agency = `Holding School ${newId().slice(-6)}`;
      const lead = await member(agency, 'agency-lead');
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 3 });
      const path = `/events/${eventId}/hold-places`;
      const [year, month, day] = new Date(Date.now() + 20 * DAY).toISOString().slice(0, 10).split('-') as [
        string,
        string,
        string,
      ];
      const many = await lead.website.post(path, { places: '9', day, month, year });
      expect([many.status, many.text.includes('there are 3 places open to your agency')]).toEqual([409, true]);
      expect((await lead.website.post(path, { places: 'x', day: '31', month: '2', year })).status).toBe(422);
      const held = await lead.website.post(path, { places: '2', day, month, year });
      const heldPath = String(held.headers['location']).split('?')[0]!;
      expect((await lead.website.get('/my-agency/bookings')).text).toContain(heldPath);
      const email = address();
      await lead.website.post(heldPath, { answer: 'name', email, name: 'Nell Named' });
      expect(await new Mailbox(product, email).newest('booking-confirmed')).toBeTruthy();
      expect((await lead.website.get(heldPath)).text).toContain('1 place held');
      const foreign = await member('Foreign School', 'agency-lead');
      expect((await foreign.website.post(heldPath, { answer: 'release' })).status).toBe(404);
      await lead.website.post(heldPath, { answer: 'release' });
      expect((await ask<EventView>('GET', `events/${eventId}`, coordinator)).body.placesHeld).toBe(1);
    });

    it('sends a colleague instead', async () => {
      const agency = `Sub School ${newId().slice(-6)}`;
      const lead = await member(agency, 'agency-lead');
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
      const booking = await book(eventId, await member(agency));
      const path = `/my-agency/bookings/${booking.id}/substitute`;
      const bare = await lead.website.post(path, { email: address() });
      expect([bare.status, bare.text.includes('Enter the name')]).toEqual([422, true]);
      const done = await lead.website.post(path, { email: address(), name: 'Sue Substitute' });
      expect((await lead.website.get(String(done.headers['location']))).text).toContain(
        'Sue Substitute has the place now',
      );
      expect((await read(booking.id)).status).toBe('substituted');
    });
  });
});
