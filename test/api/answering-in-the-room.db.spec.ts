import { beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AnsweringRoomView,
  EvaluationFormView,
  EvaluationPersonView,
  PaperFormView,
  ProblemView,
} from '@roundtable/contracts';
import { BookingEntity, RegisterEntity } from '@roundtable/bookings';
import { ResponseEntity } from '@roundtable/evaluations';
import { EventEntity, EventTrainerEntity, TrainerEntity } from '@roundtable/events';
import { AuditEntryEntity, ThrottleEntity } from '@roundtable/platform';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';
import { Website } from '../support/website';

const NOW = '2026-05-01T08:00:00Z';
const minutes = (date: Date, by: number) => new Date(date.getTime() + by * 60_000);

onTheProduct((product) => {
  let coordinator: Caller;
  let administrator: Caller;
  let people: Caller[];
  let bookingIds: string[];
  let eventId: string;
  let statementId: string;
  let event: EventEntity;

  const roomPath = () => `/api/events/${eventId}/answering-room`;
  const forget = () => product.database.repo(ThrottleEntity).createQueryBuilder().delete().execute();
  const enter = (digits: string, email: string) => new Website(product).post('/e', { digits, email });

  beforeAll(async () => {
    product.clock.set(NOW);
    coordinator = await product.person('coordinator');
    administrator = await product.person('administrator');
    people = [];
    for (let index = 0; index < 5; index += 1)
      people.push(await product.person('practitioner', { email: `room${index}@person.example`, name: `Ann ${index}` }));
    const made = await publishedEvent(product, coordinator, {
      capacity: 10,
      title: 'Neglect',
      course: { outcomeStatements: [{ stem: 'knowledge of', wording: 'What counts as neglect' }] },
    });
    eventId = made.eventId;
    bookingIds = [];
    for (const person of people) {
      const booked = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, {
        as: person,
        body: { practitionerId: person.personId },
      });
      bookingIds.push(booked.body.id);
    }
    event = await product.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    const form = await product.ask<EvaluationFormView>('GET', `/api/bookings/${bookingIds[0]}/evaluations/after`, {
      as: people[0]!,
    });
    statementId = form.body.questions[0]!.id;
  });

  describe('paper', () => {
    const paper = (stage: string, as = administrator) =>
      product.ask<PaperFormView>('GET', `/api/events/${eventId}/paper-form?stage=${stage}`, { as });
    const type = (index: number, body: object) =>
      product.ask<ProblemView>('POST', `/api/bookings/${bookingIds[index]}/paper-answers`, { as: administrator, body });
    const sheet = (stage: string, value: number) => ({ stage, answers: [{ questionId: statementId, value }] });

    it('shows the office who has answered, and never what', async () => {
      const { body, status } = await paper('after');
      expect([status, body.isOpen, body.people.length]).toEqual([200, false, 5]);
      expect(body.people[0]).toEqual({
        bookingId: expect.any(String),
        reference: expect.any(String),
        name: 'Ann 0',
        agencyName: 'Test Agency',
        hasAnswered: false,
      });
      expect((await paper('after', people[0])).status).toBe(403);
      expect((await type(0, sheet('after', 4))).body.code).toBe('evaluations.not-open');
    });

    it('is typed in after the day, counts as if it had come on the day, and is audited without the answers', async () => {
      product.clock.set(minutes(event.endsAt!, 24 * 60));
      expect((await type(0, sheet('after', 6))).body.errors).toEqual({
        [`answers.${statementId}`]: 'Choose a rating from 1 (very poor) to 5 (very good)',
      });
      expect((await type(0, sheet('before', 2))).status).toBe(204);
      expect((await type(0, sheet('after', 4))).status).toBe(204);
      expect((await type(0, sheet('after', 4))).body.code).toBe('evaluations.already-sent');
      const responses = await product.database.repo(ResponseEntity).findBy({ personId: people[0]!.personId });
      expect(responses.map(({ mode, source, isLate }) => [mode, source, isLate]).sort()).toEqual([
        ['after', 'paper', false],
        ['before', 'paper', false],
      ]);
      const entries = await product.database.repo(AuditEntryEntity).findBy({ action: 'evaluation.type-in' });
      expect(entries.map(({ actorId, after }) => [actorId, after])).toEqual([
        [administrator.personId, { stage: 'before', source: 'paper' }],
        [administrator.personId, { stage: 'after', source: 'paper' }],
      ]);
      expect((await paper('after')).body.people.map(({ hasAnswered }) => hasAnswered)).toEqual([
        true,
        false,
        false,
        false,
        false,
      ]);
    });

    it('offers no sheet of whoever was absent, once the register is closed', async () => {
      const [bookings, registers] = [product.database.repo(BookingEntity), product.database.repo(RegisterEntity)];
      await bookings.update({ eventId }, { attendance: 'attended' });
      await bookings.update({ id: bookingIds[4]! }, { attendance: 'absent' });
      const register = { id: 'closed', eventId, closedAt: product.clock.now(), closedById: null };
      await registers.insert(register);
      const { people: sheets } = (await paper('after')).body;
      await registers.delete({ id: register.id });
      await bookings.update({ eventId }, { attendance: null });
      expect(sheets.map(({ name }) => name)).toEqual(['Ann 0', 'Ann 1', 'Ann 2', 'Ann 3']);
    });

    it('has a form to print, with the digits that are typed in', async () => {
      const page = await product.ask('GET', `/events/${eventId}/paper-form/after`, { as: administrator });
      expect(page.text).toContain('1 Very poor');
      expect(page.text).toContain('Your knowledge of what counts as neglect');
    });
  });

  describe('the room', () => {
    let digits: string;
    let trainer: Caller;

    beforeAll(async () => {
      product.clock.set(minutes(event.startsAt!, -60));
      trainer = await product.person('trainer');
      const row = { personId: trainer.personId, isActive: true, createdAt: product.clock.now() };
      const trainers = product.database.repo(TrainerEntity);
      const id = 'a-trainer';
      await trainers.insert(trainers.create({ ...row, id, kind: 'pool' }));
      const own = product.database.repo(EventTrainerEntity);
      await own.insert(
        own.create({
          id: 'own',
          eventId,
          trainerId: id,
          part: 'lead',
          answer: 'confirmed',
          minutes: 180,
          createdAt: product.clock.now(),
        }),
      );
    });

    it('has four digits from when they are asked for, for the office and the trainers of the event', async () => {
      const before = await product.ask<AnsweringRoomView>('GET', roomPath(), { as: trainer });
      expect(before.body).toMatchObject({ digits: null, picture: null, isOpen: true, answered: 1, people: 5 });
      const made = await product.ask<AnsweringRoomView>('POST', roomPath(), { as: trainer });
      digits = made.body.digits ?? '';
      expect(digits).toMatch(/^\d{4}$/);
      expect(made.body.picture).toContain('data:image/svg+xml;base64,');
      const again = await product.ask<AnsweringRoomView>('POST', roomPath(), { as: administrator });
      expect(again.body.digits).toBe(digits);
      const other = await product.person('trainer');
      expect((await product.ask('GET', roomPath(), { as: other })).status).toBe(404);
    });

    it('is opened early by the trainer, once the training has begun', async () => {
      const open = () => product.ask<AnsweringRoomView & ProblemView>('POST', `${roomPath()}/opening`, { as: trainer });
      expect((await open()).body.code).toBe('evaluations.not-open');
      product.clock.set(minutes(event.startsAt!, 90));
      const after = `/api/bookings/${bookingIds[1]}/evaluations/after`;
      const state = async () => (await product.ask<EvaluationFormView>('GET', after, { as: people[1]! })).body.state;
      expect(await state()).toBe('not-yet-open');
      expect((await open()).body.openedAt).toBe(product.clock.now().toISOString());
      expect(await state()).toBe('open');
      const delegate = new Website(product);
      await delegate.signIn('room1@person.example');
      expect((await delegate.get('/my-training')).text).toContain('Answer the questions after the training');
    });

    it('asks for the e-mail, and leads to the form, which is sent once', async () => {
      const entered = await enter(digits, 'ROOM1@person.example');
      expect(entered.status).toBe(303);
      const visitor = new Website(product);
      const address = String(entered.headers['location']);
      expect((await visitor.get(address)).text).toContain('Your knowledge of what counts as neglect');
      await visitor.post(address, { form: 'none', [`rating-${statementId}`]: '5' });
      const response = await product.database
        .repo(ResponseEntity)
        .findOneByOrFail({ personId: people[1]!.personId, mode: 'after' });
      expect([response.source, response.isLate, response.sentAt === null]).toEqual(['room', false, false]);
      const again = await visitor.get(address);
      expect([again.text.includes('Thank you'), again.text.includes('checked')]).toEqual([true, false]);
      const view = await product.ask<AnsweringRoomView>('GET', roomPath(), { as: trainer });
      expect([view.body.answered, view.body.people]).toEqual([2, 5]);
    });

    it('lets the office see who has not answered, and never what', async () => {
      const path = `/api/events/${eventId}/evaluation/people`;
      const { body } = await product.ask<EvaluationPersonView[]>('GET', path, { as: administrator });
      expect(body.map(({ name, after, followUp }) => [name, after, followUp])).toEqual(
        [0, 1, 2, 3, 4].map((index) => [`Ann ${index}`, index < 2 ? 'answered' : 'owed', 'not-asked']),
      );
      expect(Object.keys(body[0]!).sort()).toEqual(['after', 'agencyName', 'before', 'bookingId', 'followUp', 'name']);
      expect((await product.ask('GET', path, { as: people[0]! })).status).toBe(403);
      expect((await product.ask('GET', path, { as: trainer })).status).toBe(403);
    });

    it('answers alike whoever is unknown, has no place here, answered already or has other digits', async () => {
      await product.person('practitioner', { email: 'elsewhere@person.example' });
      const wrong = String((Number(digits) + 1) % 10_000).padStart(4, '0');
      const tries: [string, string][] = [
        [digits, 'nobody@person.example'],
        [digits, 'elsewhere@person.example'],
        [digits, 'room1@person.example'],
        [wrong, 'room2@person.example'],
      ];
      const pages: string[] = [];
      for (const [number, email] of tries) {
        const page = await enter(number, email);
        expect(page.status).toBe(422);
        pages.push(
          page.text
            .replaceAll(email, '')
            .replaceAll(number, '')
            .replace(/nonce="[^"]*"/g, ''),
        );
      }
      expect(new Set(pages).size).toBe(1);
      expect(pages[0]).toContain('Nothing is open for these digits');
      await forget();
    });

    it('lets nobody try all digits', async () => {
      const statuses = new Set<number>();
      for (let tries = 0; tries < 22; tries += 1) statuses.add((await enter('0000', 'room2@person.example')).status);
      expect(statuses.has(429)).toBe(true);
      expect((await enter(digits, 'room2@person.example')).status).toBe(429);
      await forget();
    });

    it('leads nowhere the day after tomorrow', async () => {
      product.clock.set(minutes(event.endsAt!, 3 * 24 * 60));
      expect((await enter(digits, 'room2@person.example')).status).toBe(422);
    });
  });
});
