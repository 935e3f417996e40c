import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BookingView, EventTrainerView, TrainerView, VenueView } from '@roundtable/contracts';
import { BookingEntity } from '@roundtable/bookings';
import { EventEntity, EventTrainerEntity } from '@roundtable/events';
import { MessageEntity } from '@roundtable/platform';
import { subscribed } from '../support/calendar-file';
import { expectGolden, withFixedIds } from '../support/golden';
import { type Caller, type Product, publishedEvent } from '../support/product';
import { type ReceivedMail, onTheProductWithMail } from '../support/received-mail';
import { Website } from '../support/website';

const NOW = '2026-01-12T09:00:00Z';
const AGENCY = 'Calendar School';
/** A name that folds in the middle of its characters, and that would end the parameter it stands in. */
const LONG_NAME = 'Łucja "Lucy" Ångström-李小龙 Świętosławska-Brzęczyszczykiewicz 🎓👩🏽‍🏫 Ó Súilleabháin';

/** The morning of a London day, which is another instant in summer. */
const morning = (day: string, isSummer = false) => ({
  startsAt: `${day}T${isSummer ? '08' : '09'}:30:00Z`,
  endsAt: `${day}T${isSummer ? '11' : '12'}:30:00Z`,
});

onTheProductWithMail((product, mails) => {
  let coordinator: Caller;
  let venueId: string;
  beforeAll(async () => {
    product.clock.set(NOW);
    coordinator = await product.person('coordinator', { name: 'Coral Coordinator' });
    const venue = { name: 'Loxley House', address: 'Station Street, Nottingham; NG2 3NG' };
    venueId = (await ask<VenueView>('POST', 'venues', venue)).id;
  });
  const ask = async <Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    as = coordinator,
  ): Promise<Body> => {
    const answer = await product.ask<Body>(method, `/api/${path}`, { as, ...(body === undefined ? {} : { body }) });
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.body;
  };
  const event = (title: string, sessions: object[], more: Record<string, unknown> = {}) =>
    publishedEvent(product, coordinator, { title, capacity: 5, more: { sessions, ...more } });
  const delegate = (name: string, email: string) => product.person('practitioner', { name, email, agency: AGENCY });
  const book = (eventId: string, { personId }: Caller) =>
    ask<BookingView>('POST', `events/${eventId}/bookings`, { practitionerId: personId });
  const change = (eventId: string, wanted: object) => ask('PATCH', `events/${eventId}`, wanted);
  /** What came in is what the checked-in file says; answers it. */
  const golden = async (name: string): Promise<ReceivedMail[]> => {
    const received = (await mails.next()).filter(({ calendar }) => calendar !== null);
    expectGolden(`calendar/${name}.ics`, await drawn(product, received));
    return received;
  };
  const told = (received: readonly ReceivedMail[]) =>
    received.map(({ calendar }) => [calendar?.method, calendar?.sequence, calendar?.startsAt]);

  describe('the diary of a delegate', () => {
    it('has one entry for each session, whatever letters are in the name', async () => {
      const { eventId } = await event('Neglect, and what to do', [morning('2026-03-02'), morning('2026-03-09')], {
        delivery: 'in-person',
        venueId,
      });
      await book(eventId, await delegate(LONG_NAME, 'lucja@calendar.example'));
      const received = await golden('booked-two-sessions');
      expect(told(received)).toEqual([
        ['REQUEST', 0, '2026-03-02T09:30:00.000Z'],
        ['REQUEST', 0, '2026-03-09T09:30:00.000Z'],
      ]);
      expect(new Set(received.map(({ calendar }) => calendar?.uid)).size).toBe(2);
      expect(received[1]?.parsed.text).toContain('Monday 9 March 2026, 9:30am to 12:30pm');
      expect(received[0]?.calendar?.text.replaceAll('\r\n ', '')).toContain(`CN="${LONG_NAME.replaceAll('"', ' ')}"`);
    });

    it('is changed, at the same London time, where an event moves from winter to summer and back', async () => {
      const { eventId } = await event('Across the clock change', [morning('2026-03-27')]);
      await book(eventId, await delegate('Una Update', 'una@calendar.example'));
      await mails.next();
      await change(eventId, { sessions: [morning('2026-03-30', true)] });
      const summer = await golden('moved-from-winter-to-summer');
      expect(told(summer)).toEqual([['REQUEST', 1, '2026-03-30T08:30:00.000Z']]);
      expect(summer[0]?.parsed.text).toContain('Monday 30 March 2026, 9:30am to 12:30pm');
      await change(eventId, { sessions: [morning('2026-10-26')] });
      const winter = await golden('moved-from-summer-to-winter');
      expect(told(winter)).toEqual([['REQUEST', 2, '2026-10-26T09:30:00.000Z']]);
      expect(winter[0]?.parsed.text).toContain('Monday 26 October 2026, 9:30am to 12:30pm');
      await change(eventId, { delivery: 'in-person', venueId });
      expect(told(await golden('moved-to-another-place'))).toEqual([['REQUEST', 3, '2026-10-26T09:30:00.000Z']]);
    });

    it('loses a session that is dropped and gets one that is added, under a UID of its own', async () => {
      const { eventId } = await event('Sessions come and go', [morning('2026-03-02'), morning('2026-03-09')]);
      await book(eventId, await delegate('Dora Dropped', 'dora@calendar.example'));
      const first = (await mails.next()).map(({ calendar }) => calendar?.uid);
      await change(eventId, { sessions: [morning('2026-03-02')] });
      const dropped = await golden('session-dropped');
      expect(told(dropped)).toContainEqual(['CANCEL', 1, '2026-03-09T09:30:00.000Z']);
      await change(eventId, { sessions: [morning('2026-03-02'), morning('2026-03-16')] });
      const added = await golden('session-added');
      const uids = added.map(({ calendar }) => calendar?.uid);
      expect([uids.includes(first[0]), uids.includes(first[1])]).toEqual([true, false]);
    });

    it('is told of each change by mail, though another session was told of as many before', async () => {
      const sessions = (...days: string[]) => ({ sessions: days.map((day) => morning(day)) });
      const { eventId } = await event('As many changes', sessions('2026-03-02', '2026-03-09').sessions);
      await book(eventId, await delegate('Ada Again', 'again@calendar.example'));
      await change(eventId, sessions('2026-03-02', '2026-03-10'));
      await change(eventId, sessions('2026-03-02'));
      await change(eventId, sessions('2026-03-02', '2026-03-17'));
      await mails.next();
      await change(eventId, sessions('2026-03-02', '2026-03-18'));
      expect((await mails.next()).map(({ calendar }) => calendar?.startsAt)).toEqual([
        '2026-03-02T09:30:00.000Z',
        '2026-03-18T09:30:00.000Z',
      ]);
    });

    it('is emptied when the booking is cancelled, and only that one', async () => {
      const { eventId } = await event('Cancelled by the delegate', [morning('2026-03-02'), morning('2026-03-09')]);
      const person = await delegate('Carl Cancels', 'carl@calendar.example');
      const booking = await book(eventId, person);
      await book(eventId, await delegate('Stella Stays', 'stella@calendar.example'));
      await mails.next();
      await ask('POST', `bookings/${booking.id}/cancellation`, { reason: 'Ill' }, person);
      const received = await golden('booking-cancelled');
      expect(received.map(({ to }) => to)).toEqual(['carl@calendar.example', 'carl@calendar.example']);
    });

    it('passes to a colleague by CANCEL to one and REQUEST to the other', async () => {
      const { eventId } = await event('Substituted', [morning('2026-03-02')]);
      const booking = await book(eventId, await delegate('Ann Absent', 'ann@calendar.example'));
      await mails.next();
      const colleague = { email: 'bea@calendar.example', name: 'Bea Better' };
      await ask('POST', `bookings/${booking.id}/substitution`, colleague);
      const received = await golden('substituted');
      expect(received.map(({ to, calendar }) => [to, calendar?.method])).toEqual([
        ['ann@calendar.example', 'CANCEL'],
        ['bea@calendar.example', 'REQUEST'],
      ]);
    });

    it('follows a transfer: the old date leaves, the new one comes', async () => {
      const from = await event('Transferred', [morning('2026-03-02')]);
      const to = await publishedEvent(product, coordinator, {
        capacity: 1,
        courseId: from.courseId,
        more: { sessions: [morning('2026-04-13', true)] },
      });
      const booking = await book(from.eventId, await delegate('Tom Transferred', 'tom@calendar.example'));
      await mails.next();
      await ask('POST', `bookings/${booking.id}/transfer`, { eventId: to.eventId });
      const received = await golden('transferred');
      expect(new Set(told(received).map(([method]) => method))).toEqual(new Set(['CANCEL', 'REQUEST']));
    });

    it('is emptied when the event is called off', async () => {
      const { eventId } = await event('Called off', [morning('2026-03-02'), morning('2026-03-09')]);
      await book(eventId, await delegate('Eve Event', 'eve@calendar.example'));
      await mails.next();
      await ask('POST', `events/${eventId}/cancellation`, { reason: 'The venue flooded' });
      expect(told(await golden('event-cancelled')).map(([method, sequence]) => [method, sequence])).toEqual([
        ['CANCEL', 1],
        ['CANCEL', 1],
      ]);
    });

    it('is told nothing that somebody typed to be told', async () => {
      const hostile = 'Title\r\nATTENDEE:mailto:evil@example.org\nEND:VEVENT, a; b \\ c\u0007';
      const { eventId } = await event(hostile, [morning('2026-03-02')]);
      const name = 'Quinn" ;X-EVIL=1:mailto:evil@example.org';
      await book(eventId, await delegate(name, 'quinn@calendar.example'));
      const [mail] = await golden('typed-by-somebody-hostile');
      expect(mail?.calendar?.text).not.toMatch(/^(ATTENDEE:mailto:evil|END:VEVENT,)/m);
      expect(mail?.calendar?.attendees).toEqual(['quinn@calendar.example']);
    });

    it('may be told again of one session, until a later mail told it something else of that session', async () => {
      const { eventId } = await event('Told again', [morning('2026-03-02'), morning('2026-03-09')]);
      const booking = await book(eventId, await delegate('Rita Resent', 'rita@calendar.example'));
      const messages = product.database.repo(MessageEntity);
      const about = { regarding: booking.id };
      // On a clock that runs, the mail about the second session is a moment younger.
      const later = new Date(Date.parse(NOW) + 5);
      await messages.update({ ...about, kind: 'booking-confirmed-session' }, { createdAt: later });
      await mails.next();
      const sent = await messages.findOneByOrFail({ ...about, kind: 'booking-confirmed' });
      const again = () => product.ask('POST', `/api/messages/${sent.id}/resend`, { as: coordinator });
      expect((await again()).status).toBe(200);
      const [mail] = await mails.next();
      expect([mail?.calendar?.text, mail?.to]).toEqual([sent.calendar, 'rita@calendar.example']);
      product.clock.set(new Date(Date.parse(NOW) + 60_000));
      await change(eventId, { sessions: [morning('2026-03-03'), morning('2026-03-09')] });
      product.clock.set(NOW);
      expect((await again()).status).toBe(409);
    });

    it('holds no meeting link', async () => {
      const { eventId } = await event('Online', [morning('2026-03-02')]);
      await change(eventId, { joining: { platform: 'Teams', meetingUrl: 'https://meet.example/abc' } });
      await book(eventId, await delegate('Olga Online', 'olga@calendar.example'));
      const received = await mails.next();
      expect(received.some(({ calendar }) => calendar !== null)).toBe(true);
      for (const { calendar } of received)
        expect(calendar?.text.replaceAll('\r\n ', '') ?? '').not.toContain('meet.ex');
    });
  });

  describe('a calendar to subscribe to', () => {
    const feed = async (path: string, etag?: string) => {
      const answer = await product.ask('GET', path, etag ? { headers: { 'if-none-match': etag } } : {});
      return { ...answer, etag: String(answer.headers['etag']) };
    };

    it('of one’s own has what the mails told, under the same UIDs, and loses what is cancelled', async () => {
      const { eventId } = await event('Subscribed to', [morning('2026-03-02'), morning('2026-03-09')]);
      const person = await delegate('Ós "O" Súilleabháin 李 🎓', 'own@calendar.example');
      const booking = await book(eventId, person);
      const uids = (await mails.next()).map(({ calendar }) => calendar?.uid);
      const website = new Website(product);
      await website.signIn('own@calendar.example');
      const made = (await website.post('/my-training/calendar', { do: 'make' })).text;
      const path = /\/calendar\/[\w-]{32}\.ics/.exec(made)?.[0] ?? '';
      const first = await feed(path);
      expect(first.headers).toMatchObject({
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'private, max-age=900',
      });
      expect(first.text).toMatch(/^REFRESH-INTERVAL/m);
      expect(first.text).not.toMatch(/^(METHOD|ATTENDEE|ORGANIZER)/m);
      const entries = subscribed(first.text);
      expect(entries.map(({ uid, sequence }) => [uid, sequence])).toEqual(uids.map((uid) => [uid, 0]));
      expect(entries.map(({ summary }) => summary)).toEqual(['Subscribed to (1 of 2)', 'Subscribed to (2 of 2)']);
      expect((await feed(path, first.etag)).status).toBe(304);
      expect((await product.ask('HEAD', path)).status).toBe(200);

      product.clock.set('2026-01-13T10:00:00Z');
      await change(eventId, { sessions: [morning('2026-03-02'), morning('2026-03-30', true)] });
      product.clock.set(NOW);
      const moved = await feed(path, first.etag);
      expect(moved.status).toBe(200);
      expect(
        subscribed(moved.text).map(({ startsAt, sequence, stampedAt }) => [startsAt, sequence, stampedAt]),
      ).toEqual([
        ['2026-03-02T09:30:00.000Z', 1, '2026-01-13T10:00:00Z'],
        ['2026-03-30T08:30:00.000Z', 1, '2026-01-13T10:00:00Z'],
      ]);
      await ask('POST', `bookings/${booking.id}/cancellation`, { reason: 'Ill' }, person);
      expect(subscribed((await feed(path)).text)).toEqual([]);
      await website.post('/my-training/calendar', { do: 'end' });
      expect((await feed(path, first.etag)).status).toBe(404);
    });

    it('of the programme has what is published, names nobody, and loses what is called off', async () => {
      const { eventId } = await event('Programme, with a long and winding title: 李 🎓 ł', [morning('2026-03-02')]);
      const { id: trainerId } = await ask<TrainerView>('POST', 'trainers', {
        kind: 'commissioned',
        name: 'Nora Named',
        email: 'nora@trainer.example',
      });
      await ask('POST', 'event-trainers', { eventId, trainerId, answer: 'confirmed' });
      const first = await feed('/programme.ics');
      expect(first.headers).toMatchObject({
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'public, max-age=900',
      });
      expect(first.text).toMatch(/^REFRESH-INTERVAL/m);
      expect(first.text).not.toMatch(/^(METHOD|ATTENDEE|ORGANIZER)|Nora/m);
      const titles = (text: string) => subscribed(text).map(({ summary }) => summary);
      expect(titles(first.text)).toContain('Programme, with a long and winding title: 李 🎓 ł');
      expect((await feed('/programme.ics', first.etag)).status).toBe(304);
      expect((await product.ask('GET', '/courses')).text).toContain('href="/programme.ics"');
      await ask('POST', `events/${eventId}/cancellation`, { reason: 'The venue flooded' });
      const after = await feed('/programme.ics', first.etag);
      expect(after.status).toBe(200);
      expect(titles(after.text)).not.toContain('Programme, with a long and winding title: 李 🎓 ł');
    });
  });

  describe('the diary of a trainer', () => {
    const trainer = async (name: string, email: string): Promise<TrainerView> =>
      ask<TrainerView>('POST', 'trainers', { kind: 'commissioned', name, email });
    const assign = (eventId: string, trainerId: string, answer: 'asked' | 'confirmed') =>
      ask<EventTrainerView>('POST', 'event-trainers', { eventId, trainerId, answer });

    it('has the sessions once they confirm, follows the event, and is emptied when they decline', async () => {
      const { eventId } = await event('Given by Tess', [morning('2026-03-02'), morning('2026-03-09')]);
      const own = await assign(eventId, (await trainer('Tess Trainer', 'tess@trainer.example')).id, 'asked');
      expect((await mails.next()).map(({ calendar }) => calendar)).toEqual([null]);
      await ask('PATCH', `event-trainers/${own.id}`, { answer: 'confirmed' });
      expect(told(await golden('trainer-confirmed'))).toEqual([
        ['REQUEST', 0, '2026-03-02T09:30:00.000Z'],
        ['REQUEST', 0, '2026-03-09T09:30:00.000Z'],
      ]);
      await ask('PATCH', `event-trainers/${own.id}`, { part: 'co' });
      expect(await mails.next()).toEqual([]);
      await change(eventId, { sessions: [morning('2026-03-02'), morning('2026-03-30', true)] });
      expect(told(await golden('trainer-rescheduled'))).toContainEqual(['REQUEST', 1, '2026-03-30T08:30:00.000Z']);
      await change(eventId, { sessions: [morning('2026-03-02')] });
      expect(told(await golden('trainer-session-dropped'))).toContainEqual(['CANCEL', 2, '2026-03-30T08:30:00.000Z']);
      await ask('PATCH', `event-trainers/${own.id}`, { answer: 'declined' });
      expect(told(await golden('trainer-declined'))).toEqual([['CANCEL', 3, '2026-03-02T09:30:00.000Z']]);
      await ask('PATCH', `event-trainers/${own.id}`, { answer: 'confirmed' });
      expect(told(await mails.next())).toEqual([['REQUEST', 4, '2026-03-02T09:30:00.000Z']]);
    });

    it('is emptied when the event is called off, and when they are taken off it', async () => {
      const { eventId } = await event('Two trainers', [morning('2026-03-02')]);
      const one = await assign(eventId, (await trainer('One Off', 'one@trainer.example')).id, 'confirmed');
      await assign(eventId, (await trainer('Two Too', 'two@trainer.example')).id, 'confirmed');
      await mails.next();
      await ask('DELETE', `event-trainers/${one.id}`);
      const off = await mails.next();
      expect(off.map(({ to, calendar }) => [to, calendar?.method])).toEqual([['one@trainer.example', 'CANCEL']]);
      await ask('POST', `events/${eventId}/cancellation`, { reason: 'The venue flooded' });
      const called = (await mails.next()).filter(({ calendar }) => calendar);
      expect(called.map(({ to, calendar }) => [to, calendar?.method])).toEqual([['two@trainer.example', 'CANCEL']]);
    });
  });
});

