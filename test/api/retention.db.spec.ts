import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccessNeedEntity, BookingEntity, RegisterMarkEntity } from '@roundtable/bookings';
import type { RetentionPreviewView, RetentionRuleView } from '@roundtable/contracts';
import {
  AccountEntity,
  AddressProofEntity,
  LAST_LETTER,
  PersonEntity,
  RegistrationEntity,
  SignInEntity,
} from '@roundtable/people';
import {
  AuditEntryEntity,
  HoldEntity,
  IdempotentAnswerEntity,
  Jobs,
  LinkEntity,
  MessageEntity,
  Retention,
  ThrottleEntity,
  newId,
  newSecret,
} from '@roundtable/platform';
import { In, type ObjectLiteral } from 'typeorm';
import { attendedEvent } from '../support/attended-event';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

const NOW = new Date('2026-07-10T11:00:00Z');
const DAY_MS = 24 * 3600_000;

onTheProduct((product) => {
  let coordinator: Caller;
  let governance: Caller;
  let retention: Retention;
  beforeAll(async () => {
    product.clock.set(NOW);
    coordinator = await product.person('coordinator');
    governance = await product.person('information-governance');
    retention = product.app.get(Retention);
  });
  beforeEach(() => product.clock.set(NOW));

  const monthsAgo = (months: number, days = 0): Date => {
    const date = new Date(NOW);
    date.setUTCMonth(date.getUTCMonth() - months);
    return new Date(date.getTime() - days * DAY_MS);
  };
  const daysAgo = (days: number, from = NOW): Date => new Date(from.getTime() - days * DAY_MS);
  const preview = async (rule: string): Promise<RetentionPreviewView> => {
    const answer = await product.ask<RetentionPreviewView[]>('GET', '/api/retention/preview', { as: governance });
    return answer.body.find(({ id }) => id === rule)!;
  };
  /** Puts one row inside the period and one past it, and says which are there after the sweep. */
  const left = async <Row extends ObjectLiteral>(
    entity: new () => Row,
    key: string,
    rows: { inside: ObjectLiteral; past: ObjectLiteral },
  ): Promise<string[]> => {
    const repo = product.database.repo<ObjectLiteral>(entity);
    await repo.insert([rows.inside, rows.past]);
    await retention.sweep();
    const there = await repo.findBy({ [key]: In([rows.inside[key], rows.past[key]]) });
    return ['inside', 'past'].filter((name) => there.some((row) => row[key] === rows[name as 'inside'][key]));
  };
  const aMessage = (createdAt: Date, changes: Partial<MessageEntity> = {}): MessageEntity => {
    const id = newId();
    return Object.assign(new MessageEntity(), {
      id,
      kind: 'sample',
      uniqueKey: id,
      regarding: null,
      personId: null,
      toName: 'Percy Person',
      toAddress: 'percy@person.example',
      subject: 'Place booked',
      textBody: 'Dear Percy Person',
      htmlBody: '<p>Dear Percy Person</p>',
      calendar: null,
      calendarMethod: null,
      messageId: `<${id}@x.example>`,
      state: 'sent',
      attempts: 1,
      dueAt: createdAt,
      leaseUntil: null,
      leaseHolder: null,
      lastError: null,
      createdAt,
      sentAt: createdAt,
      ...changes,
    });
  };

  describe('each period', () => {
    it('of the text of emails is 90 days', async () => {
      const messages = product.database.repo(MessageEntity);
      const [inside, past, queued] = [
        aMessage(daysAgo(89)),
        aMessage(daysAgo(91)),
        aMessage(daysAgo(91), { state: 'queued' }),
      ];
      await messages.insert([inside, past, queued]);
      const shown = await preview('messages.bodies');
      expect([shown.count, shown.first]).toEqual([1, [`sample ${past.id}`]]);
      await retention.sweep();
      const text = async ({ id }: MessageEntity) => (await messages.findOneByOrFail({ id })).textBody;
      expect([await text(inside), await text(past), await text(queued)]).toEqual([
        'Dear Percy Person',
        '',
        'Dear Percy Person',
      ]);
      expect((await messages.findOneByOrFail({ id: past.id })).subject).toBe('Place booked');
    });

    it('of the fact that an email was sent is a year', async () => {
      const rows = { inside: aMessage(monthsAgo(12, -1)), past: aMessage(monthsAgo(12, 1)) };
      expect(await left(MessageEntity, 'id', rows)).toEqual(['inside']);
    });

    it('of the last letter to somebody erased is 7 days', async () => {
      const rows = {
        inside: aMessage(daysAgo(6), { kind: LAST_LETTER }),
        past: aMessage(daysAgo(8), { kind: LAST_LETTER }),
      };
      expect(await left(MessageEntity, 'id', rows)).toEqual(['inside']);
    });

    it('of the audit log is 6 years', async () => {
      const entry = (at: Date) => ({
        id: newId(),
        at,
        actorId: null,
        action: 'x.y',
        subjectKind: 'x',
        subjectId: null,
      });
      const rows = { inside: entry(monthsAgo(72, -1)), past: entry(monthsAgo(72, 1)) };
      expect(await left(AuditEntryEntity, 'id', rows)).toEqual(['inside']);
    });

    it('of links that ran out is 30 days', async () => {
      const link = (expiresAt: Date) => ({
        id: newId(),
        purpose: 'x',
        subjectId: 'x',
        tokenHash: newSecret(),
        expiresAt,
      });
      expect(await left(LinkEntity, 'id', { inside: link(daysAgo(29)), past: link(daysAgo(31)) })).toEqual(['inside']);
    });

    it('of answers kept for a repeated request is a day', async () => {
      const answer = (expiresAt: Date) => ({ key: newSecret(), personId: null, bodyHash: 'x', status: 201, expiresAt });
      const rows = { inside: answer(daysAgo(0.9)), past: answer(daysAgo(1.1)) };
      expect(await left(IdempotentAnswerEntity, 'key', rows)).toEqual(['inside']);
    });

    it('of counts of tries is a day, in real time', async () => {
      const count = (until: Date) => ({ key: newSecret(), count: 1, until });
      const real = new Date();
      const rows = { inside: count(daysAgo(0.9, real)), past: count(daysAgo(1.1, real)) };
      expect(await left(ThrottleEntity, 'key', rows)).toEqual(['inside']);
    });

    it('of why a booking ended is a year', async () => {
      const person = await product.person();
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 2 });
      const booked = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, {
        as: person,
        body: {},
      });
      const { id } = booked.body;
      await product.ask('POST', `/api/bookings/${id}/cancellation`, { as: person, body: { reason: 'I am ill' } });
      const bookings = product.database.repo(BookingEntity);
      const reasonWhenEnded = async (endedAt: Date) => {
        await bookings.update({ id }, { endedAt });
        await retention.sweep();
        return (await bookings.findOneByOrFail({ id })).endReason;
      };
      expect(await reasonWhenEnded(monthsAgo(12, -1))).toBe('I am ill');
      expect(await reasonWhenEnded(monthsAgo(12, 1))).toBeNull();
    });

    it('of minutes is a year, and of access needs 30 days, from the event', async () => {
      const person = await product.person();
      const { bookingIds } = await attendedEvent(product, coordinator, [person], { accessNeeds: 'A ramp' });
      const end = product.clock.now();
      const minutes = async () =>
        (await product.database.repo(RegisterMarkEntity).findOneByOrFail({ bookingId: bookingIds[0]! })).minutes;
      const needs = () => product.database.repo(AccessNeedEntity).countBy({ bookingId: bookingIds[0]! });
      const later = async (days: number) => {
        product.clock.set(new Date(end.getTime() + days * DAY_MS));
        await retention.sweep();
        return [await minutes(), await needs()];
      };
      expect(await later(29)).toEqual([170, 1]);
      expect(await later(31)).toEqual([170, 0]);
      expect(await later(364)).toEqual([170, 0]);
      expect(await later(366)).toEqual([null, 0]);
    });

    it('of a training record is 6 years after the last activity', async () => {
      const person = await product.person('practitioner', { name: 'Olive Old' });
      const { bookingIds } = await attendedEvent(product, coordinator, [person]);
      await product.database.repo(PersonEntity).update({ id: person.personId }, { createdAt: monthsAgo(12) });
      const end = product.clock.now();
      const nameAfter = async (days: number) => {
        const moment = new Date(end);
        moment.setUTCFullYear(moment.getUTCFullYear() + 6);
        product.clock.set(new Date(moment.getTime() + days * DAY_MS));
        await retention.sweep();
        return (await product.database.repo(PersonEntity).findOneByOrFail({ id: person.personId })).name;
      };
      expect(await nameAfter(-1)).toBe('Olive Old');
      expect(await nameAfter(1)).toBe('Erased person');
      const booking = await product.database.repo(BookingEntity).findOneByOrFail({ id: bookingIds[0]! });
      expect(booking).toMatchObject({ sector: 'police', attendance: 'attended' });
      // The people who keep this suite going are as old.
      coordinator = await product.person('coordinator');
      governance = await product.person('information-governance');
    });

    it('of sign-ins that are over is 30 days, in real time; the latest stays', async () => {
      const { personId } = await product.person();
      const real = new Date();
      const signIn = (lastSeenAt: Date) => ({
        id: newId(),
        tokenHash: newSecret(),
        personId,
        startedAt: lastSeenAt,
        lastSeenAt,
        endedAt: lastSeenAt,
      });
      const rows = { inside: signIn(daysAgo(29, real)), past: signIn(daysAgo(31, real)) };
      expect(await left(SignInEntity, 'id', rows)).toEqual(['inside']);
      const lone = await product.person();
      const only = { ...signIn(daysAgo(400, real)), personId: lone.personId };
      await product.database.repo(SignInEntity).insert(only);
      await retention.sweep();
      expect(await product.database.repo(SignInEntity).existsBy({ id: only.id })).toBe(true);
    });

    it('of accounts that nobody confirmed is 30 days', async () => {
      const [one, other] = [await product.person(), await product.person()];
      const accounts = product.database.repo(AccountEntity);
      await accounts.update({ personId: one.personId }, { confirmedAt: null, createdAt: daysAgo(29) });
      await accounts.update({ personId: other.personId }, { confirmedAt: null, createdAt: daysAgo(31) });
      await retention.sweep();
      expect(await accounts.countBy({ personId: one.personId })).toBe(1);
      expect(await accounts.countBy({ personId: other.personId })).toBe(0);
    });

    it('of registrations and of mailed codes is a day after they ran out, in real time', async () => {
      const real = new Date();
      const registration = (expiresAt: Date) => ({
        id: newId(),
        email: 'new@person.example',
        name: 'New Person',
        jobRole: 'Nurse',
        agencyId: null,
        newAgency: null,
        newAgencySector: null,
        area: 'city',
        managerName: null,
        managerEmail: null,
        passwordHash: 'x',
        expiresAt,
        createdAt: expiresAt,
      });
      const proof = (expiresAt: Date) => ({
        id: newId(),
        purpose: 'registration',
        subjectId: null,
        email: 'new@person.example',
        tokenHash: newSecret(),
        codeHash: null,
        codeExpiresAt: null,
        tries: 0,
        expiresAt,
        usedAt: null,
        createdAt: expiresAt,
      });
      const [inside, past] = [daysAgo(0.9, real), daysAgo(1.1, real)];
      const registrations = { inside: registration(inside), past: registration(past) };
      expect(await left(RegistrationEntity, 'id', registrations)).toEqual(['inside']);
      expect(await left(AddressProofEntity, 'id', { inside: proof(inside), past: proof(past) })).toEqual(['inside']);
    });
  });

  describe('a sweep', () => {
    it('leaves what a hold names, and says so beforehand', async () => {
      const person = await product.person();
      const held = aMessage(daysAgo(91), { personId: person.personId });
      await product.database.repo(MessageEntity).insert(held);
      const hold = {
        id: newId(),
        subjectKind: 'person' as const,
        subjectId: person.personId,
        reason: 'A court asks',
        setById: null,
        setAt: NOW,
        liftedById: null,
        liftedAt: null,
      };
      await product.database.repo(HoldEntity).insert(hold);
      expect(await preview('messages.bodies')).toMatchObject({ held: 1, count: 0, first: [] });
      await retention.sweep();
      expect((await product.database.repo(MessageEntity).findOneByOrFail({ id: held.id })).textBody).not.toBe('');
      await product.database.repo(HoldEntity).update({ id: hold.id }, { liftedAt: NOW });
      await retention.sweep();
      expect((await product.database.repo(MessageEntity).findOneByOrFail({ id: held.id })).textBody).toBe('');
    });

    it('erases more than one batch, and writes one entry with the count', async () => {
      await retention.sweep();
      await product.database.repo(AuditEntryEntity).delete({ action: 'retention.erase' });
      const many = Array.from({ length: 1203 }, () => aMessage(daysAgo(91)));
      for (let start = 0; start < many.length; start += 300)
        await product.database.repo(MessageEntity).insert(many.slice(start, start + 300));
      expect((await preview('messages.bodies')).first).toHaveLength(10);
      expect(await retention.sweep()).toEqual({ 'messages.bodies': 1203 });
      const entries = await product.database.repo(AuditEntryEntity).findBy({ action: 'retention.erase' });
      expect(entries.map(({ actorId, after }) => [actorId, after?.['rule'], after?.['erased']])).toEqual([
        [null, 'messages.bodies', 1203],
      ]);
      expect(await retention.sweep()).toEqual({});
    });

    it('is a job of its own', () => {
      expect(product.app.get(Jobs).names).toContain('retention.sweep');
    });
  });

  describe('the periods', () => {
    it('are seen by the coordinator and information governance, and changed by the coordinator alone', async () => {
      const change = (as: Caller, periods: object[]) =>
        product.ask<RetentionRuleView[]>('PATCH', '/api/retention', { as, body: { periods } });
      const administrator = await product.person('administrator');
      expect((await product.ask('GET', '/api/retention', { as: administrator })).status).toBe(403);
      expect((await change(governance, [{ rule: 'messages.bodies', period: 10 }])).status).toBe(403);
      expect((await change(coordinator, [{ rule: 'no.rule', period: 10 }])).status).toBe(422);
      expect((await change(coordinator, [{ rule: 'messages.bodies', period: 0 }])).status).toBe(422);
      expect((await change(coordinator, [])).status).toBe(422);
      const changed = await change(coordinator, [{ rule: 'messages.bodies', period: 10 }]);
      expect(changed.body.find(({ id }) => id === 'messages.bodies')).toEqual({
        id: 'messages.bodies',
        title: 'The text of an email, from when it was written',
        unit: 'days',
        period: 10,
        usual: 90,
      });
      const rows = { inside: aMessage(daysAgo(9)), past: aMessage(daysAgo(11)) };
      await left(MessageEntity, 'id', rows);
      const { textBody } = await product.database.repo(MessageEntity).findOneByOrFail({ id: rows.past.id });
      expect(textBody).toBe('');
      const entry = await product.database.repo(AuditEntryEntity).findOneByOrFail({ action: 'retention.change' });
      expect([entry.before, entry.after]).toEqual([{ 'messages.bodies': 90 }, { 'messages.bodies': 10 }]);
      await change(coordinator, [{ rule: 'messages.bodies', period: 90 }]);
    });
  });
});
