import { beforeAll, describe, expect, it } from '@jest/globals';
import { ListQuery } from '@roundtable/platform';
import { onTheProduct } from '../support/product';
import { routesOf } from '../support/routes';
import { type JsonRoute, jsonRoutes, withEachValue } from './matrix/bodies';
import { REQUESTS } from './matrix/requests';
import { type Rows, rowsOf } from './matrix/rows';
import { answerTo, asked as askedAs, sent } from './matrix/send';

/** What MariaDB would compare with text in its own way, and what a query builder would take for an operator. */
const CONFUSING = [0, true, false, [], ['x'], {}, { $ne: '' }, { $gt: '' }, { like: '%' }, [['x']], 1e308];
const PATHLIKE = [
  '0',
  '1',
  'true',
  'null',
  'undefined',
  '%25',
  "'%20OR%20'1'='1",
  '%00',
  '[]',
  '{}',
  '*',
  '%F0%9F%92%A9',
  '-1',
  '0e0',
  '%20',
];

onTheProduct((product) => {
  let rows: Rows;
  let routes: JsonRoute[];
  beforeAll(async () => {
    rows = await rowsOf(product);
    routes = jsonRoutes(product, rows);
  });

  describe('a value of another type', () => {
    it('is refused wherever text, a number or a list is asked for in a body, and never a fault of ours', async () => {
      for (const { key, asked } of routes)
        for (const { path, body } of withEachValue(asked.body, CONFUSING)) {
          const as = rows.callers[REQUESTS[key]!.asker ?? 'coordinator'];
          const answer = await answerTo(product, key.split(' ')[0]!, { ...asked, body }, as);
          // An empty list, a number where a number is asked for, and a yes or no are values of the right type.
          const [name, value] = path.split(' = ') as [string, string];
          const given = name
            .split('.')
            .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], asked.body);
          const isRight =
            typeof given === typeof JSON.parse(value) && Array.isArray(given) === Array.isArray(JSON.parse(value));
          expect([key, path, answer.status < 500, isRight || answer.status >= 400]).toEqual([key, path, true, true]);
          if (!isRight)
            expect([key, path, [400, 404, 409, 422]]).toEqual([key, path, expect.arrayContaining([answer.status])]);
        }
    });

    it('finds nothing where a secret, a code or an id is looked up', async () => {
      const lookups = [
        (value: string) => `/api/evaluations/${value}`,
        (value: string) => `/evaluations/${value}`,
        (value: string) => `/api/certificates/${value}`,
        (value: string) => `/certificates/${value}`,
        (value: string) => `/calendar/${value}.ics`,
        (value: string) => `/api/bookings/${value}`,
        (value: string) => `/api/bookings/${value}/certificate.pdf`,
        (value: string) => `/api/messages/${value}.eml`,
        (value: string) => `/api/events/${value}`,
        (value: string) => `/api/events/${value}/register`,
        (value: string) => `/api/courses/${value}`,
        (value: string) => `/c/${value}`,
        (value: string) => `/api/modules/${value}`,
        (value: string) => `/learning/${value}`,
      ];
      for (const lookup of lookups)
        for (const value of PATHLIKE) {
          const answer = await product.ask('GET', lookup(value), { as: rows.callers.coordinator });
          expect([lookup(value), [400, 404]]).toEqual([lookup(value), expect.arrayContaining([answer.status])]);
        }
    });

    it.each(['0', '', 'null', 'true', '%', 'rt_', "rt_' OR '1'='1", 'rt_%', '[object Object]', ' '])(
      'opens nothing as a token: %j',
      async (token) => {
        const answer = await product.ask('GET', '/api/me', { headers: { authorization: `Bearer ${token}` } });
        expect(answer.status).toBe(401);
        const cookie = await product.ask('GET', '/api/me', { headers: { cookie: `roundtable=${token}` } });
        expect(cookie.status).toBe(401);
      },
    );

    it('is refused in the parameters of every list: a parameter twice, as a list, as an object', async () => {
      const lists = routesOf(product.app).filter(
        (route) =>
          route.method === 'GET' &&
          !route.path.includes(':') &&
          route.shapes.some(({ type }) => typeof type === 'function' && type.prototype instanceof ListQuery),
      );
      expect(lists.length).toBeGreaterThan(6);
      const queries = [
        'q=a&q=b',
        '_start=0&_start=1',
        '_sort=id&_sort=id',
        'q[]=a',
        'q[$ne]=a',
        'id[a]=b',
        'id[]=a',
        '_order[]=ASC',
      ];
      for (const { path } of lists)
        for (const query of queries) {
          const answer = await product.ask('GET', `${path}?${query}`, { as: rows.callers.coordinator });
          const refused = answer.status === 403 || answer.status === 400 || answer.status === 422;
          expect([path, query, refused]).toEqual([path, query, true]);
        }
    });

    it('is refused in a form of the website where a field comes twice, and nothing happens', async () => {
      const forms = Object.entries(REQUESTS).filter(([, request]) => {
        const asked = request.ask(rows.of.practitioner, rows.shared, true, {});
        return asked.form && Object.keys(asked.form).length > 0;
      });
      expect(forms.length).toBeGreaterThan(5);
      for (const [key, request] of forms) {
        const asker = request.asker ?? 'practitioner';
        const asked = request.ask(rows.of[asker], rows.shared, true, {});
        for (const [name, value] of Object.entries(asked.form!)) {
          const twice = new URLSearchParams([...Object.entries(asked.form!), [name, value]]).toString();
          const answer = await product.ask('POST', asked.path, {
            as: rows.callers[asker],
            body: twice,
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          });
          expect([key, name, answer.status]).toEqual([key, name, 422]);
        }
        const once = await askedAs(product, rows, key, { asker, isOwn: true });
        expect([key, once.status < 400]).toEqual([key, true]);
      }
      expect(
        (
          await sent(
            product,
            'GET',
            { path: `/api/bookings/${rows.of.practitioner.offeredId}` },
            rows.callers.practitioner,
          )
        ).body,
      ).toMatchObject({ status: 'offered' });
    });
  });
});
