import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BookingView, EventTrainerView, TrainerView } from '@roundtable/contracts';
import { paths } from '@roundtable/contracts';
import { BookingEntity } from '@roundtable/bookings';
import { FormLinks, LineManagerEntity } from '@roundtable/evaluations';
import { EventEntity } from '@roundtable/events';
import { AddressProofEntity } from '@roundtable/people';
import { ProgrammeSubscriptionEntity } from '@roundtable/messages';
import { Jobs, LinkEntity, Links, MessageEntity, hashOf, newId } from '@roundtable/platform';
import { Not } from 'typeorm';
import { Mailbox } from '../support/mailbox';
import { type Caller, type Product, publishedEvent } from '../support/product';
import { onTheProductWithMail } from '../support/received-mail';
import { Website } from '../support/website';

const PASSWORD = 'a long enough password';
const NOW = '2026-03-02T09:00:00Z';
/** An hour after the event that took place, when its trainer's link is open and people are asked what they say. */
const AFTERWARDS = '2026-03-16T14:00:00Z';
/** Tables in which a visit leaves its trace, and nothing that anybody acts on. */
const TRACES = new Set(['throttles', 'audit_entries', 'migrations', 'job_leases', 'settings']);

type SecretPath = (of: { token: string } & { secret: string }) => string;

/** Addresses with a secret that stand in no mail, and where they are tried. */
const NOT_MAILED: Record<string, string> = {
  evaluationDraft: 'the secret of the form, to which its page sends single answers: test/api/forms',
  roomForm: 'found by the digits of the room and an address: test/api/answering-in-the-room',
  publishedReport: 'given by staff to a scrutineer: test/api/published-reports',
  publishedReportFile: 'a file behind that page: test/api/published-files',
};

/** Every address of the website that goes by a mailed secret, as the code has them. */
const SECRET_PATHS = Object.entries(paths).flatMap(([name, path]): [string, SecretPath][] =>
  typeof path === 'function' && /\b(token|secret)\b/.test(path.toString()) && !Object.hasOwn(NOT_MAILED, name)
    ? [[name, path as SecretPath]]
    : [],
);
const pathTo = (kind: string, secret: string): string =>
  SECRET_PATHS.find(([name]) => name === kind)![1]({ token: secret, secret });

