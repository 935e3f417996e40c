import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemView } from '@roundtable/contracts';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

onTheProduct((product) => {
  let coordinator: Caller;
  let practitioner: Caller;
  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    practitioner = await product.person('practitioner');
  });
  const ask = (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    url: string,
    options: Parameters<typeof product.ask>[2] = {},
  ) => product.ask<ProblemView>(method, url, options);

  describe('a refusal', () => {
    it('is a problem document with code, status and title', async () => {
      const answer = await ask('GET', '/api/me');
      expect(answer.status).toBe(401);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.body).toEqual({ code: 'people.not-signed-in', status: 401, title: 'Sign in first.' });
    });

    it.each([
      ['400 where it is not JSON', 'POST', '/api/agencies', '{"name":', 400, 'request.malformed'],
      ['400 where a list is sent for an object', 'POST', '/api/agencies', '[]', 400, 'request.malformed'],
      ['415 for another kind of content', 'POST', '/api/agencies', 'name=x', 415, 'request.wrong-kind'],
      [
        '413 where it is too large',
        'POST',
        '/api/agencies',
        JSON.stringify({ name: 'x'.repeat(300_000), sector: 'health' }),
        413,
        'request.too-large',
      ],
    ] as const)('is %s', async (_, method, url, payload, status, code) => {
      const type = payload.startsWith('name=') ? 'text/plain' : 'application/json';
      const answer = await ask(method, url, {
        as: coordinator,
        body: payload as unknown as object,
        headers: { 'content-type': type },
      });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    });

    it('is 400 for an unknown field and for an unknown parameter, and names it', async () => {
      const field = await ask('POST', '/api/agencies', {
        as: coordinator,
        body: { name: 'A', sector: 'health', colour: 'red' },
      });
      expect([field.status, field.body.code, field.body.detail]).toEqual([
        400,
        'request.unknown-field',
        { names: ['colour'] },
      ]);
      const parameter = await ask('GET', '/api/events?colour=red');
      expect([parameter.status, parameter.body.code]).toEqual([400, 'request.unknown-parameter']);
    });

    it('is 422 at the field for a missing value, a wrong type and a broken rule', async () => {
      const missing = await ask('POST', '/api/agencies', { as: coordinator, body: { sector: 'health' } });
      expect([missing.status, missing.body.code, missing.body.errors]).toEqual([
        422,
        'request.invalid',
        { name: 'Enter the name of the agency' },
      ]);
      const wrong = await ask('POST', '/api/practitioners', {
        as: coordinator,
        body: { name: 5, agencyId: 'x', email: 'not an address' },
      });
      expect(Object.keys(wrong.body.errors ?? {}).sort()).toEqual(['email', 'name']);
      const sector = await ask('POST', '/api/agencies', {
        as: coordinator,
        body: { name: 'Somewhere', sector: 'astrology' },
      });
      expect([sector.status, sector.body.errors?.['sector']]).toEqual([
        422,
        expect.stringContaining('Choose one of the sectors'),
      ]);
    });

    it.each([
      '_start=-1',
      '_start=x',
      '_end=99999',
      '_sort=passwordHash',
      '_order=SIDEWAYS',
      'from=yesterday',
      'status=lost',
      'q=a&q=b',
      '_sort=id&_sort=id',
    ])('is 422 for the list parameter %s', async (parameter) => {
      const answer = await ask('GET', `/api/events?${parameter}`, { as: coordinator });
      expect([answer.status, answer.body.code]).toEqual([422, 'request.invalid']);
    });

    it.each([
      '{"email":0,"password":"x"}',
      '{"email":["a@b.example"],"password":"x"}',
      '{"email":{"$ne":""},"password":{"$ne":""}}',
    ])('is 422 for type confusion at the sign-in: %s', async (payload) => {
      const answer = await ask('POST', '/api/session', {
        body: payload as unknown as object,
        headers: { 'content-type': 'application/json' },
      });
      expect([answer.status, answer.body.code]).toEqual([422, 'request.invalid']);
    });

    it('is the same for an unknown address and a wrong password', async () => {
      const person = await product.person('practitioner', { email: 'known@person.example' });
      expect(person.personId).toBeTruthy();
      const answers = await Promise.all(
        ['known@person.example', 'unknown@person.example'].map((email) =>
          ask('POST', '/api/session', { body: { email, password: 'not the password' } }),
        ),
      );
      expect(answers.map((answer) => [answer.status, answer.body])).toEqual(
        Array(2).fill([
          401,
          { code: 'people.sign-in-failed', status: 401, title: 'The email address or the password is not right.' },
        ]),
      );
    });

    it('is 429 after ten tries a minute on one account, and never for another', async () => {
      const tries = [];
      for (let n = 0; n < 14; n += 1)
        tries.push(
          (
            await ask('POST', '/api/session', {
              body: { email: 'tried@person.example', password: 'wrong wrong wrong' },
            })
          ).status,
        );
      expect(tries.filter((status) => status === 429).length).toBeGreaterThanOrEqual(1);
      expect(tries.slice(0, 10).includes(429) && tries.filter((status) => status === 401).length < 10).toBe(false);
      expect(
        (await ask('POST', '/api/session', { body: { email: 'other@person.example', password: 'wrong wrong wrong' } }))
          .status,
      ).toBe(401);
    });

    it('is 403 for a signed-in person without the permission, and 404 for what is not theirs', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 3 });
      expect((await ask('POST', '/api/courses', { as: practitioner, body: { title: 'x', summary: 'y' } })).status).toBe(
        403,
      );
      const other = await product.person('practitioner', { agency: 'Other Agency' });
      const booking = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, {
        as: other,
        body: {},
      });
      for (const [method, path, body] of [
        ['GET', `/api/bookings/${booking.body.id}`, undefined],
        ['POST', `/api/bookings/${booking.body.id}/cancellation`, { reason: 'Not mine' }],
        ['GET', `/api/bookings/${booking.body.id}/certificate.pdf`, undefined],
        ['GET', `/api/bookings/${booking.body.id}/evaluations/before`, undefined],
        ['POST', `/api/events/${eventId}/bookings`, { practitionerId: other.personId }],
        ['GET', '/api/nothing', undefined],
        ['GET', '/api/events/no-such-event', undefined],
      ] as const)
        expect([path, (await ask(method, path, { as: practitioner, ...(body ? { body } : {}) })).status]).toEqual([
          path,
          404,
        ]);
      const list = await product.ask<unknown[]>('GET', `/api/bookings?eventId=${eventId}`, { as: practitioner });
      expect([list.body, list.headers['x-total-count']]).toEqual([[], '0']);
    });

    it('is 401 for a bearer token that is not valid, even where visitors may read', async () => {
      expect((await ask('GET', '/api/events', { as: { personId: '', token: 'rt_wrong' } })).status).toBe(401);
    });

    it('is 403 for a request that changes something and comes from another website', async () => {
      const cases: [Record<string, string>, number][] = [
        [{ 'sec-fetch-site': 'cross-site' }, 403],
        [{ 'sec-fetch-site': 'same-site' }, 403],
        [{ origin: 'https://evil.example' }, 403],
        [{ 'sec-fetch-site': 'same-origin' }, 401],
      ];
      for (const [headers, status] of cases) {
        const answer = await ask('POST', '/api/session', {
          body: { email: 'x@person.example', password: 'wrong wrong wrong' },
          headers,
        });
        expect([headers, answer.status]).toEqual([headers, status]);
      }
    });

    it('is 409 for a draft that is not ready, a closed event and a capacity below places held', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 3 });
      for (let n = 0; n < 2; n += 1)
        await product.ask('POST', `/api/events/${eventId}/bookings`, { as: await product.person(), body: {} });
      const lowered = await ask('PATCH', `/api/events/${eventId}`, { as: coordinator, body: { capacity: 1 } });
      expect([lowered.status, lowered.body.code]).toEqual([409, 'events.capacity-below-held']);
      await ask('POST', `/api/events/${eventId}/cancellation`, {
        as: coordinator,
        body: { reason: 'The trainer is ill' },
      });
      const closed = await ask('POST', `/api/events/${eventId}/bookings`, { as: practitioner, body: {} });
      expect([closed.status, closed.body.code]).toEqual([409, 'bookings.closed']);
    });
  });
});
