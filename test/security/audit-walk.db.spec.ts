import { beforeAll, describe, expect, it } from '@jest/globals';
import { AgencyEntity } from '@roundtable/agencies';
import { RegisterEntity } from '@roundtable/bookings';
import { PERMISSIONS, type Permission } from '@roundtable/contracts';
import { AuditEntryEntity } from '@roundtable/platform';
import { type Answer, onTheProduct } from '../support/product';
import { type Route, routesOf } from '../support/routes';
import { REQUESTS, type RouteRequest } from './matrix/requests';
import { type Rows, rowsOf } from './matrix/rows';
import { askedAndSeen } from './matrix/send';

const STAFF = ['coordinator', 'administrator', 'information-governance', 'system-owner'] as const;
type Staff = (typeof STAFF)[number];

/** What was asked, by whom, and which entries it left. */
interface Walked {
  key: string;
  asker: Staff;
  status: number;
  headers: Answer<unknown>['headers'];
  entries: AuditEntryEntity[];
}

onTheProduct((product) => {
  let rows: Rows;
  const changes: Walked[] = [];
  const exported: Walked[] = [];

  const keyOf = ({ method, path }: Route) => `${method} ${path}`;
  const isOpenToVisitors = ({ permission }: Route) =>
    (PERMISSIONS[permission as Permission] as readonly string[]).includes('visitor');
  const mayBeAskedBy = ({ permission }: Route): Staff[] =>
    STAFF.filter((role) => (PERMISSIONS[permission as Permission] as readonly string[]).includes(role));

  /** Asks as the first of the staff who is answered with success, else as the last of them. */
  async function walked(route: Route, isOwn: boolean): Promise<Walked> {
    const key = keyOf(route);
    const request = ANEW[key] ?? REQUESTS[key];
    const wanted = request?.asker as Staff | undefined;
    const askers = wanted ? [wanted] : mayBeAskedBy(route);
    let last: Walked | undefined;
    for (const asker of askers) {
      const before = new Set((await product.database.repo(AuditEntryEntity).find({ select: { id: true } })).map(idOf));
      const look = async ({ status, headers }: Answer<unknown>): Promise<Walked> => {
        const entries = await product.database.repo(AuditEntryEntity).find();
        return { key, asker, status, headers, entries: entries.filter(({ id }) => !before.has(id)) };
      };
      last = await askedAndSeen(product, rows, key, { asker, isOwn }, look, request);
      if (last.status < 400) break;
    }
    if (!last) throw new Error(`Nobody may ask ${key}`);
    return last;
  }

  beforeAll(async () => {
    rows = await rowsOf(product);
    for (const route of routesOf(product.app)) {
      const request = REQUESTS[keyOf(route)];
      if (!request || request.rows === 'self' || isOpenToVisitors(route) || mayBeAskedBy(route).length === 0) continue;
      if (route.method === 'GET') exported.push(await walked(route, true));
      else changes.push(await walked(route, false));
    }
  }, 300_000);

  describe('every change that staff may make to what is not their own', () => {
    it('is made here by somebody, or is known to be nobody’s to make', () => {
      const failed = changes.filter(({ status }) => status >= 400).map(({ key }) => key);
      expect(failed.sort()).toEqual(Object.keys(NOT_OTHERS).sort());
    });

    it('leaves an entry with who, when and what, or is named with its reason', () => {
      const silent = changes
        .filter(({ status }) => status < 400)
        .filter(({ asker, entries }) => !entries.some((entry) => isTold(entry, rows.callers[asker].personId)))
        .map(({ key }) => key);
      expect(silent.sort()).toEqual(Object.keys(NO_ENTRY).sort());
    });

    it('leaves before and after, or is named with its reason', () => {
      const bare = changes
        .filter(({ key, status }) => status < 400 && !Object.hasOwn(NO_ENTRY, key))
        .filter(({ entries }) => !entries.some(({ before, after }) => before !== null || after !== null))
        .map(({ key }) => key);
      expect(bare.sort()).toEqual(Object.keys(NO_BEFORE_AND_AFTER).sort());
    });
  });

  describe('every file that leaves the product', () => {
    it('leaves an entry with who took it', () => {
      const files = exported.filter(
        ({ status, headers }) =>
          status === 200 && String(headers['content-disposition'] ?? '').startsWith('attachment'),
      );
      expect(files.map(({ key }) => key)).toEqual(
        expect.arrayContaining(['GET /api/audit.csv', 'GET /api/me/export', 'GET /api/reports/knowledge-gain.csv']),
      );
      const silent = files.filter(
        ({ asker, entries }) => !entries.some((entry) => isTold(entry, rows.callers[asker].personId)),
      );
      expect(silent.map(({ key }) => key)).toEqual([]);
    });

    it('is known by its header: what is no page and no JSON is sent as an attachment', () => {
      const unmarked = exported
        .filter(({ status, headers }) => status === 200 && !headers['content-disposition'])
        .filter(({ headers }) => !/^(text\/html|application\/(problem\+)?json)/.test(String(headers['content-type'])))
        .map(({ key }) => key);
      expect(unmarked).toEqual([]);
    });
  });
});

const idOf = ({ id }: { id: string }): string => id;

