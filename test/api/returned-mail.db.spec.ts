import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSection } from '@roundtable/platform';
import type { MessageView, MorningListView, PractitionerDetailView, ProblemView } from '@roundtable/contracts';
import {
  AuditEntryEntity,
  BouncedAddressEntity,
  BouncedAddresses,
  Jobs,
  MessageEntity,
  OutboxWorker,
  PersonalData,
} from '@roundtable/platform';
import { ENGINES } from '@roundtable/schema/testing';
import hoodiecrow, { type ImapServer } from 'hoodiecrow-imap';
import { MailServer, aQueuedMessage } from '../support/mail-server';
import { type Caller, Product } from '../support/product';
import { type ReturnedFacts, returnedMail } from '../../libs/platform/src/outbox/bounces/returned-mail.builder';

const NEWS = 'From: news@other.example\r\nSubject: Hello\r\n\r\nHello\r\n';

describe.each(ENGINES)('returned mail, on %s', (engine) => {
  const product = new Product();
  let imap: ImapServer;
  let smtp: MailServer;
  let office: Caller;
  let person: Caller;
  let email: string;
  let count = 0;

  beforeAll(async () => {
    imap = hoodiecrow({ plugins: ['ID', 'UNSELECT', 'LITERALPLUS'], storage: { INBOX: {} } });
    await new Promise<void>((resolve) => imap.listen(0, '127.0.0.1', resolve));
    smtp = await new MailServer().open();
    const { port } = imap.server.address() as { port: number };
    await product.open(engine, {
      SMTP_URL: smtp.url,
      BOUNCE_IMAP_URL: `imap://testuser:testpass@127.0.0.1:${port}/INBOX`,
    });
    office = await product.person('administrator');
  });
  afterAll(async () => {
    await product.close();
    await smtp.close();
    await new Promise<void>((resolve) => imap.close(resolve));
  });
  beforeEach(async () => {
    count += 1;
    email = `bouncer${count}@person.example`;
    person = await product.person('practitioner', { email });
    smtp.received.length = 0;
  });
  afterEach(() => product.app.get(BouncedAddresses).clear(email));

  const messages = () => product.database.repo(MessageEntity);
  const sent = async (more: Partial<MessageEntity> = {}) => {
    const message = aQueuedMessage(email, { personId: person.personId, state: 'sent', sentAt: new Date(), ...more });
    await messages().insert(message);
    return message;
  };
  const returns = (raw: string, flags: string[] = []) => imap.appendMessage('INBOX', flags, new Date(), raw);
  const report = (facts: Partial<ReturnedFacts> & { messageId: string }) => returnedMail({ to: email, ...facts });
  const inbox = () => imap.getMailbox('INBOX').messages;
  const read = () => product.app.get(Jobs).runAll();
  const rowOf = ({ id }: { id: string }) => messages().findOneByOrFail({ id });
  const page = async (as = office) =>
    (await product.ask<PractitionerDetailView>('GET', `/api/practitioners/${person.personId}`, { as })).body;
  const works = (as = office) =>
    product.ask<PractitionerDetailView & ProblemView>('POST', `/api/practitioners/${person.personId}/address-works`, {
      as,
    });

  it('of ours fails the message, marks the address, is flagged as seen, and nothing else in the mailbox is touched', async () => {
    const message = await sent();
    const before = inbox().length;
    returns(NEWS);
    returns(report({ messageId: '<0190a1b2-0000-7000-8000-000000000000@other.example>' }));
    returns(report({ messageId: message.messageId }));
    await read();
    const row = await rowOf(message);
    expect([row.state, row.lastError]).toEqual([
      'failed',
      `This address does not work: "550 5.1.1 <${email}>: no such user". Correct it on the person's page, then send this again.`,
    ]);
    expect((await page()).bouncedAddress).toEqual({
      since: expect.stringMatching(/Z$/),
      said: `"550 5.1.1 <${email}>: no such user"`,
    });
    expect(
      inbox()
        .slice(before)
        .map(({ flags }) => flags),
    ).toEqual([[], [], ['\\Seen']]);
  });

  it('is read where somebody opened it before, and once only', async () => {
    const message = await sent();
    returns(report({ messageId: message.messageId, isHeadersOnly: true }), ['\\Seen']);
    await read();
    expect((await rowOf(message)).state).toBe('failed');
    expect((await works()).status).toBe(200);
    await read();
    expect((await page()).bouncedAddress).toBeNull();
  });

  it.each([
    ['a full mailbox fails the message and marks nothing', { status: '5.2.2' }, 'failed'],
    ['a delay changes nothing', { action: 'delayed', status: '4.4.1' }, 'sent'],
  ])('%s', async (_, facts, state) => {
    const message = await sent();
    returns(report({ messageId: message.messageId, ...facts }));
    await read();
    expect([(await rowOf(message)).state, (await page()).bouncedAddress]).toEqual([state, null]);
    expect(inbox().at(-1)?.flags).toEqual(['\\Seen']);
  });

  describe('a marked address', () => {
    beforeEach(() => product.app.get(BouncedAddresses).mark(email, '"550 5.1.1 No"'));

    it('gets nothing but what proves it, shows on the morning list, and not to a lead', async () => {
      const told = await sent({ state: 'queued', sentAt: null });
      const proof = await sent({ state: 'queued', sentAt: null, kind: 'proof.sign-in' });
      await product.app.get(OutboxWorker).drain();
      expect([(await rowOf(told)).state, (await rowOf(proof)).state]).toEqual(['failed', 'sent']);
      const { body } = await product.ask<MorningListView>('GET', '/api/morning-list', { as: office });
      expect(body.bouncedAddresses.lines).toContainEqual({
        id: person.personId,
        name: 'Percy Person',
        since: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      });
      expect(body.failedMessages.lines.find(({ id }) => id === told.id)?.lastError).toContain('came back');
      const lead = await product.person('agency-lead', { agency: 'Test Agency' });
      expect((await page(lead)).bouncedAddress).toBeNull();
    });

    it('is not written to again until staff say that it works, which is audited', async () => {
      const failed = await sent({ state: 'failed', sentAt: null });
      const again = () =>
        product.ask<MessageView & ProblemView>('POST', `/api/messages/${failed.id}/resend`, { as: office, body: {} });
      expect((await again()).body.code).toBe('messages.address-bounced');
      const answer = await works();
      expect([answer.status, answer.body.bouncedAddress]).toEqual([200, null]);
      const entry = await product.database
        .repo(AuditEntryEntity)
        .findOneByOrFail({ action: 'person.address-works', subjectId: person.personId });
      expect([entry.actorId, entry.before, entry.after]).toEqual([
        office.personId,
        { bouncedSince: expect.any(String) },
        { bouncedSince: null },
      ]);
      expect((await again()).body.state).toBe('queued');
      await product.app.get(OutboxWorker).drain();
      expect((await rowOf(failed)).state).toBe('sent');
      expect((await works()).status).toBe(404);
    });

    it.each(['practitioner', 'agency-lead', 'trainer', 'system-owner'] as const)(
      'is not said to work by a %s',
      async (role) => {
        expect((await works(await product.person(role))).status).toBe(403);
      },
    );

    it('is no mark of the new address that staff give, and the dead one is not told of the change', async () => {
      const changed = await product.ask<PractitionerDetailView>('PATCH', `/api/practitioners/${person.personId}`, {
        as: office,
        body: { email: `new-${email}` },
      });
      expect([changed.status, changed.body.bouncedAddress]).toEqual([200, null]);
      expect(await product.app.get(BouncedAddresses).of(email)).toBeNull();
      expect(await messages().countBy({ toAddress: email, kind: 'person-address-changed' })).toBe(0);
    });

    it('works once its reader used what was mailed to prove it', async () => {
      await product.ask('POST', '/api/session/link', { body: { email } });
      const mail = await messages().findOneByOrFail({ toAddress: email, kind: 'proof.sign-in', state: 'queued' });
      const token = /https?:\/\/\S+\/([\w-]{32})\s/.exec(mail.textBody)?.[1];
      const used = await product.ask('POST', '/api/session/link/confirmation', { body: { token } });
      expect([used.status, await product.app.get(BouncedAddresses).of(email)]).toEqual([200, null]);
    });

    it('is in the export of own data, and goes when its person is forgotten', async () => {
      const owner = product.app.get(PersonalData);
      const sections = await owner.exportOf(person.personId);
      expect(sections.find(({ title }: DataSection) => title === 'You')?.rows[0]).toMatchObject({
        'What the mail server said': '"550 5.1.1 No"',
      });
      await product.database.transaction(() => owner.forget(person.personId));
      expect(await product.database.repo(BouncedAddressEntity).countBy({ address: email })).toBe(0);
    });
  });
});
