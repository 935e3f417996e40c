import { beforeAll, describe, expect, it } from '@jest/globals';
import { BookingEntity } from '@roundtable/bookings';
import { onTheProduct } from '../support/product';
import { type JsonRoute, jsonRoutes, withField } from './matrix/bodies';
import { REQUESTS } from './matrix/requests';
import { type Rows, rowsOf } from './matrix/rows';
import { asked, sent } from './matrix/send';

/** Columns and rights that nobody sets by sending them. */
const OVERREACHING: Record<string, unknown> = {
  id: '0190a1b2-0000-7000-8000-000000000000',
  role: 'coordinator',
  roles: ['coordinator', 'system-owner'],
  personId: '0190a1b2-0000-7000-8000-000000000000',
  practitionerId: '0190a1b2-0000-7000-8000-000000000000',
  agencyId: '0190a1b2-0000-7000-8000-000000000000',
  leadAgencyIds: ['0190a1b2-0000-7000-8000-000000000000'],
  bookedById: '0190a1b2-0000-7000-8000-000000000000',
  status: 'confirmed',
  state: 'active',
  capacity: 1000,
  gate: 0,
  queueNumber: 0,
  liveEventKey: null,
  attendance: 'attended',
  isDemonstration: true,
  demonstration: true,
  isPublished: true,
  isVerified: true,
  isLate: false,
  createdAt: '2020-01-01T00:00:00Z',
  confirmedAt: '2020-01-01T00:00:00Z',
  sentAt: '2020-01-01T00:00:00Z',
  until: '2099-01-01T00:00:00Z',
  passwordHash: 'x',
  tokenHash: 'x',
  secret: 'x',
};
/** An object whose keys are ids that the sender names, such as the answers of a knowledge check. */
const OPEN_OBJECTS = new Set(['POST /api/modules/:id/attempts answers']);
/** Fields that an object in a body has by right. */
const BY_RIGHT = new Set(['sessions.0.id', 'outcomeStatements.0.id', 'people.0.practitionerId']);

onTheProduct((product) => {
  let rows: Rows;
  let routes: JsonRoute[];
  beforeAll(async () => {
    rows = await rowsOf(product);
    routes = jsonRoutes(product, rows);
  });

  describe('a field that nobody may set', () => {
    it('is refused by name in every JSON body, at any depth, and nothing changes', async () => {
      expect(routes.length).toBeGreaterThan(15);
      const before = await everything();
      for (const { key, asked: one, fields } of routes)
        for (const [name, value] of Object.entries(OVERREACHING)) {
          if (fields.includes(name)) continue;
          for (const { path, body } of withField(one.body, name, value)) {
            const parent = path.split('.').slice(0, -1);
            if (OPEN_OBJECTS.has(`${key} ${parent.join('.')}`) || BY_RIGHT.has(path)) continue;
            const as = rows.callers[REQUESTS[key]!.asker ?? 'coordinator'];
            const answer = await sent(product, key.split(' ')[0]!, { ...one, body }, as);
            const { code, detail } = (answer.body ?? {}) as { code?: string; detail?: { names?: string[] } };
            expect([key, path, answer.status, code, detail?.names]).toEqual([
              key,
              path,
              400,
              'request.unknown-field',
              expect.arrayContaining([path]),
            ]);
          }
        }
      expect(await everything()).toEqual(before);
    });

    it('is accepted without it, so that this test proves something', async () => {
      for (const { key } of routes) {
        if (REQUESTS[key]!.neverSucceeds) continue;
        const asker = REQUESTS[key]!.asker ?? 'coordinator';
        const answers = [
          await asked(product, rows, key, { asker, isOwn: true }),
          await asked(product, rows, key, { asker, isOwn: false }),
        ];
        expect([key, answers.some(({ status }) => status < 300)]).toEqual([key, true]);
      }
    });

    it('does nothing in a form of the website: a place is booked for oneself, and nothing is decided', async () => {
      const { openEventId, statementIds } = rows.shared;
      const form = {
        step: 'confirm',
        practitionerId: rows.of.foreign.personId,
        personId: rows.of.foreign.personId,
        status: 'confirmed',
        attendance: 'attended',
        waitIfMissing: 'true',
        ...Object.fromEntries(statementIds.map((id) => [`rating-${id}`, '3'])),
      };
      const booking = { path: `/events/${openEventId}/book`, form };
      expect((await sent(product, 'POST', booking, rows.callers.practitioner)).status).toBe(303);
      const bookings = await product.database.repo(BookingEntity).findBy({ eventId: openEventId });
      expect(bookings.map(({ personId, attendance }) => [personId, attendance])).toEqual([
        [rows.of.practitioner.personId, null],
      ]);
    });
  });

  /** How many rows there are of what could be made, and the rows that could be changed. */
  async function everything(): Promise<unknown> {
    const tables = ['people', 'agencies', 'courses', 'events', 'bookings', 'responses', 'role_grants', 'settings'];
    const counts = [];
    for (const table of tables)
      counts.push([table, await product.database.query(`SELECT COUNT(*) AS n FROM ${table}`)]);
    return { counts, bookings: await product.database.repo(BookingEntity).find({ order: { id: 'ASC' } }) };
  }
});
