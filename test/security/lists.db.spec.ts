import { beforeAll, describe, expect, it } from '@jest/globals';
import { ListQuery } from '@roundtable/platform';
import { type Caller, onTheProduct } from '../support/product';
import { type Route, routesOf } from '../support/routes';
import { ASKERS, type Asker } from './matrix/people';
import { type Rows, rowsOf } from './matrix/rows';

/** Roles that see every row of a list, by the table in the domain's page. */
const SEES_ALL: Record<string, Asker[]> = {
  '/api/agencies': ['administrator', 'coordinator'],
  '/api/practitioners': ['administrator', 'coordinator'],
  '/api/bookings': ['administrator', 'coordinator'],
  '/api/completions': ['administrator', 'coordinator'],
  '/api/messages': ['administrator', 'coordinator'],
  '/api/event-mails': ['administrator', 'coordinator'],
  '/api/programme-mailings': ['administrator', 'coordinator'],
  '/api/programme-mailing-recipients': ['administrator', 'coordinator'],
  '/api/courses': ['administrator', 'coordinator'],
  '/api/events': ['administrator', 'coordinator'],
  '/api/audit': ['information-governance', 'system-owner'],
  '/api/data-requests': ['information-governance'],
  '/api/holds': ['information-governance'],
  '/api/tokens': ['system-owner'],
  '/api/lookups/people': ['information-governance', 'system-owner'],
  '/api/role-grants': ['administrator', 'coordinator', 'system-owner'],
};

/** Filters that name a foreign row, by the parameter that the list knows. */
const filtersOf = (rows: Rows): Record<string, string> => ({
  id: rows.of.foreign.bookingId,
  practitionerId: rows.of.foreign.personId,
  agencyId: rows.of.foreign.agencyId,
  q: 'Freda',
});

onTheProduct((product) => {
  let rows: Rows;
  let lists: Route[];
  /** What must not be told to whoever does not lead Northside. */
  let foreign: string[];

  beforeAll(async () => {
    rows = await rowsOf(product);
    const { personId, email, bookingId, offeredId, attendedId, messageId } = rows.of.foreign;
    foreign = [personId, email, bookingId, offeredId, attendedId, messageId, 'Freda Foreign'];
    lists = routesOf(product.app).filter(
      (route) =>
        route.method === 'GET' &&
        !route.path.includes(':') &&
        // A file of the same rows is no list.
        !route.path.endsWith('.csv') &&
        route.shapes.some(
          ({ type }) => typeof type === 'function' && (type === ListQuery || type.prototype instanceof ListQuery),
        ),
    );
  });

  const list = (path: string, query: string, as: Caller | undefined) =>
    product.ask<unknown[]>('GET', `${path}?_end=200&${query}`, as ? { as } : {});
  const askers = (path: string) =>
    ASKERS.filter((asker) => !(SEES_ALL[path] ?? []).includes(asker)).map(
      (asker) => [asker, asker === 'visitor' ? undefined : rows.callers[asker]] as const,
    );

  describe('a list', () => {
    it('is found by this test, every one', () => {
      expect(lists.map((route) => route.path)).toEqual(
        expect.arrayContaining(['/api/agencies', '/api/bookings', '/api/practitioners', '/api/messages']),
      );
      expect(Object.keys(SEES_ALL).filter((path) => !lists.some((route) => route.path === path))).toEqual([]);
    });

    it('holds no foreign row for whoever may not see it, and its total counts what it holds', async () => {
      for (const { path } of lists)
        for (const [asker, caller] of askers(path)) {
          const answer = await list(path, '', caller);
          if (answer.status === 401 || answer.status === 403) continue;
          expect([path, asker, answer.status]).toEqual([path, asker, 200]);
          expect([path, asker, answer.headers['x-total-count']]).toEqual([path, asker, String(answer.body.length)]);
          const told = foreign.filter((secret) => answer.text.includes(secret));
          if (asker === 'agency-lead') continue;
          expect([path, asker, told]).toEqual([path, asker, []]);
        }
    });

    it('does not tell by a filter, a search or an order that a foreign row is there', async () => {
      for (const { path } of lists)
        for (const [asker, caller] of askers(path)) {
          if (asker === 'agency-lead') continue;
          for (const [filter, value] of Object.entries(filtersOf(rows))) {
            const answer = await list(path, `${filter}=${encodeURIComponent(value)}`, caller);
            if (answer.status !== 200) continue;
            // A colleague's own rows are of the same agency, and are there.
            const own = asker === 'practitioner' && filter === 'agencyId' ? answer.body.length : 0;
            const told = foreign.filter((secret) => answer.text.includes(secret));
            expect([path, asker, filter, told, answer.body.length, answer.headers['x-total-count']]).toEqual([
              path,
              asker,
              filter,
              [],
              own,
              String(own),
            ]);
          }
        }
    });

    it('holds the foreign rows for the staff and for their own lead, so that this test proves something', async () => {
      for (const path of ['/api/bookings', '/api/practitioners', '/api/completions'])
        for (const asker of ['agency-lead', 'coordinator'] as const) {
          const answer = await list(path, `practitionerId=${rows.of.foreign.personId}`, rows.callers[asker]);
          const plain = answer.status === 200 ? answer : await list(path, 'q=Freda', rows.callers[asker]);
          expect([path, asker, plain.body.length > 0]).toEqual([path, asker, true]);
        }
    });

    it('keeps drafts of courses and events to the office, and out of the totals', async () => {
      for (const asker of ['practitioner', 'agency-lead', 'trainer', 'system-owner'] as const)
        for (const [path, draft] of [
          ['/api/courses', rows.shared.draftCourseId],
          ['/api/events', rows.shared.draftEventId],
        ] as const)
          for (const query of ['', 'status=draft', `id=${draft}`]) {
            const answer = await list(path, query, rows.callers[asker]);
            expect([path, query, answer.text.includes(draft)]).toEqual([path, query, false]);
            expect(answer.headers['x-total-count']).toBe(String(answer.body.length));
          }
    });
  });
});
