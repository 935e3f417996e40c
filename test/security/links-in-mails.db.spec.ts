import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EvaluationFormView, MessageView } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { Jobs } from '@roundtable/platform';
import { onTheProduct } from '../support/product';
import { Website } from '../support/website';
import { type Rows, rowsOf } from './matrix/rows';

const PASSWORD = 'a long enough password';
const CHOSEN = 'quite another and longer one';
const NEW = 'new@links.example';
const MOVED = 'moved@links.example';
/** Tables in which a visit leaves its trace, and nothing that anybody acts on. */
const TRACES = new Set(['throttles', 'audit_entries', 'migrations', 'job_leases', 'settings']);

onTheProduct((product) => {
  let rows: Rows;
  let mails: MessageView[];
  beforeAll(async () => {
    rows = await rowsOf(product);
    const endsAt = new Date(Date.now() - 3600_000);
    const times = { startsAt: new Date(endsAt.getTime() - 3600_000), endsAt };
    await product.database.repo(EventEntity).update({ id: rows.shared.bookedEventId }, times);
    await product.app.get(Jobs).runAll();
    await askForMails();
    const answer = await product.ask<MessageView[]>('GET', '/api/messages?_end=200', { as: rows.callers.coordinator });
    mails = answer.body;
  });

  /** A mail of every kind that carries a secret: to register, to sign in, to choose a password, to change the address. */
  async function askForMails(): Promise<void> {
    const { email } = rows.of.practitioner;
    const ask = async (path: string, body: object): Promise<void> => {
      const answer = await product.ask('POST', path, {
        body,
        headers: { cookie: `roundtable=${rows.cookies.practitioner}` },
      });
      if (answer.status !== 202) throw new Error(`${path}: ${answer.text}`);
    };
    await Promise.all([
      ask('/api/session/link', { email }),
      ask('/api/password-resets', { email }),
      ask('/api/me/email', { email: MOVED, password: PASSWORD }),
      ask('/api/registrations', {
        email: NEW,
        name: 'Nina New',
        jobRole: 'Teacher',
        area: 'city',
        agency: 'Northside Nursery',
        password: CHOSEN,
      }),
    ]);
  }
  /** The newest link of this kind to an address. */
  const linkTo = (kind: string, address: string): string =>
    linksOf(mails.find((mail) => mail.kind === kind && mail.toAddress === address)!).find((link) =>
      /[\w-]{32}$/.test(link),
    ) ?? '';

  const linksOf = (mail: MessageView): string[] => [
    ...new Set(
      [
        ...`${mail.text} ${mail.html} ${mail.calendar ?? ''}`
          .replaceAll('&#38;', '&')
          .matchAll(/http:\/\/localhost:3000(\/[^\s"<>\\]*)/g),
      ].map((match) => match[1]!),
    ),
  ];

  /** The secret of the link by which somebody was asked for their answers after the event. */
  const tokenOf = (asker: 'practitioner' | 'trainer' | 'administrator'): string => {
    const mail = mails.find(({ kind, toAddress }) => kind === 'evaluation-after' && toAddress === rows.of[asker].email);
    return /\/evaluations\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  };

  /** Every row of every table, as text. */
  async function everything(): Promise<Record<string, string>> {
    const tables = await product.database.query<{ name: string }>(
      product.engine === 'sqlite'
        ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    const all: Record<string, string> = {};
    for (const { name } of tables)
      if (!TRACES.has(name))
        all[name] = (await product.database.query<object>(`SELECT * FROM ${name}`))
          .map((row) => JSON.stringify(row))
          .sort()
          .join('\n');
    return all;
  }

  describe('a scanner that opens and submits every link of every mail', () => {
    it('changes nothing, and the person can still act', async () => {
      const links = [...new Set(mails.flatMap(linksOf))];
      expect(links.length).toBeGreaterThan(5);
      for (const kind of [
        '/evaluations/',
        '/sign-in/link/',
        '/sign-in/new-password/',
        '/register/confirm/',
        '/confirm-new-address/',
      ])
        expect([kind, links.some((link) => link.startsWith(kind))]).toEqual([kind, true]);
      const before = await everything();
      const scanner = new Website(product);
      for (const link of [...links, ...links]) {
        for (const method of ['GET', 'HEAD'] as const) {
          const answer = await product.ask(method, link);
          expect([method, link, answer.status < 500]).toEqual([method, link, true]);
        }
        for (const headers of [{}, { 'sec-fetch-site': 'none' }, { origin: 'http://localhost:3000' }] as Record<
          string,
          string
        >[]) {
          const answer = await scanner.post(link, {}, headers);
          expect(['POST', link, answer.status < 500]).toEqual(['POST', link, true]);
        }
      }
      expect(await everything()).toEqual(before);
      const pressed = { pressed: 'yes' };
      const { email } = rows.of.practitioner;
      const acts = [
        [linkTo('proof.sign-in', email), pressed, '/my-training'],
        [linkTo('proof.registration', NEW), pressed, '/sign-in?done=confirmed'],
        [linkTo('proof.password-reset', email), { password: CHOSEN }, '/sign-in?done=new-password'],
      ] as const;
      for (const [link, fields, goesTo] of acts) {
        const answer = await new Website(product).post(link, fields);
        expect([link, answer.status, answer.headers['location']]).toEqual([link, 303, goesTo]);
      }
      expect((await new Website(product).signIn(email, CHOSEN)).status).toBe(303);
      const token = tokenOf('practitioner');
      const form = await product.ask<EvaluationFormView>('GET', `/api/evaluations/${token}`);
      expect(form.body.state).toBe('open');
      const ratings = Object.fromEntries(form.body.questions.map(({ id }) => [`rating-${id}`, '4']));
      expect((await new Website(product).post(`/evaluations/${token}`, ratings)).status).toBe(303);
      expect((await product.ask<EvaluationFormView>('GET', `/api/evaluations/${token}`)).body.state).toBe('sent');
    });
  });

  describe('a mailed link', () => {
    it('is worth nothing where it was made for something else', async () => {
      const address = rows.of.trainer.email;
      await Promise.all(
        ['/api/session/link', '/api/password-resets'].map((path) =>
          product.ask('POST', path, { body: { email: address } }),
        ),
      );
      const secretOf = async (kind: string): Promise<string> => {
        const answer = await product.ask<MessageView[]>('GET', `/api/messages?q=${address}&_end=200`, {
          as: rows.callers.coordinator,
        });
        return /([\w-]{32})(?=\s)/.exec(answer.body.find((mail) => mail.kind === kind)!.text)![1]!;
      };
      const [signIn, reset] = [await secretOf('proof.sign-in'), await secretOf('proof.password-reset')];
      const before = await everything();
      const refused = [
        await product.ask('POST', '/api/session/link/confirmation', { body: { token: reset } }),
        await product.ask('POST', '/api/password-resets/confirmation', { body: { token: signIn, password: CHOSEN } }),
        await product.ask('POST', '/api/registrations/confirmation', { body: { token: signIn } }),
        await product.ask('POST', '/api/registrations/confirmation', { body: { token: reset } }),
        await product.ask('POST', '/api/me/email/confirmation', { body: { token: reset } }),
        await product.ask('PUT', `/api/evaluations/${reset}`, { body: { answers: [] } }),
        await product.ask('GET', `/api/evaluations/${signIn}`),
        await product.ask('GET', '/api/me', {
          headers: { cookie: `roundtable=${signIn}`, authorization: `Bearer ${reset}` },
        }),
        await product.ask('GET', '/api/me', { headers: { cookie: `roundtable=${signIn}` } }),
      ];
      expect(refused.map(({ status }) => status).filter((status) => status < 400)).toEqual([]);
      expect(await everything()).toEqual(before);
    });

    it('leads to the address of this deployment, whatever host a request names', async () => {
      const address = rows.of['system-owner'].email;
      await product.ask('POST', '/api/password-resets', {
        body: { email: address },
        headers: {
          host: 'evil.example',
          'x-forwarded-host': 'evil.example',
          'x-forwarded-proto': 'https',
          forwarded: 'host=evil.example',
        },
      });
      const answer = await product.ask<MessageView[]>('GET', `/api/messages?q=${address}`, {
        as: rows.callers.coordinator,
      });
      const mail = answer.body.find(({ kind }) => kind === 'proof.password-reset')!;
      expect(mail.text).toContain('http://localhost:3000/sign-in/new-password/');
      expect(`${mail.text}${mail.html}`).not.toContain('evil.example');
    });

    it('is used by one of many who use it at the same moment', async () => {
      const address = rows.of['evaluation-reader'].email;
      await product.ask('POST', '/api/session/link', { body: { email: address } });
      const answer = await product.ask<MessageView[]>('GET', `/api/messages?q=${address}`, {
        as: rows.callers.coordinator,
      });
      const token = /([\w-]{32})(?=\s)/.exec(answer.body.find(({ kind }) => kind === 'proof.sign-in')!.text)![1]!;
      const all = await Promise.all(
        Array.from({ length: 6 }, () => product.ask('POST', '/api/session/link/confirmation', { body: { token } })),
      );
      expect(all.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 401, 401, 401, 401, 401]);
    });
  });

  describe('a link that was used', () => {
    it('takes no second answer: neither from the form nor from the API, and the first one stays', async () => {
      const token = tokenOf('trainer');
      const form = await product.ask<EvaluationFormView>('GET', `/api/evaluations/${token}`);
      const answers = (value: number) => ({
        answers: form.body.questions.map(({ id }) => ({ questionId: id, value })),
      });
      const at = `/api/evaluations/${token}`;
      const all = await Promise.all([1, 2, 3, 4, 5].map((value) => product.ask('PUT', at, { body: answers(value) })));
      expect(all.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
      const after = await everything();
      const ratings = Object.fromEntries(form.body.questions.map(({ id }) => [`rating-${id}`, '1']));
      expect((await new Website(product).post(`/evaluations/${token}`, ratings)).status).toBe(303);
      expect((await product.ask('PUT', at, { body: answers(1) })).status).toBe(409);
      expect(await everything()).toEqual(after);
    });

    it('is worth nothing for another form, in another case, cut short or made longer', async () => {
      const token = tokenOf('administrator');
      for (const other of [
        token.slice(0, -1),
        `${token}x`,
        token.toUpperCase(),
        token.toLowerCase(),
        `${token}%20`,
        `${token}=`,
        encodeURIComponent(`${token}\0`),
      ])
        expect([other, (await product.ask('GET', `/api/evaluations/${other}`)).status]).toEqual([other, 404]);
    });
  });
});