function isTold(entry: AuditEntryEntity, personId: string): boolean {
  return entry.actorId === personId && entry.at instanceof Date && /^[a-z-]+\.[a-z-]+$/.test(entry.action);
}

/** Requests of the matrix that find what they ask for done already: here it is still to be done. */
const ANEW: Record<string, RouteRequest> = {
  'POST /api/agencies/:id/acceptance': {
    ...REQUESTS['POST /api/agencies/:id/acceptance']!,
    prepare: async ({ database }, { agencyId }) => {
      await database.repo(AgencyEntity).update({ id: agencyId }, { status: 'proposed' });
      return {};
    },
  },
  'POST /api/events/:id/publication': {
    rows: 'shared',
    ask: (_, { draftEventId }) => ({ path: `/api/events/${draftEventId}/publication`, body: {} }),
  },
  'POST /api/events/:id/register/closure': {
    ...REQUESTS['POST /api/events/:id/register/closure']!,
    prepare: async ({ database }) => {
      await database.repo(RegisterEntity).createQueryBuilder().delete().execute();
      return {};
    },
  },
  'POST /api/imports/:kind': {
    rows: 'shared',
    ask: () => ({ path: '/api/imports/agencies', file: 'name,sector\r\nImported Agency,health\r\n' }),
  },
  'POST /api/imports/:kind/rows': {
    rows: 'shared',
    ask: () => ({
      path: '/api/imports/agencies/rows',
      body: { columns: ['name', 'sector'], rows: [{ row: 1, cells: ['Typed Agency', 'health'] }] },
    }),
  },
};

/** Routes that staff may ask and that change nothing of anybody else: why. */
const NOT_OTHERS: Record<string, string> = {
  'DELETE /api/bookings/:id/access-needs': 'one’s own needs alone; somebody else’s are not there',
  'DELETE /api/bookings/:id/evaluations/follow-up/line-manager': 'for one’s own line manager alone',
  'DELETE /api/interests/:id': 'one’s own interest alone',
  'DELETE /api/me/quote-consents/:id': 'one’s own consent alone; somebody else’s is not there',
  'DELETE /api/me/sign-ins/:id': 'ends one’s own sign-in; somebody else’s is not there',
  'POST /api/bookings/:id/release': 'only a place that is late with something to complete: test/api/bookings.lifecycle',
  'POST /api/demonstration/clock': 'refused wherever there is no demonstration data',
  'POST /api/messages/:id/resend': 'refused where no mail server is set: test/api/resending',
  'POST /my-training/bookings/:bookingId/:stage': 'one’s own answers alone',
  'POST /my-training/bookings/:bookingId/:stage/draft': 'one’s own answers alone',
  'POST /my-training/bookings/:id': 'one’s own offer alone; staff use the API',
  'POST /my-training/bookings/:id/cancel': 'one’s own booking alone; staff use the API',
  'POST /my-training/bookings/:id/join': 'one’s own booking alone',
  'POST /my-training/bookings/:id/move': 'one’s own booking alone; staff use the API',
  'POST /my-training/bookings/:id/needs': 'one’s own needs alone',
  'POST /my-training/your-data/quotes': 'one’s own consent alone',
  'POST /my-training/interests/:id/removal': 'one’s own interest alone',
  'PUT /api/bookings/:id/access-needs': 'one’s own needs alone; somebody else’s are not there',
  'PUT /api/bookings/:id/evaluations/:stage': 'one’s own answers alone',
};

const OWN = 'one’s own matter, not a change to somebody else’s data';

/** Changes that leave no entry: why. */
const NO_ENTRY: Record<string, string> = {
  'DELETE /api/me/access-needs': OWN,
  'POST /api/courses/:id/interests': OWN,
  'POST /api/event-mail-previews': 'shows what would be sent, and changes nothing',
  'POST /api/event-warnings': 'asks what a plan would clash with, and changes nothing',
  'POST /api/mail-wordings/:id/original': 'there is nothing of their own to take back here: test/api/mail-wordings',
  'POST /api/mail-wordings/:id/preview': 'draws a mail, and changes nothing',
  'POST /api/modules/:id/attempts': 'one’s own knowledge check; the attempt itself is the record',
  'POST /api/other-provider-events/:id/attendances': OWN,
  'POST /api/programme-mailing-previews': 'shows what would be sent, and changes nothing',
  'POST /api/resources/:id/watching': OWN,
  'POST /c/:slug/interest': OWN,
  'POST /events/:eventId/book-for-agency': 'the step that is asked here adds rows to the form',
  'POST /learning/:slug': 'the same from the website',
  'POST /my-training/needs': OWN,
  'POST /other-providers/:id': OWN,
  'POST /recordings/:id': OWN,
  'PUT /api/me/access-needs': OWN,
};

/** Entries that have nothing to say of before and after: why. */
const NO_BEFORE_AND_AFTER: Record<string, string> = {
  'POST /api/accounts/:id/another-try': 'what is lifted is a count of tries, which is no fact about the person',
  'POST /my-training/calendar': 'one’s own calendar address, which is a secret',
  'POST /api/accounts/:id/password-link': 'a mail is sent; nothing of the account changes until it is used',
};
