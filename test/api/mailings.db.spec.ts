import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BookingEntity } from '@roundtable/bookings';
import type {
  EventMailRecipient,
  EventMailView,
  MailPreview,
  MessageView,
  ProblemView,
  ProgrammeMailingRecipient,
  ProgrammeMailingView,
  ResourceView,
  Role,
} from '@roundtable/contracts';
import { MailingEntity, ProgrammeSubscriptionEntity } from '@roundtable/messages';
import { AccountEntity, PersonEntity } from '@roundtable/people';
import {
  AuditEntryEntity,
  Jobs,
  LinkEntity,
  MessageEntity,
  OutboxWorker,
  PersonalData,
  Retention,
  newId,
} from '@roundtable/platform';
import { ENGINES } from '@roundtable/schema/testing';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { IsNull } from 'typeorm';
import { type Caller, Product, publishedEvent } from '../support/product';
import { Website } from '../support/website';

const DAY = 24 * 3600_000;
const PUBLIC_URL = 'https://training.example.org';

describe.each(ENGINES)('mail to many on %s', (engine) => {
  const product = new Product();
  const received: string[] = [];
  let server: SMTPServer;
  let coordinator: Caller;

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          received.push(Buffer.concat(parts).toString());
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as { port: number };
    await product.open(engine, {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      PUBLIC_URL,
      MAIL_FROM: 'Training team <training@partnership.example>',
    });
    coordinator = await product.person('coordinator', { name: 'Cora Coordinator' });
  });
  afterAll(async () => {
    await product.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });
  beforeEach(async () => {
    await product.app.get(OutboxWorker).drain();
    received.length = 0;
  });
  afterEach(() => product.clock.set(new Date()));

  const ask = <Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    as: Caller = coordinator,
  ) => product.ask<Body>(method, `/api/${path}`, { as, ...(body === undefined ? {} : { body }) });
  const mailsOf = (mailingId: string) =>
    product.database.repo(MessageEntity).find({ where: { mailingId }, order: { toName: 'ASC' } });
  const namesOf = async (mailingId: string) => (await mailsOf(mailingId)).map(({ toName }) => toName);
  const audited = (action: string, subjectId: string) =>
    product.database.repo(AuditEntryEntity).findBy({ action, subjectId });
  const sent = async (): Promise<ParsedMail[]> => {
    await product.app.get(OutboxWorker).drain();
    return Promise.all(received.map((mail) => simpleParser(mail)));
  };
  const delegate = async (eventId: string, name: string, wanted: { agency?: string; sector?: string } = {}) => {
    const person = await product.person('practitioner', { name, agency: `Agency of ${name}`, ...wanted });
    const booked = await ask<{ id: string; reference: string }>('POST', `events/${eventId}/bookings`, {}, person);
    if (booked.status !== 201) throw new Error(booked.text);
    return { ...person, bookingId: booked.body.id, reference: booked.body.reference };
  };
  const cancel = (bookingId: string) => ask('POST', `bookings/${bookingId}/cancellation`, { reason: 'ill' });
  const event = async (more: { capacity?: number; title?: string } = {}) =>
    (await publishedEvent(product, coordinator, { capacity: 20, ...more })).eventId;
  const WORDS = { subject: 'Before {{course}}', words: 'Hello {{name}}.\n\nBring a pen to {{place}} on {{date}}.' };
  const write = (eventId: string, more: object = {}, as?: Caller) =>
    ask<EventMailView & ProblemView>('POST', 'event-mails', { key: newId(), eventId, ...WORDS, ...more }, as);

  describe('to the delegates of an event', () => {
    it('goes to those with a confirmed place, each with what is their own, and says how many', async () => {
      const eventId = await event({ title: 'Neglect & harm' });
      const ann = await delegate(eventId, 'Ann <O’Neil>');
      await delegate(eventId, 'Bob Brown');
      const away = await delegate(eventId, 'Carl Cancelled');
      await cancel(away.bookingId);
      const draft = { eventId, ...WORDS, bookingId: ann.bookingId };
      const preview = (await ask<MailPreview>('POST', 'event-mail-previews', draft)).body;
      const answer = await write(eventId);
      expect([answer.status, answer.body.state, answer.body.recipients]).toEqual([201, 'sent', 2]);
      expect(answer.body.mails).toEqual({ kept: 0, queued: 2, sent: 0, failed: 0 });
      const [mail] = await mailsOf(answer.body.id);
      expect(mail).toMatchObject({
        regarding: ann.bookingId,
        subject: preview.subject,
        textBody: preview.text,
        htmlBody: preview.html,
      });
      expect(preview.subject).toBe('Before Neglect & harm');
      expect(preview.text).toMatch(/Hello Ann <O’Neil>\.\n\nBring a pen to Online on \w+day \d+ \w+ \d{4}, 1[01]am to/);
      expect(preview.html).toContain('Hello Ann &#60;O’Neil&#62;.');
      expect(preview.text).toContain(`Reference: ${ann.reference}`);
      const subjects = (await sent()).map(({ subject }) => subject);
      expect(subjects.filter((subject) => subject === preview.subject)).toHaveLength(2);
      const after = (await ask<EventMailView>('GET', `event-mails/${answer.body.id}`)).body;
      expect(after.mails).toEqual({ kept: 0, queued: 0, sent: 2, failed: 0 });
      const [entry] = await audited('event-mail.send', answer.body.id);
      expect(entry).toMatchObject({ actorId: coordinator.personId, after: { eventId, recipients: 2 } });
      expect(JSON.stringify(entry)).not.toContain('pen');
    });

    it('is one mail, however often it is pressed', async () => {
      const eventId = await event();
      await delegate(eventId, 'Percy Once');
      const wanted = { key: 'pressed-twice', eventId, ...WORDS };
      const answers = await Promise.all([1, 2, 3].map(() => ask<EventMailView>('POST', 'event-mails', wanted)));
      answers.push(await ask<EventMailView>('POST', 'event-mails', wanted));
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      expect(await mailsOf(answers[0]!.body.id)).toHaveLength(1);
      expect(await product.database.repo(MailingEntity).countBy({ eventId })).toBe(1);
    });

    it('reaches by the filter, and whoever cancelled only where that is chosen', async () => {
      const eventId = await event({ capacity: 4 });
      const police = await delegate(eventId, 'Paula Police', { sector: 'police', agency: 'Force' });
      await delegate(eventId, 'Hal Health', { sector: 'acute', agency: 'Hospital' });
      const gone = await delegate(eventId, 'Gus Gone');
      const back = await delegate(eventId, 'Bea Back');
      await cancel(gone.bookingId);
      await cancel(back.bookingId);
      await ask('POST', `events/${eventId}/bookings`, {}, back);
      const unreachable = await delegate(eventId, 'Nora Nomail');
      await product.database.repo(PersonEntity).update({ id: unreachable.personId }, { email: null });
      const waiting = await delegate(eventId, 'Wanda Waits');
      const status = async (id: string) => (await product.database.repo(BookingEntity).findOneByOrFail({ id })).status;
      expect(await status(waiting.bookingId)).toBe('waitlisted');

      const who = async (filter: string) => {
        const list = await ask<EventMailRecipient[]>('GET', `events/${eventId}/mail-recipients?${filter}`);
        return list.body.map(({ name, without }) => (without ? `${name}: ${without}` : name));
      };
      const confirmed = ['Bea Back', 'Hal Health', 'Nora Nomail: no-address', 'Paula Police'];
      expect(await who('')).toEqual(confirmed);
      expect(await who('withAddress=no')).toEqual(['Nora Nomail: no-address']);
      expect(await who('status=cancelled')).toEqual(['Gus Gone']);
      expect(await who('status=waitlisted&status=confirmed')).toEqual([...confirmed, 'Wanda Waits']);
      expect(await who('sector=health')).toEqual(['Hal Health']);
      const { agencyId } = await product.database.repo(BookingEntity).findOneByOrFail({ id: police.bookingId });
      expect(await who(`agencyId=${agencyId}`)).toEqual(['Paula Police']);
      expect(await who('attendance=attended')).toEqual([]);
      await product.database.repo(BookingEntity).update({ id: police.bookingId }, { attendance: 'attended' });
      expect(await who('attendance=attended')).toEqual(['Paula Police']);
      const window = await ask<unknown[]>('GET', `events/${eventId}/mail-recipients?_start=1&_end=3`);
      expect([window.body.length, window.headers['x-total-count']]).toEqual([2, '4']);

      const usual = (await write(eventId)).body;
      expect([usual.recipients, await namesOf(usual.id)]).toEqual([3, ['Bea Back', 'Hal Health', 'Paula Police']]);
      const chosen = (await write(eventId, { audience: { status: ['cancelled'] } })).body;
      expect(await namesOf(chosen.id)).toEqual(['Gus Gone']);
      const nobody = await write(eventId, { audience: { attendance: ['absent'] } });
      expect([nobody.status, nobody.body.code]).toEqual([409, 'mailings.nobody']);
      expect(await product.database.repo(MailingEntity).countBy({ eventId })).toBe(2);
    });

    it('goes once to whoever has several bookings: about the live one, else the latest', async () => {
      const eventId = await event();
      const live = await delegate(eventId, 'Has a place');
      const gone = await delegate(eventId, 'Left twice');
      await cancel(gone.bookingId);
      // As a merge of two people leaves them: one that ended later beside one that is live, and two that ended.
      for (const { bookingId } of [live, gone]) {
        const booking = await product.database.repo(BookingEntity).findOneByOrFail({ id: bookingId });
        const id = newId();
        await product.database.repo(BookingEntity).insert({
          ...booking,
          ...{ id, reference: id.slice(-12), status: 'cancelled', liveEventKey: null, liveCourseKey: null },
        });
      }
      const { body } = await write(eventId, { audience: { status: ['confirmed', 'cancelled'] } });
      expect(await namesOf(body.id)).toEqual(['Has a place', 'Left twice']);
      const chosen = await write(eventId, { audience: { status: ['cancelled'] } });
      expect(await namesOf(chosen.body.id)).toEqual(['Left twice']);
    });

    it('refuses fields that are not known or not closed, at the field, and empty words', async () => {
      const eventId = await event();
      await delegate(eventId, 'Percy Person');
      const wrong = await write(eventId, { subject: 'Hello {{nmae}}', words: 'Dear {{name' });
      expect([wrong.status, wrong.body.errors]).toEqual([
        422,
        {
          subject: 'There is no field {{nmae}}. You can use {{name}}, {{course}}, {{date}}, {{place}}, {{reference}}',
          words: 'Close each field with two braces. Write it like {{name}}',
        },
      ]);
      const bare = await write(eventId, { subject: '  ', words: '\n' });
      expect(Object.keys(bare.body.errors ?? {}).sort()).toEqual(['subject', 'words']);
      expect(await product.database.repo(MailingEntity).countBy({ eventId })).toBe(0);
    });

    it('goes at a London time across the change of clocks, to those who pass the filter then', async () => {
      product.clock.set(new Date('2026-10-20T10:00:00Z'));
      const eventId = await event();
      const early = await delegate(eventId, 'Early Bird');
      const at = { sendOn: '2026-10-25', sendTime: '09:00' };
      const answer = await write(eventId, at);
      expect(answer.body).toMatchObject({
        state: 'scheduled',
        sendAt: '2026-10-25T09:00:00.000Z',
        recipients: null,
        ...at,
      });
      await cancel(early.bookingId);
      await delegate(eventId, 'Late Comer');
      product.clock.set(new Date('2026-10-25T08:59:00Z'));
      await product.app.get(Jobs).runAll();
      expect(await mailsOf(answer.body.id)).toEqual([]);
      product.clock.set(new Date('2026-10-25T09:00:30Z'));
      await Promise.all([product.app.get(Jobs).runAll(), product.app.get(Jobs).runAll()]);
      expect(await namesOf(answer.body.id)).toEqual(['Late Comer']);
      const gone = (await ask<EventMailView>('GET', `event-mails/${answer.body.id}`)).body;
      expect([gone.state, gone.recipients]).toEqual(['sent', 1]);
      expect(await audited('event-mail.go-out', answer.body.id)).toHaveLength(1);

      const past = await write(eventId, { sendOn: '2026-10-25', sendTime: '08:00' });
      expect(past.body.errors).toEqual({ sendOn: 'Choose a date and time that are still to come' });
      const twice = await write(eventId, { sendOn: '2027-10-31', sendTime: '01:30' });
      expect([twice.status, Object.keys(twice.body.errors ?? {})]).toEqual([422, ['sendTime']]);
    });

    it('is changed or taken back until it goes, and not after', async () => {
      product.clock.set(new Date('2026-10-20T10:00:00Z'));
      const eventId = await event();
      await delegate(eventId, 'Percy Person');
      const at = { sendOn: '2026-10-25', sendTime: '09:00' };
      const first = (await write(eventId, at)).body;
      const other = (await write(eventId, at)).body;
      const changed = await ask<EventMailView>('PATCH', `event-mails/${first.id}`, {
        words: 'Other words, {{name}}',
        sendTime: '10:30',
        audience: { status: ['confirmed', 'waitlisted'] },
      });
      expect(changed.body).toMatchObject({
        subject: WORDS.subject,
        words: 'Other words, {{name}}',
        sendAt: '2026-10-25T10:30:00.000Z',
        audience: { status: ['confirmed', 'waitlisted'] },
      });
      const wrong = await ask<ProblemView>('PATCH', `event-mails/${first.id}`, { words: '{{x}}' });
      expect([wrong.status, Object.keys(wrong.body.errors ?? {})]).toEqual([422, ['words']]);
      const [entry] = await audited('event-mail.change', first.id);
      expect(entry).toMatchObject({ before: { sendAt: first.sendAt }, after: { wordsChanged: true } });
      expect(JSON.stringify(entry)).not.toContain('Other words');

      expect((await ask<EventMailView>('POST', `event-mails/${other.id}/withdrawal`)).body.state).toBe('taken-back');
      expect((await ask('POST', `event-mails/${other.id}/withdrawal`)).status).toBe(200);
      product.clock.set(new Date('2026-10-26T09:00:00Z'));
      await product.app.get(Jobs).runAll();
      expect([await namesOf(first.id), await namesOf(other.id)]).toEqual([['Percy Person'], []]);
      for (const [method, path] of [
        ['PATCH', `event-mails/${first.id}`],
        ['POST', `event-mails/${first.id}/withdrawal`],
      ] as const) {
        const late = await ask<ProblemView>(method, path, method === 'PATCH' ? { words: 'Too late' } : undefined);
        expect([late.status, late.body.code]).toEqual([409, 'mailings.gone-out']);
      }
    });

    it('carries links to resources, to those alone who may see them, and nobody else’s resources', async () => {
      const eventId = await event();
      const there = await delegate(eventId, 'There Person');
      const absent = await delegate(eventId, 'Was Absent');
      const link = {
        kind: 'recording',
        title: 'The recording',
        url: 'https://video.example/x',
        visibility: 'attended',
      };
      const { id } = (await ask<ResourceView>('POST', `events/${eventId}/resources`, link)).body;
      await product.database.repo(BookingEntity).update({ id: there.bookingId }, { attendance: 'attended' });
      await product.database.repo(BookingEntity).update({ id: absent.bookingId }, { attendance: 'absent' });
      const mail = (await write(eventId, { resourceIds: [id] })).body;
      const [first, second] = await mailsOf(mail.id);
      expect(first?.textBody).toContain(`The recording\n${PUBLIC_URL}/recordings/${id}`);
      expect(first?.textBody).not.toContain('video.example');
      expect(second?.textBody).not.toContain('recording');
      const strange = await write(await event(), { resourceIds: [id] });
      expect(strange.body.errors).toEqual({ resourceIds: 'Choose resources of this event or its course' });
    });

    it('to three hundred takes as many statements as to three, but for the batches', async () => {
      const counted = async (people: number) => {
        const eventId = await event({ capacity: people });
        const one = await delegate(eventId, 'Sample Person');
        const [person, booking] = [
          await product.database.repo(PersonEntity).findOneByOrFail({ id: one.personId }),
          await product.database.repo(BookingEntity).findOneByOrFail({ id: one.bookingId }),
        ];
        const ids = Array.from({ length: people - 1 }, () => newId());
        const people_ = ids.map((id) => ({ ...person, id, email: `${id}@many.example` }));
        await product.database.repo(PersonEntity).insert(people_);
        await product.database.repo(BookingEntity).insert(
          ids.map((id) => ({
            ...booking,
            ...{ id, personId: id, reference: id.slice(-12), liveEventKey: null, liveCourseKey: null },
          })),
        );
        const before = product.database.statements.count;
        const { recipients } = (await write(eventId)).body;
        return { recipients, statements: product.database.statements.count - before };
      };
      const [few, many] = [await counted(3), await counted(300)];
      expect([few.recipients, many.recipients]).toEqual([3, 300]);
      expect(many.statements - few.statements).toBe(2);
      await product.database.repo(MessageEntity).delete({ state: 'queued' });
    });

    it('is the business of administrators and coordinators alone', async () => {
      const eventId = await event();
      const { body: mail } = await write(eventId, { sendOn: londonIn(2), sendTime: '09:00' });
      const roles: Role[] = [
        'practitioner',
        'agency-lead',
        'trainer',
        'evaluation-reader',
        'information-governance',
        'system-owner',
      ];
      for (const role of roles) {
        const as = await product.person(role);
        const statuses = [
          (await write(eventId, {}, as)).status,
          (await ask('GET', 'event-mails', undefined, as)).status,
          (await ask('GET', `events/${eventId}/mail-recipients`, undefined, as)).status,
          (await ask('POST', `event-mails/${mail.id}/withdrawal`, undefined, as)).status,
          (await ask('GET', 'programme-mailings', undefined, as)).status,
        ];
        expect([role, ...statuses]).toEqual([role, 403, 403, 403, 403, 403]);
      }
      const list = await ask<EventMailView[]>(
        'GET',
        `event-mails?eventId=${eventId}`,
        undefined,
        await product.person('administrator'),
      );
      expect(list.body.map(({ id, writtenByName }) => [id, writtenByName])).toEqual([[mail.id, 'Cora Coordinator']]);
      await ask('POST', `event-mails/${mail.id}/withdrawal`);
    });
  });

  /** A London date some days from now. */
  const londonIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

  describe('about the programme', () => {
    const TOPICS = ['Neglect', 'Online safety'];
    beforeAll(async () => {
      await publishedEvent(product, coordinator, { capacity: 5, title: 'Topical', course: { topics: TOPICS } });
    });
    const subscriber = async (name: string, wanted: Record<string, string>) => {
      const email = `${newId().slice(-12)}@subscriber.example`;
      const caller = await product.person('practitioner', { name, email });
      const website = new Website(product);
      await website.signIn(email);
      const answer = await website.post('/account/mailings', { answer: 'save', consent: 'yes', ...wanted });
      return { ...caller, email, website, answer };
    };
    const mailing = (more: object = {}) =>
      ask<ProgrammeMailingView & ProblemView>('POST', 'programme-mailings', {
        key: newId(),
        subject: 'Coming training',
        words: 'Dear {{name}}, here is what is new.',
        ...more,
      });
    const stopAll = () =>
      product.database
        .repo(ProgrammeSubscriptionEntity)
        .createQueryBuilder()
        .update()
        .set({ endedAt: new Date() })
        .execute();
    beforeEach(stopAll);

    it('is off until somebody agrees, with the date kept, and says what is wrong', async () => {
      const { website, answer, personId } = await subscriber('Sam Subscriber', { scope: 'some', consent: 'no' });
      expect([answer.status, answer.text.includes('Agree that we may write to you')]).toEqual([422, true]);
      expect(answer.text).toContain('Choose at least one topic, or all of them');
      expect((await website.get('/account')).text).toMatch(/Mail about training[^]*Off/);
      const done = await website.post('/account/mailings', {
        ...{ answer: 'save', scope: 'some', 'topic-neglect': 'yes', area: 'city', consent: 'yes' },
      });
      expect([done.status, done.headers['location']]).toEqual([303, '/account/mailings?done=saved']);
      expect((await website.get('/account/mailings')).text).toContain('Neglect, city.');
      const row = await product.database.repo(ProgrammeSubscriptionEntity).findOneByOrFail({ personId });
      expect(row).toMatchObject({ area: 'city', endedAt: null });
      expect(Math.abs(row.consentedAt.getTime() - Date.now())).toBeLessThan(60_000);
      await website.post('/account/mailings', { answer: 'stop' });
      expect((await website.get('/account/mailings')).text).toContain('You get none of these mails now');
    });

    it('goes to those who asked for its topics and areas, at confirmed addresses alone', async () => {
      await subscriber('All City', { scope: 'all', area: 'city' });
      await subscriber('Neglect Anywhere', { scope: 'some', 'topic-neglect': 'yes', area: 'both' });
      await subscriber('Online County', { scope: 'some', 'topic-online-safety': 'yes', area: 'county' });
      const { personId } = await subscriber('Unconfirmed All', { scope: 'all' });
      await product.database.repo(AccountEntity).update({ personId }, { confirmedAt: null });
      const who = async (filter: string) =>
        (await ask<ProgrammeMailingRecipient[]>('GET', `programme-mailing-recipients?${filter}`)).body.map(
          ({ name }) => name,
        );
      expect(await who('')).toEqual(['All City', 'Neglect Anywhere', 'Online County']);
      expect(await who('topics=Neglect')).toEqual(['All City', 'Neglect Anywhere']);
      expect(await who('areas=county')).toEqual(['Neglect Anywhere', 'Online County']);
      expect(await who('areas=county&areas=city&topics=Online+safety')).toEqual(['All City', 'Online County']);
      const answer = await mailing({ audience: { topics: ['Neglect'], areas: ['county'] } });
      expect([answer.status, await namesOf(answer.body.id)]).toEqual([201, ['Neglect Anywhere']]);
      expect((await mailing({ audience: { topics: ['Nothing'] } })).status).toBe(422);
      const [entry] = await audited('programme-mailing.send', answer.body.id);
      expect(entry).toMatchObject({ after: { audience: { topics: ['Neglect'], areas: ['county'] }, recipients: 1 } });
    });

    it('tells of events, and carries the headers and a link that end it', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 5, title: 'Told of' });
      const { email } = await subscriber('Sam Subscriber', { scope: 'all' });
      const answer = await mailing({ eventIds: [eventId] });
      expect(answer.body.recipients).toBe(1);
      const [mail] = await sent();
      expect(mail?.to).toMatchObject({ value: [{ address: email, name: 'Sam Subscriber' }] });
      expect(mail?.text).toContain('here is what is new');
      expect(mail?.text).toContain(`Book: ${PUBLIC_URL}/events/${eventId}`);
      const html = String(mail?.html);
      expect([html.includes(`href="${PUBLIC_URL}/events/${eventId}"`), html.includes('<img')]).toEqual([true, false]);
      const header = /^List-Unsubscribe:\s+([^]*?)\r\n(?=\S)/im.exec(received[0]!)![1]!.replace(/\r\n\s+/g, ' ');
      expect(header).toMatch(
        /^<https:\/\/training\.example\.org\/unsubscribe\/[\w-]{32}>, <mailto:training@partnership\.example\?subject=unsubscribe>$/,
      );
      expect(received[0]).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
      const url = /<(https[^>]*)>/.exec(header)![1]!;
      expect(mail?.text).toContain(`Stop these mails:\n${url}`);
      const token = url.split('/').at(-1)!;
      expect(await product.database.repo(LinkEntity).countBy({ tokenHash: token })).toBe(0);
      const none = await product.database.repo(MessageEntity).findOneByOrFail({ mailingId: answer.body.id });
      expect(none.unsubscribeUrl).toBe(url);
    });

    it('ends by the button on a page that needs no sign-in and changes nothing by being fetched, and is taken back there', async () => {
      const { personId } = await subscriber('Sam Subscriber', { scope: 'all' });
      const { body: first } = await mailing();
      const path = new URL((await mailsOf(first.id))[0]!.unsubscribeUrl!).pathname;
      await sent();
      const { body: queued } = await mailing();
      const visitor = new Website(product);
      const isOn = () => product.database.repo(ProgrammeSubscriptionEntity).existsBy({ personId, endedAt: IsNull() });
      expect((await visitor.get(path)).text).toContain('Stop mail about training?');
      await product.ask('HEAD', path);
      await visitor.post(path, {});
      expect(await isOn()).toBe(true);
      const done = await visitor.post(path, { pressed: 'yes' });
      expect([done.status, await isOn(), await mailsOf(queued.id)]).toEqual([303, false, []]);
      const again = await ask<ProblemView>('POST', `messages/${(await mailsOf(first.id))[0]!.id}/resend`, {});
      expect([again.status, again.body.code]).toEqual([409, 'messages.unsubscribed']);
      // It was on its way when the button was pressed, and the mail server put it off.
      await product.database.repo(MessageEntity).update({ mailingId: first.id }, { state: 'queued' });
      await product.app.get(Jobs).runAll();
      expect(await mailsOf(first.id)).toEqual([]);
      expect((await mailing()).body.code).toBe('mailings.nobody');
      expect((await visitor.get(path)).text).toContain('You get no more mail about training');
      await visitor.post(path, { answer: 'take-back' });
      expect(await isOn()).toBe(true);
      expect((await visitor.get('/unsubscribe/no-such-link')).status).toBe(404);
    });

    it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=b'])(
      'ends by the one click of a mail programme, sent as %s, without being sent on',
      async (type) => {
        const { personId } = await subscriber('Sam Subscriber', { scope: 'all' });
        const { body } = await mailing();
        const url = (await mailsOf(body.id))[0]!.unsubscribeUrl!;
        const payload = type.startsWith('multipart')
          ? '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
          : 'List-Unsubscribe=One-Click';
        const answer = await product.ask('POST', new URL(url).pathname, {
          body: payload,
          headers: { 'content-type': type },
        });
        expect(answer.status).toBe(200);
        const row = await product.database.repo(ProgrammeSubscriptionEntity).findOneByOrFail({ personId });
        expect([row.endedAt !== null, await mailsOf(body.id)]).toEqual([true, []]);
      },
    );

    it('is in the export of own data, goes with a withdrawal of consent, and takes what waits along', async () => {
      const { personId } = await subscriber('Sam Subscriber', { scope: 'all', area: 'city' });
      const { body } = await mailing();
      const data = product.app.get(PersonalData);
      const section = (await data.exportOf(personId)).find(({ title }) => title.startsWith('Mail about the programme'));
      expect(section?.rows).toMatchObject([{ Topics: 'all', Area: 'city', 'Ended on': null }]);
      await product.database.transaction(() => data.withdrawConsents(personId));
      expect(await product.database.repo(ProgrammeSubscriptionEntity).countBy({ personId })).toBe(0);
      expect(await mailsOf(body.id)).toEqual([]);
    });

    it('follows a merge: what was said last counts', async () => {
      const [yes, no] = [
        await subscriber('Said Yes', { scope: 'all' }),
        await subscriber('Said No', { scope: 'some', 'topic-neglect': 'yes' }),
      ];
      await no.website.post('/account/mailings', { answer: 'stop' });
      const merged = await ask('POST', `practitioners/${no.personId}/merge`, { into: yes.personId });
      expect(merged.status).toBe(200);
      const rows = await product.database.repo(ProgrammeSubscriptionEntity).findBy({ personId: yes.personId });
      expect(rows.map(({ endedAt }) => endedAt !== null)).toEqual([true]);
    });

    it('loses its text and its links after 90 days, and its facts after a year; what waits stays', async () => {
      await subscriber('Sam Subscriber', { scope: 'all' });
      const { body } = await mailing();
      await sent();
      const later = londonIn(360);
      const { body: waits } = await mailing({ sendOn: later, sendTime: '09:00' });
      const mailings = product.database.repo(MailingEntity);
      product.clock.set(new Date(Date.now() + 91 * DAY));
      await product.app.get(Retention).sweep();
      expect(await mailings.findOneBy({ id: body.id })).toMatchObject({ words: '', recipients: 1 });
      expect(await mailsOf(body.id)).toMatchObject([{ textBody: '', unsubscribeUrl: null }]);
      expect((await mailings.findOneByOrFail({ id: waits.id })).words).not.toBe('');
      product.clock.set(new Date(Date.now() + 370 * DAY));
      await product.app.get(Retention).sweep();
      expect([await mailings.countBy({ id: body.id }), await mailsOf(body.id)]).toEqual([0, []]);
      expect(await mailings.countBy({ id: waits.id })).toBe(1);
      product.clock.set(new Date());
      await ask('POST', `programme-mailings/${waits.id}/withdrawal`);
    });

    it('is found among messages by its mailing', async () => {
      await subscriber('Sam Subscriber', { scope: 'all' });
      const { body } = await mailing();
      const list = await ask<MessageView[]>('GET', `messages?mailingId=${body.id}`);
      expect(list.body.map(({ toName }) => toName)).toEqual(['Sam Subscriber']);
    });
  });
});