onTheProductWithMail((product) => {
  /** The secret of one live link of each kind. */
  let secrets: Record<string, string>;
  beforeAll(async () => {
    secrets = await linksOfEveryKind(product);
  });
  const kinds = () => Object.keys(secrets);
  const visitor = () => new Website(product);

  describe('a mailed link', () => {
    it('of every kind that the code knows is walked here, and no mail carries another', async () => {
      expect(kinds().sort()).toEqual(SECRET_PATHS.map(([name]) => name).sort());
      const known = SECRET_PATHS.map(([, path]) => path({ token: '*', secret: '*' }).split('*')[0]!);
      const mails = await product.database.repo(MessageEntity).find();
      const strange = mails.flatMap(({ kind, textBody }) =>
        [...textBody.matchAll(/http:\/\/localhost:3000(\/\S*[\w-]{32}\S*)/g)]
          .map((match) => match[1]!)
          .filter((path) => !/[0-9a-f]{8}-[0-9a-f]{4}-/.test(path) && !known.some((start) => path.startsWith(start)))
          .map((path) => `${kind}: ${path}`),
      );
      expect(strange).toEqual([]);
    });

    it('works without signing in, and is left as it was by any number of GET and HEAD', async () => {
      const before = await everything(product);
      for (let n = 0; n < 3; n += 1)
        for (const kind of kinds())
          for (const method of ['GET', 'HEAD'] as const)
            expect([method, kind, (await product.ask(method, pathTo(kind, secrets[kind]!))).status]).toEqual([
              method,
              kind,
              200,
            ]);
      expect(await everything(product)).toEqual(before);
    });

    it('is left as it was by a scanner that submits its form without the button', async () => {
      const before = await everything(product);
      for (const kind of kinds())
        for (const fields of [{}, { x: '1' }] as Record<string, string>[]) {
          const { status } = await visitor().post(pathTo(kind, secrets[kind]!), fields);
          expect([kind, status < 500]).toEqual([kind, true]);
        }
      expect(await everything(product)).toEqual(before);
      for (const kind of kinds())
        expect([kind, (await product.ask('GET', pathTo(kind, secrets[kind]!))).status]).toEqual([kind, 200]);
    });

    it('is for one purpose: at the address of another kind it is not there', async () => {
      for (const of of kinds())
        for (const at of kinds())
          if (of !== at)
            expect([of, at, (await product.ask('GET', pathTo(at, secrets[of]!))).status]).toEqual([of, at, 404]);
    });

    it('is kept as a hash alone: its secret stands in no table but in the mail itself', async () => {
      const tables = await everything(product, new Set(['messages']));
      const all = Object.values(tables).join('\n');
      for (const kind of kinds()) {
        expect([kind, all.includes(secrets[kind]!)]).toEqual([kind, false]);
        expect([kind, all.includes(hashOf(secrets[kind]!))]).toEqual([kind, true]);
      }
    });

    it('has an end, the latest of all a year after the weeks in which answers count, but for asking for no more mail', async () => {
      const rows = [
        ...(await product.database.repo(LinkEntity).findBy({ purpose: Not('programme-unsubscribe') })),
        ...(await product.database.repo(AddressProofEntity).find()),
      ];
      const latest = Date.parse(AFTERWARDS) + (365 + 43) * 24 * 3600_000;
      expect(rows.length).toBeGreaterThan(8);
      expect(
        rows.filter(({ expiresAt }) => expiresAt.getTime() > Math.max(latest, Date.now() + 48 * 3600_000)),
      ).toEqual([]);
    });

    it('runs out', async () => {
      const past = product.engine === 'sqlite' ? '2026-01-01 00:00:00.000' : '2026-01-01 00:00:00';
      for (const table of ['links', 'address_proofs'])
        await product.database.query(`UPDATE ${table} SET expires_at = ?`, [past]);
      product.clock.set('2026-03-19T17:00:00Z');
      for (const kind of kinds().filter((one) => one !== 'calendarFeed'))
        expect([kind, (await product.ask('GET', pathTo(kind, secrets[kind]!))).status]).toEqual([kind, 404]);
    });
  });
});

