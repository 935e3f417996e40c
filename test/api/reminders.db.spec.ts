import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { BookingEntity } from '@roundtable/bookings';
import type { BookingView, MorningListView } from '@roundtable/contracts';
import { CompletionEntity } from '@roundtable/elearning';
import { RoleGrantEntity } from '@roundtable/people';
import { AuditEntryEntity, MessageEntity, PersonalData, Retention, newId } from '@roundtable/platform';
import { In, Not } from 'typeorm';
import { StillComingJob } from '../../libs/bookings/src/coming/still-coming.job';
import { JoiningJob } from '../../libs/bookings/src/joining/joining.job';
import { LeadDigestJob } from '../../libs/bookings/src/lead-digest/lead-digest.job';
import { MissedJob } from '../../libs/bookings/src/missed/missed.job';
import { RegisterChaserJob } from '../../libs/bookings/src/register-chaser/register-chaser.job';
import { MorningMailJob } from '../../libs/reports/src/morning-list/morning-mail.job';
import { Mailbox } from '../support/mailbox';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';
import { Website } from '../support/website';

const JOBS = {
  joining: JoiningJob,
  coming: StillComingJob,
  missed: MissedJob,
  registers: RegisterChaserJob,
  digest: LeadDigestJob,
  morning: MorningMailJob,
};

