import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PeopleModule } from '@roundtable/people';
import { type Actor, ActorResolver, PlatformModule, VISITOR, readConfig } from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { BookingEntity } from '@roundtable/bookings';
import { ENTITIES, Given, actorOf, linkTo } from './evaluation.builder';
import { EvaluationsModule } from './evaluations.module';

interface Body {
  state?: string;
  code?: string;
  errors?: Record<string, string>;
}

const bodyOf = (response: { json(): unknown }): Body => response.json() as Body;

onEachEngine(ENTITIES, (world) => {
  let app: NestFastifyApplication;
  let given: Given;
  let asking: Actor = VISITOR;

  beforeAll(async () => {
    world.clock.set('2026-02-10T09:00:00Z');
    const module = await Test.createTestingModule({
      imports: [PlatformModule.for(readConfig({}), world.database, world.clock), PeopleModule, EvaluationsModule],
    })
      .overrideProvider(ActorResolver)
      .useValue({ resolve: () => Promise.resolve(asking) })
      .compile();
    app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    given = new Given(world);
  });

  afterAll(() => app.close());

  async function aDelegate() {
    const course = await given.course();
    const statement = await given.statement(course.id);
    const event = await given.event(course.id);
    const booking = await given.booking(event);
    const token = await linkTo(app, booking, event, 'before');
    return { booking, statement, url: `/api/evaluations/${token}` };
  }

  const put = (url: string, payload: object) => app.inject({ method: 'PUT', url, payload });

  describe('/api/evaluations/:token', () => {
    it('answers GET and HEAD without storing, and takes the answers once', async () => {
      asking = VISITOR;
      const { statement, url } = await aDelegate();
      const answers = [{ questionId: statement.id, value: 4 }];
      expect((await app.inject({ method: 'HEAD', url })).statusCode).toBe(200);
      const form = await app.inject({ method: 'GET', url });
      expect([form.headers['cache-control'], bodyOf(form).state]).toEqual(['no-store', 'open']);
      const sent = await put(url, { answers, quoteConsent: false });
      expect([sent.statusCode, bodyOf(sent).state]).toEqual([200, 'sent']);
      const again = await put(url, { answers });
      expect([again.statusCode, bodyOf(again).code]).toEqual([409, 'evaluations.already-sent']);
    });

    it('is 404 for a link that is not known', async () => {
      expect((await app.inject({ method: 'GET', url: '/api/evaluations/nothing' })).statusCode).toBe(404);
      expect((await put('/api/evaluations/nothing', { answers: [] })).statusCode).toBe(404);
    });

    it('is 422 at the question for a rating of the wrong type', async () => {
      const { statement, url } = await aDelegate();
      for (const value of ['4', 4.5, 0, 6, null, [], {}]) {
        const refused = await put(url, { answers: [{ questionId: statement.id, value }] });
        expect([refused.statusCode, Object.keys(bodyOf(refused).errors ?? {})]).toEqual([
          422,
          [`answers.${statement.id}`],
        ]);
      }
      expect(bodyOf(await put(url, { answers: [] })).errors).toHaveProperty([`answers.${statement.id}`]);
    });

    it.each([
      {},
      { answers: 'all good' },
      { answers: [3] },
      { answers: [{ value: 3 }] },
      { answers: [], quoteConsent: 'yes' },
    ])('is 422 for %j', async (body) => {
      const { url } = await aDelegate();
      const refused = await put(url, body);
      expect([refused.statusCode, bodyOf(refused).code]).toEqual([422, 'request.invalid']);
    });

    it('is 400 for a field that is not known', async () => {
      const { url } = await aDelegate();
      expect((await put(url, { answers: [], name: 'x' })).statusCode).toBe(400);
      expect((await put(url, { answers: [{ questionId: 'x', value: 3, name: 'x' }] })).statusCode).toBe(400);
    });
  });

  describe('/api/bookings/:id/evaluations/:stage', () => {
    it('is for the delegate, signed in', async () => {
      const { booking, statement } = await aDelegate();
      const url = `/api/bookings/${booking.id}/evaluations/before`;
      asking = VISITOR;
      expect((await app.inject({ method: 'GET', url })).statusCode).toBe(401);
      asking = actorOf((await given.person()).id, ['coordinator']);
      expect((await app.inject({ method: 'GET', url })).statusCode).toBe(404);
      asking = actorOf(booking.personId);
      expect(bodyOf(await app.inject({ method: 'GET', url }))).toMatchObject({ stage: 'before', state: 'open' });
      expect((await app.inject({ method: 'GET', url: `${url}-hand` })).statusCode).toBe(404);
      expect(bodyOf(await put(url, { answers: [{ questionId: statement.id, value: 2 }] })).state).toBe('sent');
    });
  });

  describe('/api/bookings/:id/certificate.pdf', () => {
    it('is a file once it is released, and its code can be checked by anybody', async () => {
      const { booking, statement } = await aDelegate();
      const url = `/api/bookings/${booking.id}/certificate.pdf`;
      asking = actorOf(booking.personId);
      const early = await app.inject({ method: 'GET', url });
      expect([early.statusCode, bodyOf(early).code]).toEqual([409, 'certificates.not-released']);
      world.clock.set('2026-02-18T12:15:00Z');
      await world.database.repo(BookingEntity).update(booking.id, { attendance: 'attended' });
      await put(`/api/bookings/${booking.id}/evaluations/after`, { answers: [{ questionId: statement.id, value: 5 }] });
      const file = await app.inject({ method: 'GET', url });
      expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/pdf']);
      expect(file.headers['content-disposition']).toBe('attachment; filename="certificate.pdf"');
      const code = /RT-\w{4}-\w{4}/.exec(file.rawPayload.toString('latin1'))?.[0] ?? '';
      asking = VISITOR;
      expect(bodyOf(await app.inject({ method: 'GET', url: `/api/certificates/${code}` }))).toMatchObject({
        code,
        status: 'valid',
      });
      expect((await app.inject({ method: 'GET', url: '/api/certificates/RT-0000-0000' })).statusCode).toBe(404);
      world.clock.set('2026-02-10T09:00:00Z');
    });
  });
});
