import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EventEntity } from '@roundtable/events';
import { Jobs, MessageEntity, SYSTEM } from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { CertificatesService } from '../certificates.service';
import { BookingEntity } from '@roundtable/bookings';
import { EvaluationsService } from '../evaluations.service';
import { ENTITIES, Given, actorOf, openModule } from '../evaluation.builder';
import { OwedMails } from './owed-mails.service';

onEachEngine(ENTITIES, (world) => {
  let owed: OwedMails;
  let evaluations: EvaluationsService;
  let certificates: CertificatesService;
  let jobs: Jobs;
  let given: Given;

  beforeAll(async () => {
    world.clock.set('2026-02-18T12:00:00Z');
    const module = await openModule(world);
    owed = module.get(OwedMails);
    evaluations = module.get(EvaluationsService);
    certificates = module.get(CertificatesService);
    jobs = module.get(Jobs);
    given = new Given(world);
  });

  const mailsOf = (bookingId: string) =>
    world.database.repo(MessageEntity).findBy({ regarding: bookingId, kind: 'evaluation-after' });

  async function anEvent(): Promise<EventEntity> {
    const course = await given.course({ title: 'Neglect' });
    await given.statement(course.id);
    return given.event(course.id);
  }

  describe('an invitation to answer after an event', () => {
    it('goes once to everybody confirmed, 30 minutes before the end', async () => {
      const event = await anEvent();
      const booking = await given.booking(event);
      world.clock.set('2026-02-18T11:59:59Z');
      await jobs.runAll();
      expect(await mailsOf(booking.id)).toEqual([]);
      world.clock.set('2026-02-18T12:00:00Z');
      await jobs.runAll();
      await jobs.runAll();
      const [mail, ...more] = await mailsOf(booking.id);
      expect(more).toEqual([]);
      expect(mail?.subject).toBe('After the course: Neglect, Wednesday 18 February 2026');
      const token = /https:\/\/training\.example\/evaluations\/(\S+)/.exec(mail?.textBody ?? '')?.[1] ?? '';
      expect(await evaluations.formByToken(token)).toMatchObject({
        stage: 'after',
        state: 'open',
        courseTitle: 'Neglect',
      });
    });

    it('goes to nobody who waits, cancelled, or has no e-mail', async () => {
      const event = await anEvent();
      const nobody = await given.person({ email: null });
      const bookings = [
        await given.booking(event, { status: 'waitlisted' }),
        await given.booking(event, { status: 'cancelled' }),
        await given.booking(event, { personId: nobody.id }),
      ];
      await owed.ask(['after']);
      expect(await Promise.all(bookings.map((booking) => mailsOf(booking.id)))).toEqual([[], [], []]);
      expect(await owed.ask(['after'])).toBe(0);
    });

    it('goes to nobody absent once the register is closed', async () => {
      const event = await anEvent();
      const absent = await given.booking(event, { attendance: 'absent' });
      const partly = await given.booking(event, { attendance: 'partly_attended' });
      await given.closedRegister(event.id);
      await owed.ask(['after']);
      expect(await mailsOf(absent.id)).toHaveLength(0);
      expect(await mailsOf(partly.id)).toHaveLength(1);
    });

    it('goes to nobody who answered already, and for no event that was cancelled or is long over', async () => {
      const event = await anEvent();
      const booking = await given.booking(event);
      const { questions } = await evaluations.formFor(booking.id, 'after');
      const answers = questions.map((question) => ({ questionId: question.id, value: 4 }));
      await evaluations.answerForBooking(actorOf(booking.personId), booking.id, 'after', { answers });
      const cancelled = await given.booking(await given.event(event.courseId, { status: 'cancelled' }));
      const over = { startsAt: new Date('2026-01-05T09:30:00Z'), endsAt: new Date('2026-01-05T12:30:00Z') };
      const past = await given.booking(await given.event(event.courseId, over));
      await owed.ask(['after']);
      expect((await Promise.all([booking, cancelled, past].map(({ id }) => mailsOf(id)))).flat()).toEqual([]);
    });
  });

  describe('forms that are owed', () => {
    const IN_WORKING_HOURS = '2026-02-18T12:10:00Z';
    const COMING = { startsAt: new Date('2026-02-23T09:30:00Z'), endsAt: new Date('2026-02-23T12:30:00Z') };
    const mailsTo = (personId: string) => world.database.repo(MessageEntity).findBy({ personId });

    it('are asked for once, though two processes ask at the same time', async () => {
      world.clock.set(IN_WORKING_HOURS);
      const event = await anEvent();
      const coming = await given.event((await given.course()).id, COMING);
      const people = await Promise.all(
        [1, 2, 3].map(async () => {
          const { personId } = await given.booking(event);
          await given.booking(coming, { personId });
          return personId;
        }),
      );
      await Promise.all([owed.ask(['after']), owed.ask(), owed.ask()]);
      await owed.ask();
      for (const personId of people)
        expect((await mailsTo(personId)).map(({ kind }) => kind)).toEqual(['evaluation-several']);
    });

    it('are asked for in as many statements, however many people owe one', async () => {
      world.clock.set(IN_WORKING_HOURS);
      const statementsFor = async (people: number): Promise<number> => {
        const event = await anEvent();
        for (let made = 0; made < people; made += 1) await given.booking(event);
        const before = world.database.statements.count;
        expect(await owed.ask()).toBe(people);
        return world.database.statements.count - before;
      };
      const forTwo = await statementsFor(2);
      expect(await statementsFor(20)).toBe(forTwo);
    });

    it('are not those that were answered before a transfer', async () => {
      world.clock.set('2026-02-10T09:00:00Z');
      const event = await anEvent();
      const booking = await given.booking(event);
      const { questions } = await evaluations.formFor(booking.id, 'before');
      const answers = questions.map(({ id }) => ({ questionId: id, value: 4 }));
      await evaluations.answerForBooking(actorOf(booking.personId), booking.id, 'before', { answers });
      await world.database.repo(BookingEntity).update(booking.id, { status: 'cancelled' });
      const moved = { personId: booking.personId, replacesId: booking.id };
      await given.booking(await given.event(event.courseId, COMING), moved);
      world.clock.set(IN_WORKING_HOURS);
      await owed.ask();
      expect(await mailsTo(booking.personId)).toEqual([]);
    });

    it('are none of somebody who waits, is asked whether they take a place, or walked in', async () => {
      world.clock.set(IN_WORKING_HOURS);
      const coming = await given.event((await given.course()).id, COMING);
      const bookings = [
        await given.booking(coming, { status: 'waitlisted' }),
        await given.booking(coming, { status: 'offered' }),
        await given.booking(coming, { walkedInAt: world.clock.now() }),
      ];
      await owed.ask();
      for (const { personId } of bookings) expect(await mailsTo(personId)).toEqual([]);
    });
  });

  describe('a certificate', () => {
    async function attended(name = 'Amélie de Jong') {
      const event = await anEvent();
      const person = await given.person({ name });
      const booking = await given.booking(event, { personId: person.id, attendance: 'attended' });
      return { booking, actor: actorOf(person.id) };
    }

    async function answerAfter(booking: BookingEntity): Promise<void> {
      const { questions } = await evaluations.formFor(booking.id, 'after');
      const answers = questions.map((question) => ({ questionId: question.id, value: 5 }));
      await evaluations.answerForBooking(actorOf(booking.personId), booking.id, 'after', { answers });
    }

    it('is released by attendance and the answers after', async () => {
      const { booking, actor } = await attended();
      await expect(certificates.of(actor, booking.id)).rejects.toMatchObject({ code: 'certificates.not-released' });
      await answerAfter(booking);
      expect(await certificates.of(actor, booking.id)).toMatchObject({ printedName: 'Amélie de Jong' });
    });

    it('is not released to somebody absent', async () => {
      const { booking, actor } = await attended();
      await answerAfter(booking);
      await world.database.repo(BookingEntity).update(booking.id, { attendance: 'partly_attended' });
      await expect(certificates.pdf(actor, booking.id)).rejects.toMatchObject({ code: 'certificates.not-released' });
    });

    it('is one, whoever asks at the same time, and is a PDF', async () => {
      const { booking, actor } = await attended();
      await answerAfter(booking);
      const issued = await Promise.all([actor, SYSTEM, actor].map((asker) => certificates.of(asker, booking.id)));
      expect(new Set(issued.map(({ code }) => code)).size).toBe(1);
      expect((await certificates.pdf(actor, booking.id)).subarray(0, 5).toString()).toBe('%PDF-');
    });

    it('of somebody else is not found', async () => {
      const { booking } = await attended();
      await answerAfter(booking);
      const stranger = actorOf((await given.person()).id);
      await expect(certificates.of(stranger, booking.id)).rejects.toMatchObject({ code: 'request.not-found' });
    });

    it('can be checked by its code, and follows a corrected register', async () => {
      const { booking, actor } = await attended();
      await answerAfter(booking);
      const { code } = await certificates.of(actor, booking.id);
      const known = { code, courseTitle: 'Neglect', date: '2026-02-18', initials: 'AdJ' };
      expect(await certificates.check(code.toLowerCase())).toEqual({ ...known, status: 'valid' });
      await world.database.repo(BookingEntity).update(booking.id, { attendance: 'absent' });
      expect(await certificates.check(code)).toEqual({ ...known, status: 'withdrawn' });
      await expect(certificates.check('RT-2222-2222')).rejects.toMatchObject({ code: 'request.not-found' });
    });
  });
});
