import { beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView, ProblemView } from '@roundtable/contracts';
import { AddressProofEntity } from '@roundtable/people';
import { AuditEntryEntity, MessageEntity, newId } from '@roundtable/platform';
import { Mailbox } from '../support/mailbox';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

onTheProduct(
  (product) => {
    let office: Caller;
    let pat: Caller;
    let confirmed: MessageEntity;
    let bookingId: string;

    const messages = () => product.database.repo(MessageEntity);
    const resend = (id: string, as = office) =>
      product.ask<MessageView & ProblemView>('POST', `/api/messages/${id}/resend`, { as, body: {} });
    /** A copy of the confirmation about something else, in another state. */
    const copy = async (more: Partial<MessageEntity>): Promise<MessageEntity> => {
      const id = newId();
      const row = {
        ...confirmed,
        id,
        uniqueKey: `copy|${id}|1`,
        regarding: id,
        messageId: `<${id}@x.example>`,
        ...more,
      };
      await messages().insert(row);
      return messages().findOneByOrFail({ id });
    };

    beforeAll(async () => {
      office = await product.person('administrator');
      pat = await product.person('practitioner', { email: 'pat@mail.example' });
      const { eventId } = await publishedEvent(product, await product.person('coordinator'), { capacity: 5 });
      const booked = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, {
        as: pat,
        body: {},
      });
      bookingId = booked.body.id;
      confirmed = await new Mailbox(product, 'pat@mail.example').newest('booking-confirmed');
    });

    describe('a message is sent again', () => {
      it('that failed: in line once more, with the same Message-ID, to the address that is right now', async () => {
        const failed = await copy({ state: 'failed', attempts: 12, lastError: 'No', toAddress: 'typo@mail.example' });
        const answer = await resend(failed.id);
        expect([answer.status, answer.body.id, answer.body.state]).toEqual([200, failed.id, 'queued']);
        expect(await messages().findOneByOrFail({ id: failed.id })).toMatchObject({
          messageId: failed.messageId,
          toAddress: 'pat@mail.example',
          attempts: 0,
          lastError: null,
          calendar: confirmed.calendar,
        });
        const entry = await product.database.repo(AuditEntryEntity).findOneByOrFail({ subjectId: failed.id });
        expect([entry.action, entry.actorId, entry.before]).toEqual([
          'message.resend',
          office.personId,
          { state: 'failed' },
        ]);
      });

      it('that was sent: as a message of its own, as often as it is asked for', async () => {
        const sent = await copy({ state: 'sent', sentAt: new Date() });
        const first = await resend(sent.id);
        const second = await resend(sent.id);
        expect([first.status, second.status]).toEqual([200, 200]);
        expect(new Set([sent.id, first.body.id, second.body.id]).size).toBe(3);
        const again = await messages().findOneByOrFail({ id: first.body.id });
        expect([again.state, again.textBody, again.sentAt]).toEqual(['queued', sent.textBody, null]);
        expect(again.messageId).not.toBe(sent.messageId);
        expect((await messages().findOneByOrFail({ id: sent.id })).state).toBe('sent');
      });

      it('but not while it waits, however often it is pressed', async () => {
        const waiting = await copy({ state: 'queued' });
        const codes = [];
        for (let n = 0; n < 4; n += 1) codes.push((await resend(waiting.id)).body.code);
        expect(codes).toEqual([...Array<string>(3).fill('messages.on-its-way'), 'request.too-often']);
      });

      it('but not without its text, which retention or an erasure took', async () => {
        const empty = await copy({ state: 'sent', textBody: '', htmlBody: '' });
        expect((await resend(empty.id)).body.code).toBe('messages.nothing-left');
      });

      it('but not where a later mail changed the calendar entry', async () => {
        const calendar = `${confirmed.calendar}SEQUENCE:0`;
        const createdAt = new Date(Date.now() - 3600_000);
        const old = await copy({ state: 'sent', regarding: bookingId, calendar, createdAt });
        expect((await resend(old.id)).body.code).toBe('messages.overtaken');
      });

      it('but not a link to sign in that was sent, used or has run out', async () => {
        await product.ask('POST', '/api/session/link', { body: { email: 'pat@mail.example' } });
        const mail = await new Mailbox(product, 'pat@mail.example').newest('proof.sign-in');
        await messages().update({ id: mail.id }, { state: 'failed' });
        expect((await resend(mail.id)).status).toBe(200);
        await messages().update({ id: mail.id }, { state: 'sent' });
        expect((await resend(mail.id)).body.code).toBe('messages.secret-spent');
        await messages().update({ id: mail.id }, { state: 'failed' });
        await product.database
          .repo(AddressProofEntity)
          .update({ id: mail.regarding ?? '' }, { usedAt: new Date(Date.now()) });
        expect((await resend(mail.id)).body.code).toBe('messages.secret-spent');
      });

      it.each(['practitioner', 'agency-lead', 'trainer', 'system-owner', 'information-governance'] as const)(
        'but not by a %s',
        async (role) => {
          const asker = await product.person(role);
          expect((await resend(confirmed.id, asker)).status).toBe(403);
        },
      );

      it('and one that is not there is not found', async () => {
        expect((await resend(newId())).status).toBe(404);
      });
    });
  },
  { SMTP_URL: 'smtp://127.0.0.1:9' },
);
