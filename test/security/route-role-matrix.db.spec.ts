import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { onTheProduct } from '../support/product';
import { routesOf } from '../support/routes';
import { ASKERS, type Asker } from './matrix/people';
import { REQUESTS } from './matrix/requests';
import { type Rows, rowsOf } from './matrix/rows';
import { asked } from './matrix/send';

const FILE = 'docs/route-role-matrix.md';
const SIDES = ['own', 'foreign', 'shared'] as const;
type Side = (typeof SIDES)[number];
const SIDES_OF: Record<string, Side[]> = { person: ['own', 'foreign'], self: ['own'], shared: ['shared'] };
type Line = Record<Asker, string>;

/** The lines of the table that is kept, by route and whose row it is. */
function kept(): Map<string, Line> {
  const lines = existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n') : [];
  return new Map(
    lines
      .map((line) => /^\| `([^`]+)` \| (\w+) \| (.*) \|$/.exec(line))
      .filter((match) => match !== null)
      .map((match) => {
        const cells = match[3]!.split('|').map((cell) => cell.trim());
        return [`${match[1]} ${match[2]}`, Object.fromEntries(ASKERS.map((asker, n) => [asker, cells[n]])) as Line];
      }),
  );
}

function printed(lines: Map<string, Line>): string {
  const heading = ['route', 'rows', ...ASKERS];
  const body = [...lines]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, line]) => {
      const [, route, side] = /^(.*) (\w+)$/.exec(key)!;
      return `| \`${route}\` | ${side} | ${ASKERS.map((asker) => line[asker]).join(' | ')} |`;
    });
  return [`| ${heading.join(' | ')} |`, `|${' --- |'.repeat(heading.length)}`, ...body].join('\n');
}

onTheProduct((product) => {
  let rows: Rows;
  let keys: string[];
  const answered = new Map<string, Line>();
  const expected = kept();

  beforeAll(async () => {
    rows = await rowsOf(product);
    keys = [...new Set(routesOf(product.app).map((route) => `${route.method} ${route.path}`))];
    for (const key of keys.filter((one) => Object.hasOwn(REQUESTS, one))) {
      for (const side of SIDES_OF[REQUESTS[key]!.rows] ?? []) {
        const line = {} as Line;
        const fill = async (asker: Asker): Promise<void> => {
          line[asker] = await statusOf(key, side, asker);
        };
        if (REQUESTS[key]!.isOutside) await Promise.all(ASKERS.map(fill));
        else for (const asker of ASKERS) await fill(asker);
        answered.set(`${key} ${side}`, line);
      }
    }
    if (process.env['UPDATE_ROUTES'] && product.engine === 'sqlite') {
      const text = readFileSync(FILE, 'utf8');
      writeFileSync(FILE, `${text.slice(0, text.indexOf('\n| route')).trimEnd()}\n\n${printed(answered)}\n`);
    }
  }, 300_000);

  /** The status of one cell. What it changed is undone, so that every cell finds the same rows. */
  async function statusOf(key: string, side: Side, asker: Asker): Promise<string> {
    if (asker === 'visitor' && side === 'own' && REQUESTS[key]!.rows !== 'self') return '–';
    const answer = await asked(product, rows, key, { asker, isOwn: side === 'own' });
    const isSentToSignIn = /^\/sign-in($|\?returnTo=)/.test(String(answer.headers['location'] ?? ''));
    return isSentToSignIn ? 'sign-in' : String(answer.status);
  }

  describe('every route, asked by every role for own and foreign rows', () => {
    it('has a request in test/security/matrix/requests.ts, where a new route is added', () => {
      expect(keys.filter((key) => !Object.hasOwn(REQUESTS, key))).toEqual([]);
      expect(Object.keys(REQUESTS).filter((key) => !keys.includes(key))).toEqual([]);
    });

    it(`answers the status that ${FILE} names; UPDATE_ROUTES=1 writes it anew, to be read before it is kept`, () => {
      const differences = [...answered].flatMap(([key, line]) =>
        ASKERS.filter((asker) => line[asker] !== expected.get(key)?.[asker]).map(
          (asker) => `${key} as ${asker}: ${line[asker]}, expected ${expected.get(key)?.[asker] ?? 'nothing yet'}`,
        ),
      );
      expect(differences).toEqual([]);
      expect([...expected.keys()].filter((key) => !answered.has(key))).toEqual([]);
    });

    it('never fails with a fault of ours', () => {
      const faults = [...answered].flatMap(([key, line]) =>
        ASKERS.filter((asker) => Number(line[asker]) >= 500).map((asker) => `${key} as ${asker}`),
      );
      expect(faults).toEqual([]);
    });

    it('succeeds for somebody, so that a refusal means the role and not the request', () => {
      const useless = keys.filter((key) => {
        const request = REQUESTS[key];
        if (!request || request.neverSucceeds) return false;
        const statuses = SIDES.flatMap((side) => Object.values(answered.get(`${key} ${side}`) ?? {}));
        return !statuses.some((status) => Number(status) < 400);
      });
      expect(useless).toEqual([]);
    });

    it('never tells a role that may use the route that a foreign row is there: 404, not 403', () => {
      const telling = [...answered].flatMap(([key, line]) =>
        ASKERS.filter(
          (asker) =>
            key.endsWith(' foreign') &&
            line[asker] === '403' &&
            answered.get(key.replace(/foreign$/, 'own'))?.[asker] !== '403' &&
            asker !== 'visitor',
        ).map((asker) => `${key} as ${asker}`),
      );
      expect(telling).toEqual([]);
    });
  });
});
