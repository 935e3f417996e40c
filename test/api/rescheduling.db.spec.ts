import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BookingView, EventView, MessageView } from '@roundtable/contracts';
import ICAL from 'ical.js';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

/** What a calendar file says, as a client reads it. */
function read(calendar: string) {
  const root = new ICAL.Component(ICAL.parse(calendar) as never);
  const entry = root.getFirstSubcomponent('vevent')!;
  const event = new ICAL.Event(entry);
  return {
    method: root.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    startsAt: event.startDate.toJSDate().toISOString(),
    status: entry.getFirstPropertyValue('status'),
  };
}

onTheProduct((product) => {
  let coordinator: Caller;
  let person: Caller;
  let eventId: string;
  let booking: BookingView;
  const mails = async (kind: string) =>
    (
      await product.ask<MessageView[]>(
        'GET',
        `/api/messages?bookingId=${booking.id}&_sort=createdAt&_order=ASC&_end=50`,
        { as: coordinator },
      )
    ).body.filter((mail) => mail.kind === kind || mail.kind === `${kind}-session`);
  /** The diary entries that these mails carry, by the time they are about. */
  const entriesOf = async (kind: string) =>
    (await mails(kind))
      .map((mail) => read(mail.calendar!))
      .sort((a, b) => a.startsAt.localeCompare(b.startsAt) || Number(a.sequence) - Number(b.sequence));
  const sessionsAt = (...days: string[]) =>
    days.map((day) => ({ startsAt: `${day}T09:30:00Z`, endsAt: `${day}T12:30:00Z` }));
  const move = (...days: string[]) =>
    product.ask<EventView>('PATCH', `/api/events/${eventId}`, {
      as: coordinator,
      body: { sessions: sessionsAt(...days) },
    });

  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    person = await product.person();
    product.clock.set('2026-06-01T09:00:00Z');
    ({ eventId } = await publishedEvent(product, coordinator, {
      capacity: 5,
      more: { sessions: sessionsAt('2026-09-07', '2026-09-14') },
    }));
    booking = (await product.ask<BookingView>('POST', `/api/events/${eventId}/bookings`, { as: person, body: {} }))
      .body;
  });

  describe('the diary of a delegate', () => {
    let first: string;
    let second: string;

    it('has one entry for each session', async () => {
      const entries = await entriesOf('booking-confirmed');
      expect(entries.map((entry) => [entry.method, entry.sequence, entry.startsAt])).toEqual([
        ['REQUEST', 0, '2026-09-07T09:30:00.000Z'],
        ['REQUEST', 0, '2026-09-14T09:30:00.000Z'],
      ]);
      [first, second] = entries.map((entry) => entry.uid) as [string, string];
      expect(first).not.toBe(second);
    });

    it('is changed by the same UID with a higher sequence when a session moves', async () => {
      expect((await move('2026-09-08', '2026-09-14')).status).toBe(200);
      const entries = await entriesOf('booking-rescheduled');
      expect(entries.map((entry) => [entry.uid, entry.sequence, entry.startsAt])).toEqual([
        [first, 1, '2026-09-08T09:30:00.000Z'],
        [second, 1, '2026-09-14T09:30:00.000Z'],
      ]);
    });

    it('loses a session that is dropped, and a new one never takes over its UID', async () => {
      expect((await move('2026-09-08')).status).toBe(200);
      const dropped = await entriesOf('booking-session-dropped');
      expect(dropped).toMatchObject([{ method: 'CANCEL', uid: second, sequence: 2, status: 'CANCELLED' }]);
      expect((await move('2026-09-08', '2026-09-21')).status).toBe(200);
      const last = (await entriesOf('booking-rescheduled')).at(-1)!;
      expect(last.startsAt).toBe('2026-09-21T09:30:00.000Z');
      expect([first, second]).not.toContain(last.uid);
    });

    it('is left alone, without a mail, by a change of capacity', async () => {
      const before = (await mails('booking-rescheduled')).length;
      await product.ask('PATCH', `/api/events/${eventId}`, { as: coordinator, body: { capacity: 6 } });
      expect(await mails('booking-rescheduled')).toHaveLength(before);
    });

    it('is emptied when the booking is cancelled', async () => {
      await product.ask('POST', `/api/bookings/${booking.id}/cancellation`, { as: person, body: { reason: 'Ill' } });
      const entries = await entriesOf('booking-cancelled');
      expect(entries.map((entry) => [entry.method, entry.status])).toEqual([
        ['CANCEL', 'CANCELLED'],
        ['CANCEL', 'CANCELLED'],
      ]);
    });
  });
});
