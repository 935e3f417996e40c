import { beforeAll, describe, expect, it } from '@jest/globals';
import { BookingEntity, SweepJob } from '@roundtable/bookings';
import type { BookingView } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { ApprovalsJob } from '../../libs/bookings/src/approval/approvals.job';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

const DAY = 24 * 3_600_000;

/** Places that open without anybody pressing cancel: by time, by a merge, by a larger room. */
onTheProduct((product) => {
  let coordinator: Caller;
  let schoolId: string;
  let trustId: string;

  const agency = async (name: string, sector: string, change: Record<string, unknown> = {}) => {
    const made = await product.ask<{ id: string }>('POST', '/api/agencies', {
      as: coordinator,
      body: { name, sector },
    });
    await product.ask('PATCH', `/api/agencies/${made.body.id}`, { as: coordinator, body: change });
    return made.body.id;
  };
  const practitioner = async (agencyId: string, name = 'Petra Person') =>
    (
      await product.ask<{ id: string }>('POST', '/api/practitioners', {
        as: coordinator,
        body: { name, email: `${newId().slice(-12)}@rules.example`, agencyId },
      })
    ).body.id;
  const book = async (eventId: string, practitionerId: string) =>
    (
      await product.ask<BookingView>('POST', `/api/events/${eventId}/bookings`, {
        as: coordinator,
        body: { practitionerId },
      })
    ).body;
  const statusOf = async (id: string) =>
    (await product.ask<BookingView>('GET', `/api/bookings/${id}`, { as: coordinator })).body.status;

  beforeAll(async () => {
    product.clock.set('2026-03-02T10:00:00Z');
    coordinator = await product.person('coordinator');
    schoolId = await agency('Rules School', 'education', { approval: 'off' });
    trustId = await agency('Rules Trust', 'health', { approval: 'off' });
  });

  describe('kept places', () => {
    it('go to the line when their time ends, a number of days before the first session', async () => {
      const { eventId } = await publishedEvent(product, coordinator, {
        capacity: 1,
        weeks: 8,
        more: { keptPlaces: [{ sector: 'health', places: 1, releaseDays: 14 }], waitlistPolicy: 'confirm' },
      });
      const { id, status } = await book(eventId, await practitioner(schoolId));
      expect(status).toBe('waitlisted');
      const releasedAt = new Date('2026-04-13T00:00:00+01:00').getTime();
      product.clock.set(new Date(releasedAt - 60_000));
      await product.app.get(SweepJob).run();
      expect(await statusOf(id)).toBe('waitlisted');
      product.clock.set(new Date(releasedAt + 60_000));
      await product.app.get(SweepJob).run();
      expect(await statusOf(id)).toBe('confirmed');
      product.clock.set('2026-03-02T10:00:00Z');
    });
  });

  describe('two entries of one person that become one', () => {
    it('free a place for the line, at once', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 2 });
      const one = await practitioner(trustId, 'Dora Double');
      const other = await practitioner(trustId, 'Dora Double');
      await book(eventId, one);
      await book(eventId, other);
      const { id } = await book(eventId, await practitioner(schoolId));
      expect(await statusOf(id)).toBe('waitlisted');
      const merged = await product.ask('POST', `/api/practitioners/${one}/merge`, {
        as: coordinator,
        body: { into: other },
      });
      expect([merged.status, await statusOf(id)]).toEqual([200, 'confirmed']);
    });
  });

  describe('the number of places', () => {
    it('cannot fall below those held, with the list of who holds them; raised, it serves the line in order', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 2 });
      const held = [
        await book(eventId, await practitioner(trustId, 'Anna A')),
        await book(eventId, await practitioner(trustId, 'Ben B')),
      ];
      const waiting = [
        await book(eventId, await practitioner(schoolId)),
        await book(eventId, await practitioner(schoolId)),
      ];
      const change = (capacity: number) =>
        product.ask<{ code: string; detail: unknown }>('PATCH', `/api/events/${eventId}`, {
          as: coordinator,
          body: { capacity },
        });
      expect(await change(1)).toMatchObject({
        status: 409,
        body: {
          code: 'events.capacity-below-held',
          detail: {
            placesHeld: 2,
            bookings: held.map(({ id, reference }, index) => ({
              id,
              reference,
              name: ['Anna A', 'Ben B'][index],
              status: 'confirmed',
            })),
          },
        },
      });
      expect((await change(3)).status).toBe(200);
      expect(await Promise.all(waiting.map(({ id }) => statusOf(id)))).toEqual(['confirmed', 'waitlisted']);
    });
  });

  describe('a school holiday', () => {
    it('stops the clock of an approval in a school, and of no other', async () => {
      const asked: string[] = [];
      for (const [name, sector] of [
        ['Silent School', 'education'],
        ['Silent Clinic', 'health'],
      ] as const) {
        const id = await agency(name, sector, { approval: 'lead', unansweredApproval: 'decline' });
        const lead = await product.person('practitioner', { name: 'Lena Lead' });
        await product.ask('POST', '/api/role-grants', {
          as: coordinator,
          body: { personId: lead.personId, role: 'agency-lead', agencyId: id },
        });
        const { eventId } = await publishedEvent(product, coordinator, { capacity: 2, weeks: 12 });
        asked.push((await book(eventId, await practitioner(id))).id);
      }
      const from = product.clock.now();
      await product.ask('POST', '/api/school-holidays', {
        as: coordinator,
        body: { name: 'A week off', from: '2026-03-04', to: '2026-03-11' },
      });
      const statuses = async () => Promise.all(asked.map(statusOf));
      expect(await statuses()).toEqual(['awaiting_approval', 'awaiting_approval']);
      product.clock.set(new Date(from.getTime() + 8 * DAY));
      await product.app.get(ApprovalsJob).run();
      expect(await statuses()).toEqual(['awaiting_approval', 'declined']);
      product.clock.set(new Date(from.getTime() + 15 * DAY));
      await product.app.get(ApprovalsJob).run();
      expect(await statuses()).toEqual(['declined', 'declined']);
      expect(await product.database.repo(BookingEntity).countBy({ status: 'awaiting_approval' })).toBe(0);
    });
  });
});
