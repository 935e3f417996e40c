import { beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import { OutcomeStatementEntity } from '@roundtable/courses';
import type { EventEntity } from '@roundtable/events';
import { LinkEntity, Links, VISITOR } from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { AnswerEntity } from './answer.entity';
import { CarriedAnswersService } from './carried-answers.service';
import { EvaluationStates } from './evaluation-states.queries';
import { EvaluationsService } from './evaluations.service';
import { ENTITIES, Given, actorOf, linkTo, openModule } from './evaluation.builder';
import { ResponseEntity } from './response.entity';

const WHILE_BEFORE_IS_OPEN = '2026-02-10T09:00:00Z';
const WHILE_AFTER_IS_OPEN = '2026-02-19T09:00:00Z';

onEachEngine(ENTITIES, (world) => {
  let module: INestApplicationContext;
  let evaluations: EvaluationsService;
  let carried: CarriedAnswersService;
  let states: EvaluationStates;
  let given: Given;

  beforeAll(async () => {
    module = await openModule(world);
    evaluations = module.get(EvaluationsService);
    carried = module.get(CarriedAnswersService);
    states = module.get(EvaluationStates);
    given = new Given(world);
  });

  async function aDelegate(facts: Partial<BookingEntity> = {}) {
    const course = await given.course();
    const statement = await given.statement(course.id);
    const event = await given.event(course.id);
    const booking = await given.booking(event, facts);
    return { course, statement, event, booking, actor: actorOf(booking.personId) };
  }

  const rated = (questionId: string, value: number | string = 4) => ({ answers: [{ questionId, value }] });
  const counts = () =>
    Promise.all([ResponseEntity, AnswerEntity, LinkEntity].map((entity) => world.database.repo(entity).count()));

  describe('a link', () => {
    it('shows its form, and any number of readings change nothing', async () => {
      world.clock.set(WHILE_BEFORE_IS_OPEN);
      const { booking, event, statement } = await aDelegate();
      const token = await linkTo(module, booking, event, 'before');
      const rows = await counts();
      const form = await evaluations.formByToken(token);
      expect(await evaluations.formByToken(token)).toEqual(form);
      expect(form).toMatchObject({ stage: 'before', state: 'open', closesAt: '2026-02-18T10:00:00.000Z', answers: [] });
      expect(form.questions).toEqual([
        { id: statement.id, kind: 'rating', stem: 'knowledge of', wording: 'neglect', required: true },
      ]);
      expect(await counts()).toEqual(rows);
    });

    it('is not found where it is unknown, expired or made for something else', async () => {
      world.clock.set(WHILE_BEFORE_IS_OPEN);
      const { booking, event } = await aDelegate();
      const token = await linkTo(module, booking, event, 'before');
      const other = await new Links(world.database, world.clock).make(
        'something-else',
        booking.id,
        new Date('2030-01-01'),
      );
      world.clock.set('2027-02-18T10:00:01Z');
      for (const secret of ['unknown', other, token])
        await expect(evaluations.formByToken(secret)).rejects.toMatchObject({ code: 'request.not-found' });
    });

    it('takes the answers once', async () => {
      world.clock.set(WHILE_BEFORE_IS_OPEN);
      const { booking, event, statement } = await aDelegate();
      const token = await linkTo(module, booking, event, 'before');
      const sent = await evaluations.answerByToken(token, rated(statement.id));
      expect(sent).toMatchObject({ state: 'sent', answers: [{ questionId: statement.id, value: 4 }] });
      expect(await evaluations.formByToken(token)).toEqual(sent);
      await expect(evaluations.answerByToken(token, rated(statement.id, 5))).rejects.toMatchObject({
        code: 'evaluations.already-sent',
      });
    });

    it('takes the answers once of many that come at the same time', async () => {
      world.clock.set(WHILE_BEFORE_IS_OPEN);
      const { booking, event, statement } = await aDelegate();
      const token = await linkTo(module, booking, event, 'before');
      const ratings = [1, 2, 3, 4, 5, 4, 3, 2];
      // Every try has a connection of its own, opened before.
      await Promise.all(ratings.map(() => world.database.transaction(() => evaluations.formByToken(token))));
      const tries = await Promise.allSettled(
        ratings.map((value) => evaluations.answerByToken(token, rated(statement.id, value))),
      );
      const refusals = tries.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
      const already: unknown = expect.objectContaining({ code: 'evaluations.already-sent' });
      expect(refusals).toEqual(ratings.slice(1).map(() => already));
      expect((await evaluations.formByToken(token)).answers).toHaveLength(1);
    });
  });

  describe('answers', () => {
    it('are refused with the window while the form is not open', async () => {
      world.clock.set(WHILE_BEFORE_IS_OPEN);
      const { booking, actor, statement } = await aDelegate();
      await expect(evaluations.answerForBooking(actor, booking.id, 'after', rated(statement.id))).rejects.toMatchObject(
        {
          code: 'evaluations.not-open',
          more: { detail: { opensAt: '2026-02-18T12:00:00.000Z', closesAt: '2026-04-01T11:30:00.000Z' } },
        },
      );
    });

    it('are refused when a rating is wrong, and nothing is kept', async () => {
      world.clock.set(WHILE_BEFORE_IS_OPEN);
      const { booking, actor, statement } = await aDelegate();
      const rows = await counts();
      await expect(
        evaluations.answerForBooking(actor, booking.id, 'before', rated(statement.id, '4')),
      ).rejects.toMatchObject({
        code: 'request.invalid',
        more: { errors: { [`answers.${statement.id}`]: expect.any(String) } },
      });
      expect(await counts()).toEqual(rows);
    });

    it('of somebody else are not found', async () => {
      const { booking, statement } = await aDelegate();
      const stranger = actorOf((await given.person()).id);
      for (const actor of [stranger, VISITOR])
        await expect(
          evaluations.answerForBooking(actor, booking.id, 'before', rated(statement.id)),
        ).rejects.toMatchObject({
          code: 'request.not-found',
        });
    });

    it('are late after the window, and still taken', async () => {
      world.clock.set('2026-04-01T11:30:00Z');
      const { booking, actor, statement, event } = await aDelegate();
      await evaluations.answerForBooking(actor, booking.id, 'after', rated(statement.id));
      const uniqueKey = ResponseEntity.keyOf(event.id, booking.personId, 'after');
      expect(await world.database.repo(ResponseEntity).findOneByOrFail({ uniqueKey })).toMatchObject({ isLate: true });
    });

    it('are not asked for of a booking that ended or an event that was cancelled', async () => {
      world.clock.set(WHILE_AFTER_IS_OPEN);
      const { booking } = await aDelegate({ status: 'cancelled' });
      expect((await evaluations.formFor(booking.id, 'after')).state).toBe('closed');
      const cancelled = await given.booking(await given.event(booking.courseId, { status: 'cancelled' }));
      expect((await evaluations.formFor(cancelled.id, 'after')).state).toBe('closed');
    });

    it('before go with the transaction of the booking', async () => {
      world.clock.set(WHILE_BEFORE_IS_OPEN);
      const { booking, actor, statement } = await aDelegate();
      const rows = await counts();
      const booked = world.database.transaction(async () => {
        await evaluations.sendBefore(actor, booking.id, rated(statement.id));
        throw new Error('the booking failed');
      });
      await expect(booked).rejects.toThrow('the booking failed');
      expect(await counts()).toEqual(rows);
    });
  });

  it('asks retired statements of those alone who rated them before', async () => {
    world.clock.set(WHILE_BEFORE_IS_OPEN);
    const { course, booking, actor, statement, event } = await aDelegate();
    await evaluations.sendBefore(actor, booking.id, rated(statement.id));
    await world.database.repo(OutcomeStatementEntity).update(statement.id, { retiredAt: world.clock.now() });
    const added = await given.statement(course.id, 'new words');
    const newcomer = await given.booking(event);
    const asked = async (id: string) =>
      (await evaluations.formFor(id, 'after')).questions.map((question) => question.id);
    expect(new Set(await asked(booking.id))).toEqual(new Set([statement.id, added.id]));
    expect(await asked(newcomer.id)).toEqual([added.id]);
  });

  describe('a transfer', () => {
    let first: Awaited<ReturnType<typeof aDelegate>>;
    let next: EventEntity;
    let moved: BookingEntity;

    beforeAll(async () => {
      world.clock.set(WHILE_BEFORE_IS_OPEN);
      first = await aDelegate({ status: 'cancelled' });
      next = await given.event(first.course.id, {
        startsAt: new Date('2026-05-06T08:30:00Z'),
        endsAt: new Date('2026-05-06T11:30:00Z'),
      });
      await world.database.repo(BookingEntity).update(first.booking.id, { status: 'confirmed' });
      await evaluations.sendBefore(first.actor, first.booking.id, rated(first.statement.id, 2));
      await world.database.repo(BookingEntity).update(first.booking.id, { status: 'cancelled' });
      moved = await given.booking(next, { personId: first.booking.personId, replacesId: first.booking.id });
    });

    it('carries the answers before: shown at once, moved by the job, once', async () => {
      const shown = await evaluations.formFor(moved.id, 'before');
      expect(shown).toMatchObject({ state: 'sent', answers: [{ questionId: first.statement.id, value: 2 }] });
      expect(await carried.carry()).toBe(1);
      expect(await carried.carry()).toBe(0);
      expect(await evaluations.formFor(moved.id, 'before')).toEqual(shown);
    });

    it('carries nothing to a substitute', async () => {
      const substitute = await given.booking(next, { replacesId: moved.id });
      expect((await evaluations.formFor(substitute.id, 'before')).state).toBe('open');
      expect(await carried.carry()).toBe(0);
    });
  });

  it('tells the states of own bookings alone', async () => {
    world.clock.set(WHILE_AFTER_IS_OPEN);
    const [own, other] = [await aDelegate(), await aDelegate()];
    const before = world.database.statements.count;
    const found = await states.of(own.actor, [own.booking.id, other.booking.id]);
    expect([...found]).toEqual([[own.booking.id, { before: 'closed', after: 'open', 'follow-up': 'closed' }]]);
    expect(world.database.statements.count - before).toBe(3);
  });
});