onTheProduct((product) => {
  let coordinator: Caller;
  beforeAll(async () => {
    product.clock.set('2026-03-02T09:00:00Z');
    coordinator = await product.person('coordinator');
  });
  afterEach(() => product.clock.set('2026-03-02T09:00:00Z'));

  const ask = <Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    as = coordinator,
  ) => product.ask<Body>(method, `/api/${path}`, { as, ...(body === undefined ? {} : { body }) });
  /** Runs a job at a moment, twice: nobody may be told twice. */
  const runAt = async (moment: string, job: keyof typeof JOBS) => {
    product.clock.set(moment);
    await product.app.get<{ run: () => Promise<void> }>(JOBS[job]).run();
    await product.app.get<{ run: () => Promise<void> }>(JOBS[job]).run();
  };
  const eventOn = (start: string, more: Record<string, unknown> = {}, courseId?: string) => {
    const endsAt = new Date(Date.parse(start) + 3 * 3_600_000).toISOString();
    return publishedEvent(product, coordinator, {
      capacity: 10,
      ...(courseId && { courseId }),
      more: { sessions: [{ startsAt: start, endsAt }], ...more },
    });
  };
  const delegate = async (name = 'Dora Delegate', agency = 'Reminded Trust', sector = 'health') => {
    const email = `${newId().slice(-12)}@reminded.example`;
    const person = await product.person('practitioner', { email, name, agency, sector });
    const mails = async (kind: string) => (await new Mailbox(product, email).all()).filter((one) => one.kind === kind);
    return { ...person, email, mails, mailbox: new Mailbox(product, email) };
  };
  const book = async (eventId: string, { personId }: Caller) =>
    (await ask<BookingView>('POST', `events/${eventId}/bookings`, { practitionerId: personId })).body;
  const read = async (id: string) => (await ask<BookingView>('GET', `bookings/${id}`)).body;
  const sessionsOf = async (eventId: string) =>
    (await ask<{ sessions: { id: string; startsAt: string; endsAt: string }[] }>('GET', `events/${eventId}`)).body
      .sessions;
  const moveTo = async (eventId: string, start: string) => {
    const [session] = await sessionsOf(eventId);
    const endsAt = new Date(Date.parse(start) + 3 * 3_600_000).toISOString();
    const moved = await ask('PATCH', `events/${eventId}`, { sessions: [{ id: session!.id, startsAt: start, endsAt }] });
    expect(moved.status).toBe(200);
  };
  const visitor = () => new Website(product);
  /** The path of the first link in a text to a page of this kind. */
  const linkIn = (text: string, page: string) =>
    new URL(new RegExp(`https?://\\S+/${page}/[\\w-]+`).exec(text)![0]).pathname;

  describe('joining instructions', () => {
    it('go out at 8am in London three working days before, Easter left out, with all there is to know, once', async () => {
      const venue = await ask<{ id: string }>('POST', 'venues', {
        name: `Castle Hall ${newId().slice(-6)}`,
        address: '1 Castle Road',
        accessNotes: 'Tram to the castle; step-free.',
        mapUrl: 'https://map.example/castle',
      });
      expect(venue.status).toBe(201);
      const { eventId } = await eventOn('2026-04-08T08:30:00Z', {
        delivery: 'in-person',
        venueId: venue.body.id,
        note: 'Bring a badge.',
        capacity: 2,
      });
      const [first, gone, waiting] = [await delegate(), await delegate('Gone'), await delegate('Waiting')];
      await book(eventId, first);
      const cancelled = await book(eventId, gone);
      const late = await delegate('Late');
      await book(eventId, late);
      expect((await book(eventId, waiting)).status).toBe('waitlisted');
      await ask('POST', `bookings/${cancelled.id}/cancellation`, { reason: 'ill' });

      await runAt('2026-04-01T06:59:00Z', 'joining');
      expect(await first.mails('joining-instructions')).toHaveLength(0);
      await runAt('2026-04-01T07:00:00Z', 'joining');
      const [mail, ...more] = await first.mails('joining-instructions');
      expect(more).toEqual([]);
      expect(mail?.subject).toContain('Where to come');
      for (const words of [
        'Wednesday 8 April 2026, 9:30am to 12:30pm',
        '1 Castle Road',
        'Tram to the castle; step-free.',
        'https://map.example/castle',
        'Bring a badge.',
        '/coming/',
      ])
        expect(mail?.textBody).toContain(words);
      expect(await gone.mails('joining-instructions')).toHaveLength(0);
    });

    it('come at once, on a Saturday evening too, to whoever gets a place later, and again after another time', async () => {
      const { eventId } = await eventOn('2026-04-08T08:30:00Z', { delivery: 'in-person' });
      const [early, later] = [await delegate(), await delegate()];
      await book(eventId, early);
      await runAt('2026-04-04T18:30:00Z', 'joining');
      expect(await early.mails('joining-instructions')).toHaveLength(0);
      await book(eventId, later);
      await runAt('2026-04-04T18:31:00Z', 'joining');
      expect(await early.mails('joining-instructions')).toHaveLength(0);
      expect(await later.mails('joining-instructions')).toHaveLength(1);

      await runAt('2026-04-07T07:00:00Z', 'joining');
      expect(await early.mails('joining-instructions')).toHaveLength(1);
      await moveTo(eventId, '2026-04-09T08:30:00Z');
      await runAt('2026-04-07T07:05:00Z', 'joining');
      for (const person of [early, later])
        expect((await person.mails('joining-instructions')).at(-1)?.textBody).toContain('Thursday 9 April 2026');
      expect(await early.mails('joining-instructions')).toHaveLength(2);
      await runAt('2026-04-09T08:30:00Z', 'joining');
      expect(await early.mails('joining-instructions')).toHaveLength(2);
    });

    it.each([
      ['2026-04-01T08:30:00Z', '2026-03-27T07:59:00Z', '2026-03-27T08:00:00Z'],
      ['2026-10-28T09:30:00Z', '2026-10-23T06:59:00Z', '2026-10-23T07:00:00Z'],
    ])('of an event at %p count across the change of clocks: not at %p, at %p', async (start, before, due) => {
      const { eventId } = await eventOn(start, { delivery: 'in-person' });
      const person = await delegate();
      await book(eventId, person);
      await runAt(before, 'joining');
      expect(await person.mails('joining-instructions')).toHaveLength(0);
      await runAt(due, 'joining');
      expect(await person.mails('joining-instructions')).toHaveLength(1);
    });

    it('online lead to the join page, wait until staff say how it is joined, and leave out whoever staff told a moment ago', async () => {
      const { eventId } = await eventOn('2026-05-13T08:30:00Z');
      const [told, untold] = [await delegate(), await delegate()];
      await book(eventId, told);
      await runAt('2026-05-08T07:00:00Z', 'joining');
      expect(await told.mails('joining-instructions')).toHaveLength(0);
      await ask('PATCH', `events/${eventId}`, { joining: { meetingUrl: 'https://meeting.example/room' } });
      expect((await ask('POST', `events/${eventId}/joining-mails`)).body).toMatchObject({ sent: 1 });
      await book(eventId, untold);
      await runAt('2026-05-08T07:30:00Z', 'joining');
      expect(await told.mails('joining-instructions')).toHaveLength(1);
      const [mail] = await untold.mails('joining-instructions');
      expect(mail?.textBody).not.toContain('meeting.example');
      const path = linkIn(mail?.textBody ?? '', 'join');
      expect((await visitor().get(path)).text).toContain('The link to the meeting shows on this page');
    });
  });

  describe('‘Can you still come?’', () => {
    it('is asked three working days before free cancellation ends, Easter left out, of whoever booked before that day', async () => {
      const { eventId } = await eventOn('2026-04-16T09:00:00Z');
      const [person, sameDay] = [await delegate(), await delegate()];
      const booking = await book(eventId, person);
      await runAt('2026-04-02T06:59:00Z', 'coming');
      expect(await person.mails('still-coming')).toHaveLength(0);
      product.clock.set('2026-04-02T06:59:30Z');
      await book(eventId, sameDay);
      await runAt('2026-04-02T07:00:00Z', 'coming');
      expect(await person.mails('still-coming')).toHaveLength(1);
      expect(await sameDay.mails('still-coming')).toHaveLength(0);
      const text = (await person.mails('still-coming'))[0]!.textBody;
      expect(text).toContain('You can cancel free of charge until Thursday 9 April 2026, 5pm');
      expect(await read(booking.id)).toMatchObject({
        comingAsked: false,
        stillComingAsked: true,
        comingAnsweredAt: null,
      });

      const path = linkIn(text, 'coming');
      const page = await visitor().get(path);
      expect(page.text).toContain('Can you still come?');
      expect(page.headers['cache-control']).toContain('no-store');
      await product.ask('HEAD', path);
      expect((await read(booking.id)).stillComingAsked).toBe(true);
      const yes = await visitor().post(path, { answer: 'yes' });
      expect([yes.status, yes.headers['location']]).toEqual([303, path]);
      expect(await read(booking.id)).toMatchObject({
        status: 'confirmed',
        stillComingAsked: false,
        comingAnsweredAt: '2026-04-02T07:00:00.000Z',
      });
      expect((await visitor().get(path)).text).toContain('You said that you are coming');
    });

    it('says no through ordinary cancelling, with a reason, and serves the line', async () => {
      const { eventId } = await eventOn('2026-04-16T09:00:00Z', { capacity: 1 });
      const [person, next] = [await delegate(), await delegate()];
      const booking = await book(eventId, person);
      const waiting = await book(eventId, next);
      await runAt('2026-04-02T07:00:00Z', 'coming');
      expect(await next.mails('still-coming')).toHaveLength(0);
      const path = linkIn((await person.mails('still-coming'))[0]!.textBody, 'coming');
      expect((await visitor().post(path, { answer: 'no' })).text).toContain('Why do you want to cancel?');
      const bare = await visitor().post(path, { answer: 'cancel' });
      expect([bare.status, bare.text.includes('Choose a reason')]).toEqual([422, true]);
      expect((await read(booking.id)).status).toBe('confirmed');
      await visitor().post(path, { answer: 'cancel', reason: 'ill' });
      expect(await read(booking.id)).toMatchObject({ status: 'cancelled', endCategory: 'personal' });
      expect((await read(waiting.id)).status).toBe('confirmed');
      expect((await visitor().get(path)).text).toContain('This booking has ended');
      await visitor().post(path, { answer: 'yes' });
      expect((await read(booking.id)).status).toBe('cancelled');
    });

    it('is not asked once free cancellation has ended, nor outside working hours', async () => {
      const { eventId } = await eventOn('2026-11-02T10:00:00Z');
      const person = await delegate();
      await book(eventId, person);
      for (const moment of [
        '2026-10-21T06:59:00Z',
        '2026-10-21T17:00:00Z',
        '2026-10-25T10:00:00Z',
        '2026-10-26T17:00:00Z',
      ])
        await runAt(moment, 'coming');
      expect(await person.mails('still-coming')).toHaveLength(0);
      await runAt('2026-10-26T16:59:00Z', 'coming');
      expect((await person.mails('still-coming'))[0]?.textBody).toContain('Monday 26 October 2026, 5pm');
    });

    it('after another time comes with that mail, keeps its own meaning, and a no costs nothing', async () => {
      const { eventId } = await eventOn('2026-04-16T09:00:00Z');
      const [person, stays] = [await delegate(), await delegate()];
      const booking = await book(eventId, person);
      const other = await book(eventId, stays);
      await moveTo(eventId, '2026-06-17T09:00:00Z');
      expect(await read(booking.id)).toMatchObject({ comingAsked: true, stillComingAsked: false });
      const path = linkIn((await person.mailbox.newest('booking-rescheduled')).textBody, 'coming');
      expect((await visitor().get(path)).text).toContain('The time or the place of this training has changed');
      expect((await visitor().post(path, { answer: 'no' })).text).toContain('this is free of charge');
      await visitor().post(path, { answer: 'cancel' });
      expect(await read(booking.id)).toMatchObject({ status: 'cancelled', endCategory: 'organiser' });

      await runAt('2026-06-05T07:00:00Z', 'coming');
      const kept = await product.database.repo(BookingEntity).findOneByOrFail({ id: other.id });
      expect([kept.comingAskedAt, kept.comingAnsweredAt]).toEqual([new Date('2026-03-02T09:00:00Z'), null]);
      expect(kept.stillComingAskedAt).toEqual(new Date('2026-06-05T07:00:00Z'));
    });
  });

  /** An event on a day, with the register closed a day later at 3pm: who is absent, and who was there. */
  const registered = async (start: string, absent: Caller[], present: Caller[] = [], courseId?: string) => {
    product.clock.set('2026-03-02T09:00:00Z');
    const made = await eventOn(start, {}, courseId);
    const bookings = [];
    for (const person of [...absent, ...present]) bookings.push(await book(made.eventId, person));
    product.clock.set(new Date(Date.parse(start) + 5 * 3_600_000));
    const entries = bookings.map(({ id }, index) => ({
      bookingId: id,
      attendance: index < absent.length ? 'absent' : 'present',
    }));
    await ask('PUT', `events/${made.eventId}/register`, { entries });
    const closed = await ask('POST', `events/${made.eventId}/register/closure`);
    expect(closed.status).toBe(200);
    return { ...made, bookings };
  };

  describe('‘We missed you’', () => {
    it('goes on the next working day to who is absent then, with the next dates and the recording', async () => {
      const [absent, present, corrected] = [await delegate(), await delegate(), await delegate()];
      const { eventId, courseId, bookings } = await registered('2026-04-02T08:30:00Z', [absent, corrected], [present]);
      product.clock.set('2026-03-02T09:00:00Z');
      const next = await eventOn('2026-06-10T08:30:00Z', {}, courseId);
      const recording = await ask('POST', `events/${eventId}/resources`, {
        kind: 'recording',
        title: 'The morning',
        url: 'https://videos.example/1',
        visibility: 'booked',
      });
      expect(recording.status).toBe(201);
      for (const moment of [
        '2026-04-02T16:00:00Z',
        '2026-04-03T08:00:00Z',
        '2026-04-06T08:00:00Z',
        '2026-04-07T06:59:00Z',
      ])
        await runAt(moment, 'missed');
      expect(await absent.mails('missed')).toHaveLength(0);
      const entries = [{ bookingId: bookings[1]!.id, attendance: 'present' }];
      await ask('PUT', `events/${eventId}/register`, { entries });

      await runAt('2026-04-07T07:00:00Z', 'missed');
      expect(await present.mails('missed')).toHaveLength(0);
      expect(await corrected.mails('missed')).toHaveLength(0);
      const [mail, ...more] = await absent.mails('missed');
      expect(more).toEqual([]);
      for (const words of [
        'Next dates of this course: Wednesday 10 June 2026, 9:30am to 12:30pm (online)',
        'The morning: http',
      ])
        expect(mail?.textBody).toContain(words);
      expect(mail?.textBody).not.toContain('videos.example');

      const path = linkIn(mail?.textBody ?? '', 'missed');
      const page = await visitor().get(path);
      for (const words of ['We missed you', `/events/${next.eventId}`, 'The morning'])
        expect(page.text).toContain(words);
      const [booking] = bookings;
      expect((await read(booking!.id)).absenceReason).toBeNull();
      expect((await visitor().post(path, {})).status).toBe(422);
      expect((await visitor().post(path, { reason: 'getting-there' })).status).toBe(303);
      expect((await read(booking!.id)).absenceReason).toBe('getting-there');
      expect((await ask<BookingView>('GET', `bookings/${booking!.id}`, undefined, absent)).body.absenceReason).toBe(
        'getting-there',
      );
      const saying = async () => (await ask<MorningListView>('GET', 'morning-list')).body.saysPresent.lines;
      expect(await saying()).toEqual([]);
      await visitor().post(path, { reason: 'was-there' });
      expect(await saying()).toMatchObject([{ id: booking!.id, practitionerName: 'Dora Delegate' }]);
      await ask('PUT', `events/${eventId}/register`, { entries: [{ bookingId: booking!.id, attendance: 'present' }] });
      expect(await saying()).toEqual([]);
      expect((await visitor().get(path)).text).toContain('The register was corrected');
      const log = await product.database.repo(AuditEntryEntity).findBy({ subjectId: booking!.id });
      expect(JSON.stringify(log)).toContain('booking.say-why-absent');
      expect(JSON.stringify(log)).not.toContain('getting-there');
    });

    it('keeps a reason for a year or until the person is erased, shows it in an export, and leads never see it', async () => {
      const absent = await delegate('Lena Late', 'Absent Trust');
      const lead = await product.person('agency-lead', { agency: 'Absent Trust', sector: 'health' });
      const { bookings } = await registered('2026-04-20T08:30:00Z', [absent]);
      await runAt('2026-04-21T07:00:00Z', 'missed');
      await visitor().post(linkIn((await absent.mails('missed'))[0]!.textBody, 'missed'), { reason: 'caring' });
      const { id } = bookings[0]!;
      expect((await ask<BookingView>('GET', `bookings/${id}`, undefined, lead)).body.absenceReason).toBeNull();
      expect(JSON.stringify(await product.app.get(PersonalData).exportOf(absent.personId))).toContain('bereavement');
      product.clock.set('2027-04-20T10:00:00Z');
      await product.app.get(Retention).sweep();
      expect((await read(id)).absenceReason).toBe('caring');
      product.clock.set('2027-04-21T10:00:00Z');
      await product.app.get(Retention).sweep();
      expect((await read(id)).absenceReason).toBeNull();

      const stored = product.database.repo(BookingEntity);
      await stored.update({ id }, { absenceReason: 'caring' });
      await product.database.transaction(() => product.app.get(PersonalData).forget(absent.personId));
      expect((await read(id)).absenceReason).toBeNull();
    });

    it('waits for the end of the school holidays with people of schools', async () => {
      const holidays = await ask('POST', 'school-holidays', { name: 'Spring', from: '2026-05-12', to: '2026-05-15' });
      expect(holidays.status).toBe(201);
      const [school, health] = [await delegate('Tess Teacher', 'Holiday School', 'education'), await delegate()];
      await registered('2026-05-11T08:30:00Z', [school, health]);
      await runAt('2026-05-12T09:00:00Z', 'missed');
      expect([await school.mails('missed'), await health.mails('missed')].map(({ length }) => length)).toEqual([0, 1]);
      await runAt('2026-05-18T09:00:00Z', 'missed');
      expect(await school.mails('missed')).toHaveLength(1);
    });

    it('names the third absence in 12 months to staff', async () => {
      const person = await delegate('Thea Third');
      const flagged = async () =>
        (await ask<MorningListView>('GET', 'morning-list')).body.repeatedAbsences.lines.filter(
          ({ id }) => id === person.personId,
        );
      await registered('2026-04-20T08:30:00Z', [person]);
      await registered('2026-04-27T08:30:00Z', [person]);
      expect(await flagged()).toEqual([]);
      await registered('2026-04-30T08:30:00Z', [person]);
      expect(await flagged()).toEqual([{ id: person.personId, practitionerName: 'Thea Third', absences: 3 }]);
    });
  });

  describe('an open register', () => {
    const assign = async (eventId: string, trainer: Record<string, unknown>, answer = 'confirmed') => {
      const { id } = (await ask<{ id: string }>('POST', 'trainers', trainer)).body;
      const assigned = await ask('POST', 'event-trainers', { eventId, trainerId: id, answer, hours: 3 });
      expect(assigned.status).toBe(201);
    };

    it('is asked for on the next working day: by account to its page, else by the link that works', async () => {
      const { eventId } = await eventOn('2026-04-02T08:30:00Z');
      await book(eventId, await delegate());
      const account = `${newId().slice(-12)}@trainer.example`;
      const address = `${newId().slice(-12)}@expert.example`;
      const { personId } = await product.person('trainer', { email: account, name: 'Tara Trainer' });
      await assign(eventId, { kind: 'pool', personId });
      await assign(eventId, { kind: 'commissioned', name: 'Ed Expert', email: address });
      await assign(eventId, { kind: 'commissioned', name: 'Dee Declined', email: `x${address}` }, 'declined');
      const mailed = async (to: string) =>
        (await new Mailbox(product, to).all()).filter(({ kind }) => kind === 'register-open');
      for (const moment of ['2026-04-02T16:00:00Z', '2026-04-03T09:00:00Z', '2026-04-06T09:00:00Z'])
        await runAt(moment, 'registers');
      expect(await mailed(account)).toHaveLength(0);
      await runAt('2026-04-07T07:00:00Z', 'registers');
      await runAt('2026-04-08T07:00:00Z', 'registers');
      expect(await mailed(account)).toHaveLength(1);
      expect((await mailed(account))[0]?.textBody).toContain(`/training-i-run/${eventId}`);
      expect((await mailed(address))[0]?.textBody).toContain('ask the training team for a link to the register');
      expect(await mailed(`x${address}`)).toHaveLength(0);
    });

    it('is left alone once it is closed', async () => {
      const { eventId } = await registered('2026-04-02T08:30:00Z', [], [await delegate()]);
      const address = `${newId().slice(-12)}@closed.example`;
      await assign(eventId, { kind: 'commissioned', name: 'Cleo Closed', email: address });
      await runAt('2026-04-07T07:00:00Z', 'registers');
      expect((await new Mailbox(product, address).all()).filter(({ kind }) => kind === 'register-open')).toEqual([]);
    });
  });

  describe('a lead’s week', () => {
    const leadOf = async (agency: string) => {
      const email = `${newId().slice(-12)}@lead.example`;
      const person = await product.person('agency-lead', { email, name: 'Lena Lead', agency, sector: 'health' });
      const weeks = async () => (await new Mailbox(product, email).all()).filter(({ kind }) => kind === 'lead-digest');
      const { agencyId } = await product.database
        .repo(RoleGrantEntity)
        .findOneByOrFail({ personId: person.personId, role: 'agency-lead' });
      return { ...person, email, weeks, agencyId: agencyId ?? '' };
    };

    it('comes on the first working day of the week, one mail for all agencies, and only where there is something', async () => {
      const lead = await leadOf('Weekly Trust');
      const idle = await leadOf('Idle Trust');
      const other = await ask<{ id: string }>('POST', 'agencies', { name: 'Second Trust', sector: 'health' });
      await ask('POST', 'role-grants', { personId: lead.personId, role: 'agency-lead', agencyId: other.body.id });
      await ask('PATCH', `agencies/${lead.agencyId}`, { approval: 'lead' });
      const asking = await delegate('Asha Asks', 'Weekly Trust');
      const coming = await delegate('Cora Comes', 'Second Trust');
      const absent = await delegate('Abby Absent', 'Second Trust');
      const { eventId } = await eventOn('2026-04-22T08:30:00Z');
      await ask('POST', `events/${eventId}/bookings`, {}, asking);
      await ask('POST', `events/${eventId}/bookings`, {}, coming);
      const held = await ask('POST', `events/${eventId}/team-places`, {
        agencyId: other.body.id,
        places: 2,
        heldUntil: '2026-04-14',
      });
      expect(held.status).toBe(201);
      await product.database.repo(CompletionEntity).insert({
        id: newId(),
        personId: coming.personId,
        moduleId: null,
        courseId: newId(),
        title: 'Level 1',
        edition: null,
        completedAt: new Date('2023-06-01T09:00:00Z'),
        expiresAt: new Date('2026-06-01T09:00:00Z'),
        source: 'attendance',
        sourceKey: newId(),
        withdrawnAt: null,
        agencyId: null,
        sector: null,
        jobRole: null,
        area: null,
      });
      await registered('2026-03-25T09:30:00Z', [absent]);

      await runAt('2026-04-06T09:00:00Z', 'digest');
      expect(await lead.weeks()).toHaveLength(0);
      await runAt('2026-04-07T07:00:00Z', 'digest');
      await runAt('2026-04-08T07:00:00Z', 'digest');
      expect(await idle.weeks()).toHaveLength(0);
      await ask('POST', `events/${eventId}/bookings`, {}, await delegate('Ida Idle', 'Idle Trust'));
      await runAt('2026-04-09T07:00:00Z', 'digest');
      expect(await idle.weeks()).toHaveLength(0);
      const [mail, ...more] = await lead.weeks();
      expect(more).toEqual([]);
      expect(mail?.subject).toContain(
        '1 request to approve, 2 team places to name, 1 booking in the next 4 weeks, 1 completion running out',
      );
      for (const words of [
        'To approve: Asha Asks: Course',
        '(Weekly Trust)',
        'Held without a name: 2 places on Course',
        'Coming up: Cora Comes: Course',
        'Runs out: Cora Comes: Level 1, on Monday 1 June 2026 (Second Trust)',
        '/my-agency/weekly-mail',
      ])
        expect(mail?.textBody).toContain(words);
      expect(mail?.textBody).not.toMatch(/Abby|absent/i);
    });

    it('is turned off and on by its reader on the website', async () => {
      const lead = await leadOf('Quiet Trust');
      const { eventId } = await eventOn('2026-05-06T08:30:00Z');
      await ask('POST', `events/${eventId}/bookings`, {}, await delegate('Quinn', 'Quiet Trust'));
      const website = new Website(product);
      await website.signIn(lead.email);
      expect((await website.get('/my-agency')).text).toContain('/my-agency/weekly-mail');
      expect((await website.get('/my-agency/weekly-mail')).text).toContain('It is on now.');
      await website.post('/my-agency/weekly-mail', { wanted: 'no' });
      await website.post('/my-agency/weekly-mail', { wanted: 'no' });
      expect((await website.get('/my-agency/weekly-mail?done=yes')).text).toContain('The weekly email is off.');
      await runAt('2026-04-13T07:00:00Z', 'digest');
      expect(await lead.weeks()).toHaveLength(0);
      await website.post('/my-agency/weekly-mail', { wanted: 'yes' });
      await runAt('2026-04-20T07:00:00Z', 'digest');
      expect(await lead.weeks()).toHaveLength(1);
      const stranger = new Website(product);
      await stranger.signIn((await delegate()).email);
      expect((await stranger.get('/my-agency/weekly-mail')).status).toBe(403);
    });
  });

  describe('many people', () => {
    const statementsAt = async (moment: string, job: keyof typeof JOBS) => {
      product.clock.set(moment);
      const before = product.database.statements.count;
      await product.app.get<{ run: () => Promise<void> }>(JOBS[job]).run();
      return product.database.statements.count - before;
    };
    const statementsFor = async (people: number, [start, coming, joining, missed]: string[]) => {
      const agency = await ask<{ id: string }>('POST', 'agencies', { name: `Large ${people}`, sector: 'health' });
      const { eventId } = await eventOn(start!, { delivery: 'in-person', capacity: people });
      const entries = [];
      for (let index = 0; index < people; index += 1) {
        const email = `${newId().slice(-12)}@large.example`;
        const given = { name: `Large ${index}`, email, agencyId: agency.body.id };
        const { id: practitionerId } = (await ask<{ id: string }>('POST', 'practitioners', given)).body;
        const booked = await ask<BookingView>('POST', `events/${eventId}/bookings`, { practitionerId });
        entries.push({ bookingId: booked.body.id, attendance: 'absent' });
      }
      const asked = await statementsAt(coming!, 'coming');
      const instructed = await statementsAt(joining!, 'joining');
      product.clock.set(start!);
      await ask('PUT', `events/${eventId}/register`, { entries });
      await ask('POST', `events/${eventId}/register/closure`);
      const missing = await statementsAt(missed!, 'missed');
      const kinds = await product.database.repo(MessageEntity).find({
        select: { kind: true },
        where: { regarding: In(entries.map(({ bookingId }) => bookingId)), kind: Not('booking-confirmed') },
      });
      expect(kinds).toHaveLength(3 * people);
      return [asked, instructed, missing];
    };

    it('are written to in as many statements as two', async () => {
      const two = await statementsFor(2, [
        '2026-09-09T08:30:00Z',
        '2026-08-27T07:00:00Z',
        '2026-09-04T07:00:00Z',
        '2026-09-10T07:00:00Z',
      ]);
      product.clock.set('2026-03-02T09:00:00Z');
      const twelve = await statementsFor(12, [
        '2026-10-07T08:30:00Z',
        '2026-09-25T07:00:00Z',
        '2026-10-02T07:00:00Z',
        '2026-10-08T07:00:00Z',
      ]);
      // What is read again now and then, such as closure days, may fall into either.
      for (const [index, count] of twelve.entries()) expect(count).toBeLessThanOrEqual(two[index]! + 2);
    });
  });

  describe('the morning list by mail', () => {
    it('comes at 7:30am on working days to staff who want it, as counts with where to go and without names', async () => {
      const staff = async (role: 'administrator' | 'coordinator') => {
        const email = `${newId().slice(-12)}@staff.example`;
        const person = await product.person(role, { email });
        const mails = async () =>
          (await new Mailbox(product, email).all()).filter(({ kind }) => kind === 'morning-list');
        return { ...person, mails };
      };
      const [wants, wantsNot] = [await staff('administrator'), await staff('coordinator')];
      const { eventId } = await eventOn('2026-04-08T08:30:00Z', { capacity: 10 });
      await book(eventId, await delegate('Nadia Named'));
      expect((await ask('GET', 'morning-list/mail', undefined, wantsNot)).body).toEqual({ wanted: true });
      expect((await ask('PATCH', 'morning-list/mail', { wanted: false }, wantsNot)).body).toEqual({ wanted: false });

      for (const moment of [
        '2026-04-03T07:30:00Z',
        '2026-04-06T07:30:00Z',
        '2026-04-07T06:29:00Z',
        '2026-04-07T11:00:00Z',
      ])
        await runAt(moment, 'morning');
      expect(await wants.mails()).toHaveLength(0);
      await runAt('2026-04-07T06:30:00Z', 'morning');
      const [mail, ...more] = await wants.mails();
      expect(more).toEqual([]);
      expect(mail?.subject).toMatch(/^\d+ things? needs? the training team on Tuesday 7 April 2026$/);
      expect(mail?.textBody).toMatch(/Far from full: \d+, at http:\/\/localhost:3000\/admin\//);
      expect(mail?.textBody).not.toContain('Nadia');
      expect(await wantsNot.mails()).toHaveLength(0);
      await runAt('2026-04-08T06:30:00Z', 'morning');
      expect(await wants.mails()).toHaveLength(2);
    });
  });
});