/** Every row of every table, as text. */
async function everything(product: Product, without: ReadonlySet<string> = TRACES): Promise<Record<string, string>> {
  const tables = await product.database.query<{ name: string }>(
    product.engine === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  const all: Record<string, string> = {};
  for (const { name } of tables)
    if (!without.has(name))
      all[name] = (await product.database.query<object>(`SELECT * FROM ${name}`))
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n');
  return all;
}

/** The secret of a question to a line manager that is open, as the mail three months later makes it. */
async function managerQuestionAbout(product: Product, bookingId: string): Promise<string> {
  const booking = await product.database.repo(BookingEntity).findOneByOrFail({ id: bookingId });
  const event = await product.database.repo(EventEntity).findOneByOrFail({ id: booking.eventId });
  const closesAt = new Date(Date.parse(AFTERWARDS) + 40 * 24 * 3600_000);
  await product.database.repo(BookingEntity).update({ id: bookingId }, { attendance: 'attended' });
  const { eventId, personId } = booking;
  await product.database.repo(LineManagerEntity).insert({
    id: newId(),
    uniqueKey: LineManagerEntity.keyOf(eventId, personId),
    eventId,
    personId,
    name: 'Maya Manager',
    email: 'maya@links.example',
    askFrom: new Date(NOW),
    refusedAt: null,
    closesAt,
    createdAt: new Date(NOW),
  });
  const [link] = await product.app.get(FormLinks).toManagers([{ booking, event, closesAt }]);
  return link!.secret;
}

/** Makes the product mail a link of every kind; answers their secrets by the names of their addresses. */
async function linksOfEveryKind(product: Product): Promise<Record<string, string>> {
  product.clock.set(NOW);
  const coordinator = await product.person('coordinator', { name: 'Coral Coordinator' });
  const ask = async <Body = { id: string }>(path: string, body?: unknown, as: Caller | null = coordinator) => {
    const answer = await product.ask<Body>('POST', `/api/${path}`, { ...(as && { as }), ...(body ? { body } : {}) });
    if (answer.status >= 400) throw new Error(`POST ${path}: ${answer.text}`);
    return answer.body;
  };
  const secretIn = (kind: string, address: string) => new Mailbox(product, address).token(kind);
  const trainer = async (eventId: string, email: string, answer: string): Promise<EventTrainerView> => {
    const { id } = await ask<TrainerView>('trainers', { kind: 'commissioned', name: 'Tess Trainer', email });
    return ask<EventTrainerView>('event-trainers', { eventId, trainerId: id, answer });
  };

  const person = await product.person('practitioner', { email: 'person@links.example', agency: 'Linked Agency' });
  const website = new Website(product);
  await website.signIn('person@links.example');
  await website.api('POST', '/api/me/email', { email: 'moved@links.example', password: PASSWORD });
  const calendar = (await website.post('/my-training/calendar', { do: 'make' })).text;

  const sessions = [{ startsAt: '2026-03-16T10:00:00Z', endsAt: '2026-03-16T13:00:00Z' }];
  const past = await publishedEvent(product, coordinator, {
    capacity: 5,
    more: { sessions },
    course: { outcomeStatements: [{ stem: 'knowledge of', wording: 'Neglect' }] },
  });
  await product.ask('PATCH', `/api/events/${past.eventId}`, {
    as: coordinator,
    body: { joining: { platform: 'Teams', meetingUrl: 'https://meet.example/abc' } },
  });
  const booking = await ask<BookingView>(`events/${past.eventId}/bookings`, {}, person);
  await ask(`events/${past.eventId}/joining-mails`);
  const given = await trainer(past.eventId, 'gives@links.example', 'confirmed');
  await ask(`event-trainers/${given.id}/link`, {});

  const coming = await publishedEvent(product, coordinator, { capacity: 5 });
  await trainer(coming.eventId, 'asked@links.example', 'asked');
  const agency = await ask('agencies', { name: 'Approving Agency', sector: 'health' });
  await product.ask('PATCH', `/api/agencies/${agency.id}`, { as: coordinator, body: { approval: 'lead' } });
  const lead = await product.person('practitioner', { email: 'lead@links.example', name: 'Lena Lead' });
  await ask('role-grants', { personId: lead.personId, role: 'agency-lead', agencyId: agency.id });
  const added = { name: 'Ada Added', email: 'added@links.example', agencyId: agency.id };
  const delegate = await ask('practitioners', added);
  await ask(`events/${coming.eventId}/bookings`, { practitionerId: delegate.id });

  product.clock.set(AFTERWARDS);
  await product.app.get(Jobs).runAll();
  const email = 'person@links.example';
  await ask('session/link', { email }, null);
  await ask('password-resets', { email }, null);
  const registration = { email: 'new@links.example', name: 'Nina New', jobRole: 'Teacher', area: 'city' };
  const links = product.app.get(Links);
  const inAMonth = new Date(Date.parse(AFTERWARDS) + 30 * 24 * 3600_000);
  const subscription = {
    id: newId(),
    personId: person.personId,
    allTopics: true,
    area: 'both' as const,
    consentedAt: new Date(NOW),
    endedAt: null,
  };
  await product.database.repo(ProgrammeSubscriptionEntity).insert(subscription);
  const joining = await new Mailbox(product, email).newest('joining-instructions');
  await ask('registrations', { ...registration, agency: 'Northside Nursery', password: PASSWORD }, null);
  return {
    signInByLink: await secretIn('proof.sign-in', email),
    newPassword: await secretIn('proof.password-reset', email),
    confirmAddress: await secretIn('proof.registration', 'new@links.example'),
    confirmNewAddress: await secretIn('proof.new-address', 'moved@links.example'),
    addedMembership: await secretIn('person-added', 'added@links.example'),
    join: await secretIn('joining-instructions', email),
    coming: /\/coming\/([\w-]{32})/.exec(joining.textBody)?.[1] ?? '',
    missed: await links.make('missed', booking.id, inAMonth),
    unsubscribe: await links.make('programme-unsubscribe', subscription.id, inAMonth),
    approval: await secretIn('booking-approval-asked', 'lead@links.example'),
    evaluation: await secretIn('evaluation-after', email),
    managerQuestion: await managerQuestionAbout(product, booking.id),
    calendarFeed: /\/calendar\/([\w-]{32})\.ics/.exec(calendar)?.[1] ?? '',
    trainerLink: await secretIn('proof.trainer-link', 'gives@links.example'),
    trainerAnswer: await secretIn('trainer-asked', 'asked@links.example'),
  };
}