/** The calendar files of mails, in a form to be read and compared. */
async function drawn(product: Product, received: readonly ReceivedMail[]): Promise<string> {
  const text = received.map(({ to, calendar }) => `# To ${to}\r\n${calendar?.text ?? ''}`).join('\r\n\r\n');
  return withFixedIds(`${text}\r\n`, [...(await idsIn(product, text))]);
}

/** Ids and references of this text, in the order in which they were made. */
async function idsIn(product: Product, text: string): Promise<{ id: string; as: string }[]> {
  const whole = text.replaceAll('\r\n ', '');
  const rows = [
    ...(await product.database.repo(BookingEntity).find({ order: { id: 'ASC' } })),
    ...(await product.database.repo(EventEntity).find({ order: { id: 'ASC' } })),
    ...(await product.database.repo(EventTrainerEntity).find({ order: { id: 'ASC' } })),
  ];
  const found = (ids: readonly string[]) => ids.filter((id) => whole.includes(id));
  return [
    ...found(rows.map(({ id }) => id)).map((id, index) => ({
      id,
      as: `00000000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
    })),
    ...found(rows.flatMap((row) => ('reference' in row ? [row.reference] : []))).map((id, index) => ({
      id,
      as: `${id.slice(0, 3)}0000-${String(index + 1).padStart(4, '0')}`,
    })),
  ];
}
