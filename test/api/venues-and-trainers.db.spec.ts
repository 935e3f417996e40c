import { beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AgendaItem,
  BookingView,
  EventTrainerView,
  EventWarning,
  LentHoursView,
  NewTrainer,
  RegisterView,
  RoomView,
  TrainerCodeView,
  TrainerView,
  VenueView,
} from '@roundtable/contracts';
import { EventTrainerEntity } from '@roundtable/events';
import { AuditEntryEntity, PersonalData } from '@roundtable/platform';
import { Mailbox } from '../support/mailbox';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';
import { Website } from '../support/website';

/** A Monday; events are eight weeks on, at 10:00 UTC unless said otherwise. */
const START = '2026-03-02T09:00:00Z';

onTheProduct((product) => {
  let coordinator: Caller;
  beforeAll(async () => {
    product.clock.set(START);
    coordinator = await product.person('coordinator', { name: 'Coral Coordinator' });
  });
  const ask = <Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    as: Caller = coordinator,
  ) => product.ask<Body>(method, url, { as, ...(body === undefined ? {} : { body }) });
  const venue = async (name: string, safeLimit?: number): Promise<string> =>
    (await ask<VenueView>('POST', '/api/venues', { name, ...(safeLimit ? { safeLimit } : {}) })).body.id;
  const trainer = async (wanted: Partial<NewTrainer>): Promise<TrainerView> =>
    (await ask<TrainerView>('POST', '/api/trainers', { kind: 'pool', ...wanted })).body;
  const assign = (eventId: string, trainerId: string, more: Record<string, unknown> = {}) =>
    ask<EventTrainerView & { code: string; detail: Record<string, unknown> }>('POST', '/api/event-trainers', {
      eventId,
      trainerId,
      ...more,
    });
  const event = (wanted: { capacity?: number; more?: Record<string, unknown>; weeks?: number; title?: string } = {}) =>
    publishedEvent(product, coordinator, { capacity: 10, ...wanted });
  const book = async (person: Caller, eventId: string, body: Record<string, unknown> = {}): Promise<string> =>
    (await ask<BookingView>('POST', `/api/events/${eventId}/bookings`, body, person)).body.id;

  describe('a venue', () => {
    it('has address, map link, access notes and safe limit, is found by name, and refuses a map that is not https', async () => {
      const wanted = {
        name: 'Loxley Hall',
        address: '1 Station Street',
        mapUrl: 'https://maps.example/loxley',
        accessNotes: 'Step-free. Hearing loop.',
        safeLimit: 30,
      };
      const { status, body } = await ask<VenueView>('POST', '/api/venues', wanted);
      expect([status, body]).toEqual([201, { id: body.id, ...wanted, archivedAt: null }]);
      expect((await ask<VenueView[]>('GET', '/api/venues?q=loxley+h')).body).toEqual([body]);
      for (const mapUrl of ['http://maps.example', 'javascript:alert(1)', 'maps.example'])
        expect(await ask('PATCH', `/api/venues/${body.id}`, { mapUrl })).toMatchObject({
          status: 422,
          body: { errors: { mapUrl: 'The map link must start with https://' } },
        });
      expect(
        (await ask<VenueView>('PATCH', `/api/venues/${body.id}`, { accessNotes: null })).body.accessNotes,
      ).toBeNull();
      const practitioner = await product.person();
      expect((await ask('PATCH', `/api/venues/${body.id}`, { safeLimit: 500 }, practitioner)).status).toBe(403);
    });

    it('keeps its name to itself when it is changed', async () => {
      await venue('First House');
      const id = await venue('Second House');
      expect((await ask('PATCH', `/api/venues/${id}`, { name: 'FIRST house' })).body).toMatchObject({
        errors: { name: 'There is already a venue with this name' },
      });
    });

    it('is not offered once it is archived, and events keep it', async () => {
      const id = await venue('Old Mill');
      const { eventId } = await event({ more: { delivery: 'in-person', venueId: id } });
      await ask('PATCH', `/api/venues/${id}`, { archived: true });
      const names = async (query: string) =>
        (await ask<VenueView[]>('GET', `/api/venues?${query}`)).body.map(({ name }) => name);
      expect(await names('q=old+mill')).toEqual([]);
      expect(await names('q=old+mill&archived=true')).toEqual(['Old Mill']);
      expect(await names(`id=${id}`)).toEqual(['Old Mill']);
      expect((await ask('GET', `/api/events/${eventId}`)).body).toMatchObject({ venue: 'Old Mill' });
      await ask('PATCH', `/api/venues/${id}`, { archived: false });
      expect(await names('q=old+mill')).toEqual(['Old Mill']);
    });
  });

  describe('the safe limit of a room', () => {
    it('is never passed by places, trainers and supporters together, and an event is saved without a venue', async () => {
      const venueId = await venue('Small Room', 12);
      const refused = { status: 409, body: { code: 'events.over-safe-limit' } };
      const { courseId } = await event();
      const sessions = [{ startsAt: '2026-06-01T09:00:00Z', endsAt: '2026-06-01T12:00:00Z' }];
      const plan = { courseId, capacity: 13, delivery: 'in-person', sessions };
      expect((await ask('POST', '/api/events', plan)).status).toBe(201);
      expect(await ask('POST', '/api/events', { ...plan, venueId })).toMatchObject(refused);
      const made = await ask<{ id: string }>('POST', '/api/events', { ...plan, capacity: 10, venueId });
      const { id } = made.body;
      const one = await trainer({ name: 'Room One' });
      const two = await trainer({ name: 'Room Two' });
      expect((await assign(id, one.id)).status).toBe(201);
      expect((await ask<RoomView>('PUT', `/api/events/${id}/room`, { supporters: 1 })).body).toMatchObject({
        safeLimit: 12,
        people: 12,
        trainers: 1,
        supporters: 1,
      });
      expect((await assign(id, two.id)).body.code).toBe('events.over-safe-limit');
      expect(await ask('PATCH', `/api/events/${id}`, { capacity: 11 })).toMatchObject(refused);
      expect(await ask('PUT', `/api/events/${id}/room`, { supporters: 2 })).toMatchObject(refused);
      expect((await ask('PATCH', `/api/events/${id}`, { capacity: 9 })).status).toBe(200);
      expect((await assign(id, two.id)).status).toBe(201);
      expect(await ask('GET', `/api/events/${id}`)).toMatchObject({ body: { capacity: 9 } });
    });

    it('says in words what would be too many, and lets go where the trainer declined', async () => {
      const venueId = await venue('Tiny Room', 5);
      const { eventId } = await event({ capacity: 5, more: { delivery: 'in-person', venueId } });
      const { id } = await trainer({ name: 'One Too Many' });
      expect((await assign(eventId, id)).body.detail['because']).toBe(
        'Tiny Room may hold 5 people, and this would be 6: 5 places, 1 trainer and 0 supporters.',
      );
      const declined = await assign(eventId, id, { answer: 'declined' });
      expect(declined.status).toBe(201);
      expect((await ask('PATCH', `/api/event-trainers/${declined.body.id}`, { answer: 'confirmed' })).status).toBe(409);
    });

    it('moves with a smaller number of places into a smaller room in one change', async () => {
      const big = await venue('Big Room', 40);
      const small = await venue('Smaller Room', 8);
      const { eventId } = await event({ capacity: 30, more: { delivery: 'in-person', venueId: big } });
      expect((await ask('PATCH', `/api/events/${eventId}`, { venueId: small })).status).toBe(409);
      expect((await ask('PATCH', `/api/events/${eventId}`, { venueId: small, capacity: 8 })).status).toBe(200);
    });

    it('may be lowered below what is planned, which the event then warns of', async () => {
      const venueId = await venue('Shrinking Room', 20);
      const { eventId } = await event({ capacity: 20, more: { delivery: 'in-person', venueId } });
      expect((await ask('PATCH', `/api/venues/${venueId}`, { safeLimit: 15 })).status).toBe(200);
      expect((await ask<EventWarning[]>('GET', `/api/events/${eventId}/warnings`)).body).toMatchObject([
        { kind: 'over-safe-limit', name: 'Shrinking Room: 20 people, 15 at most' },
      ]);
    });
  });

  describe('a clash', () => {
    const kinds = async (eventId: string) =>
      (await ask<EventWarning[]>('GET', `/api/events/${eventId}/warnings`)).body.map(({ kind, name }) => [kind, name]);

    it('of venue or trainer is warned of and never refused, and ends when one of the two is called off', async () => {
      const venueId = await venue('Clash House');
      const { id: trainerId } = await trainer({ name: 'Clara Clash' });
      const inPerson = { delivery: 'in-person', venueId };
      const first = await event({ weeks: 9, more: inPerson, title: 'First come' });
      const second = await event({ weeks: 9, more: inPerson });
      const other = await event({ weeks: 10, more: inPerson });
      for (const { eventId } of [first, second]) expect((await assign(eventId, trainerId)).status).toBe(201);
      const warnings = (await ask<EventWarning[]>('GET', `/api/events/${second.eventId}/warnings`)).body;
      expect(warnings.map(({ kind, name, eventId }) => [kind, name, eventId])).toEqual([
        ['venue-taken', 'Clash House', first.eventId],
        ['trainer-taken', 'Clara Clash', first.eventId],
      ]);
      expect(warnings[0]).toMatchObject({
        courseTitle: 'First come',
        startsAt: expect.stringMatching(/T10:00:00.000Z$/),
      });
      expect(await kinds(other.eventId)).toEqual([]);
      await ask('POST', `/api/events/${first.eventId}/cancellation`, { reason: 'Too few' });
      expect(await kinds(second.eventId)).toEqual([]);
    });

    it('is none where one session ends as the other starts, or where one is only online', async () => {
      const venueId = await venue('Busy House');
      const at = (from: string, to: string) => [{ startsAt: `2026-07-01T${from}:00Z`, endsAt: `2026-07-01T${to}:00Z` }];
      const made = async (from: string, to: string, delivery: string): Promise<string> =>
        (await event({ more: { delivery, venueId, sessions: at(from, to) } })).eventId;
      const morning = await made('09:00', '12:00', 'in-person');
      await made('12:00', '15:00', 'in-person');
      await made('09:00', '12:00', 'online');
      expect(await kinds(morning)).toEqual([]);
      await made('11:59', '12:30', 'blended');
      expect(await kinds(morning)).toEqual([['venue-taken', 'Busy House']]);
    });

    it('is told of a plan before it is saved, with the days on which a trainer is away', async () => {
      const venueId = await venue('Planned House');
      const { eventId } = await event({ weeks: 11, more: { delivery: 'in-person', venueId } });
      const { body } = await ask<{ sessions: { startsAt: string; endsAt: string }[] }>('GET', `/api/events/${eventId}`);
      const [session] = body.sessions;
      const day = session!.startsAt.slice(0, 10);
      const { id } = await trainer({ name: 'Avery Away', absences: [{ from: day, to: day }] });
      const sessions = [{ startsAt: session!.startsAt, endsAt: session!.endsAt }];
      const plan = (more: Record<string, unknown>) =>
        ask<EventWarning[]>('POST', '/api/event-warnings', { sessions, ...more });
      expect((await plan({ venueId, trainerIds: [id] })).body.map(({ kind, name }) => [kind, name])).toEqual([
        ['venue-taken', 'Planned House'],
        ['trainer-away', 'Avery Away'],
      ]);
      expect((await plan({ venueId, eventId })).body).toEqual([]);
      expect((await plan({})).body).toEqual([]);
      await assign(eventId, id);
      expect(await kinds(eventId)).toEqual([['trainer-away', 'Avery Away']]);
    });
  });

  describe('a trainer', () => {
    it('is a practitioner once only, gets the role, or is commissioned by name', async () => {
      const person = await product.person('practitioner', { name: 'Tomas Trainer' });
      const added = await trainer({ personId: person.personId, topics: 'Neglect' });
      expect(added).toMatchObject({ name: 'Tomas Trainer', topics: 'Neglect', active: true });
      expect((await ask<{ roles: string[] }>('GET', '/api/me', undefined, person)).body.roles).toContain('trainer');
      expect(await ask('POST', '/api/trainers', { kind: 'pool', personId: person.personId })).toMatchObject({
        status: 409,
        body: { code: 'trainers.already-there' },
      });
      expect((await ask('POST', '/api/trainers', { kind: 'commissioned' })).body).toMatchObject({
        errors: { name: 'Enter the name, or choose a practitioner' },
      });
      for (const bad of [{ personId: 'nobody' }, { agencyId: 'none', name: 'A' }, { name: 'A', email: 'no address' }])
        expect((await ask('POST', '/api/trainers', { kind: 'pool', ...bad })).status).toBe(422);
      expect((await ask<TrainerView[]>('GET', '/api/trainers?q=tomas')).body.map(({ id }) => id)).toEqual([added.id]);
      expect((await ask('GET', '/api/trainers', undefined, person)).status).toBe(403);
    });

    it('is put on an event once, asked first, with the length of its sessions as hours', async () => {
      const { eventId } = await event();
      const { id } = await trainer({ kind: 'commissioned', name: 'Ena Expert' });
      expect((await assign(eventId, id)).body).toMatchObject({ answer: 'asked', part: 'lead', hours: 3 });
      expect((await assign(eventId, id)).body.code).toBe('trainers.already-on-event');
      await ask('PATCH', `/api/trainers/${id}`, { active: false });
      expect((await assign((await event()).eventId, id)).status).toBe(422);
    });

    it('lends hours that are summed by agency in the partnership year: confirmed, and not called off', async () => {
      const agency = await ask<{ id: string }>('POST', '/api/agencies', { name: 'Lending Trust', sector: 'health' });
      const one = await trainer({ name: 'Hour One', agencyId: agency.body.id });
      const two = await trainer({ name: 'Hour Two', agencyId: agency.body.id });
      const [a, b, c] = [await event(), await event(), await event()];
      await assign(a.eventId, one.id, { answer: 'confirmed', hours: 2.5 });
      await assign(b.eventId, one.id, { answer: 'confirmed', hours: 4 });
      await assign(a.eventId, two.id, { answer: 'confirmed', hours: 1 });
      await assign(b.eventId, two.id, { answer: 'asked', hours: 50 });
      await assign(c.eventId, two.id, { answer: 'confirmed', hours: 50 });
      await ask('POST', `/api/events/${c.eventId}/cancellation`, { reason: 'Too few' });
      const hours = async (year: string) =>
        (await ask<LentHoursView[]>('GET', `/api/trainers/hours?year=${year}`)).body.filter(
          ({ agencyId }) => agencyId === agency.body.id,
        );
      expect(await hours('2026-27')).toEqual([
        { agencyId: agency.body.id, agencyName: 'Lending Trust', trainers: 2, events: 2, hours: 7.5 },
      ]);
      expect(await hours('2025-26')).toEqual([]);
    });
  });

  describe('the agenda of an event', () => {
    it('is set by the office in the order of time, and read by everybody who sees the event', async () => {
      const { eventId } = await event();
      const path = `/api/events/${eventId}/agenda`;
      const items = [
        { time: '11:00', item: 'Case', presenter: 'Ena Expert' },
        { time: '10:00', item: 'Welcome' },
      ];
      expect((await ask<AgendaItem[]>('PUT', path, { items })).body).toEqual([
        { sessionId: null, time: '10:00', item: 'Welcome', presenter: null },
        { sessionId: null, time: '11:00', item: 'Case', presenter: 'Ena Expert' },
      ]);
      expect((await product.ask<AgendaItem[]>('GET', path)).body).toHaveLength(2);
      expect((await new Website(product).get(`/events/${eventId}`)).text).toContain('Welcome');
      const bad = { items: [{ time: '25:00', item: '', sessionId: 'other' }] };
      expect((await ask('PUT', path, bad)).status).toBe(422);
      expect(
        (await ask('PUT', path, { items: [{ time: '10:00', item: 'x', sessionId: 'other' }] })).body,
      ).toMatchObject({
        errors: { 'items.0.sessionId': 'This event has no session with this id' },
      });
      const draft = await ask<{ id: string }>('POST', `/api/events/${eventId}/duplication`, {});
      expect((await product.ask('GET', `/api/events/${draft.body.id}/agenda`)).status).toBe(404);
    });

    it('lets go of a session that goes', async () => {
      const at = (day: string) => ({ startsAt: `2026-09-${day}T09:00:00Z`, endsAt: `2026-09-${day}T12:00:00Z` });
      const { eventId } = await event({ more: { sessions: [at('01'), at('08')] } });
      const { sessions } = (await ask<{ sessions: { id: string }[] }>('GET', `/api/events/${eventId}`)).body;
      await ask('PUT', `/api/events/${eventId}/agenda`, {
        items: [
          { time: '09:00', item: 'Second', sessionId: sessions[1]!.id },
          { time: '11:00', item: 'First', sessionId: sessions[0]!.id },
        ],
      });
      const agenda = async () =>
        (await ask<AgendaItem[]>('GET', `/api/events/${eventId}/agenda`)).body.map(({ item }) => item);
      expect(await agenda()).toEqual(['First', 'Second']);
      expect(
        (await ask('PATCH', `/api/events/${eventId}`, { sessions: [{ id: sessions[0]!.id, ...at('01') }] })).status,
      ).toBe(200);
      expect(await agenda()).toEqual(['First']);
    });
  });

  describe('a copy of an event', () => {
    it('has the same agenda at the same times, item by item in the session of the same turn', async () => {
      const at = (day: string) => ({ startsAt: `2026-09-${day}T09:00:00Z`, endsAt: `2026-09-${day}T12:00:00Z` });
      const { eventId } = await event({ more: { sessions: [at('01'), at('08')] } });
      const sessionsOf = async (id: string) =>
        (await ask<{ sessions: { id: string }[] }>('GET', `/api/events/${id}`)).body.sessions.map((one) => one.id);
      const second = (await sessionsOf(eventId))[1];
      await ask('PUT', `/api/events/${eventId}/agenda`, {
        items: [
          { time: '10:00', item: 'Each time', presenter: 'Ena Expert' },
          { time: '10:30', item: 'The second day', sessionId: second },
        ],
      });
      const agendaOf = async (id: string) => (await ask<AgendaItem[]>('GET', `/api/events/${id}/agenda`)).body;
      const copied = await ask<{ id: string }>('POST', `/api/events/${eventId}/duplication`, {});
      const repeated = await ask<{ events: { id: string }[] }>('POST', `/api/events/${eventId}/repetition`, {
        every: 'month',
        times: 1,
      });
      for (const id of [copied.body.id, repeated.body.events[0]!.id])
        expect(await agendaOf(id)).toEqual([
          { sessionId: null, time: '10:00', item: 'Each time', presenter: 'Ena Expert' },
          { sessionId: (await sessionsOf(id))[1], time: '10:30', item: 'The second day', presenter: null },
        ]);
      const shorter = await ask<{ id: string }>('POST', `/api/events/${eventId}/duplication`, {
        sessions: [at('15')],
      });
      expect((await agendaOf(shorter.body.id)).map(({ item }) => item)).toEqual(['Each time']);
    });
  });

  describe('a trainer who is asked', () => {
    const kindsTo = async (address: string) =>
      (await new Mailbox(product, address).all()).map(({ kind }) => kind).filter((kind) => kind.startsWith('trainer-'));

    it('gets the facts and a link to answer without an account, which changes nothing when it is only read', async () => {
      const { eventId } = await event({
        title: 'Asked by mail',
        more: { delivery: 'in-person', venueId: await venue('Answer House') },
      });
      const { id } = await trainer({ kind: 'commissioned', name: 'Ada Asked', email: 'ada@expert.example' });
      const { body: assigned } = await assign(eventId, id);
      const mail = await new Mailbox(product, 'ada@expert.example').newest('trainer-asked');
      expect(mail.textBody).toContain('Answer House');
      expect(mail.textBody).toContain('Monday 27 April 2026');
      const path = await new Mailbox(product, 'ada@expert.example').path('trainer-asked');
      expect(path).toMatch(/^\/training-answers\//);
      const answer = async () => (await ask<EventTrainerView>('GET', `/api/event-trainers/${assigned.id}`)).body.answer;
      const website = new Website(product);
      expect((await website.get(path)).text).toContain('I can give it');
      expect(await answer()).toBe('asked');
      expect((await website.post(path, { answer: 'perhaps' })).status).toBe(200);
      expect((await website.post(path, { answer: 'declined' })).headers['location']).toBe(path);
      expect(await answer()).toBe('declined');
      expect((await website.get(path)).text).toContain('You said that you cannot give this training');
      await website.post(path, { answer: 'confirmed' });
      expect(await answer()).toBe('confirmed');
      expect((await website.get('/training-answers/not-a-link')).status).toBe(404);
      expect((await website.post('/training-answers/not-a-link', { answer: 'declined' })).status).toBe(404);
      const entries = await product.database
        .repo(AuditEntryEntity)
        .findBy({ action: 'event.change-trainer', subjectId: eventId });
      expect(entries.at(-1)).toMatchObject({ before: { answer: 'declined' }, after: { answer: 'confirmed' } });
    });

    it('answers with an account on the own page', async () => {
      const person = await product.person('trainer', { email: 'pool@trainer.example' });
      const { id } = await trainer({ personId: person.personId });
      await assign((await event()).eventId, id);
      expect(await new Mailbox(product, 'pool@trainer.example').path('trainer-asked')).toBe('/training-i-run');
    });

    it('may say on the own page that they cannot after all, until the event is over or called off', async () => {
      const person = await product.person('trainer', { email: 'cannot@trainer.example' });
      const { id } = await trainer({ personId: person.personId });
      const { eventId } = await event({ title: 'Cannot after all' });
      const { body: own } = await assign(eventId, id);
      const website = new Website(product);
      await website.signIn('cannot@trainer.example');
      const answer = async (given: string) =>
        (await website.post(`/training-i-run/${eventId}/answer`, { answer: given })).status;
      const page = async () => (await website.get('/training-i-run')).text;
      expect(await page()).toMatch(/I can give it<.*I cannot</s);
      expect(await answer('confirmed')).toBe(303);
      expect(await page()).not.toContain('I can give it<');
      expect(await page()).toContain('I cannot give it any more<');
      expect(await answer('declined')).toBe(303);
      const now = async () => (await ask<EventTrainerView>('GET', `/api/event-trainers/${own.id}`)).body.answer;
      expect(await now()).toBe('declined');
      expect(await page()).not.toContain('Cannot after all');

      await ask('PATCH', `/api/event-trainers/${own.id}`, { answer: 'confirmed' });
      product.clock.set('2026-04-27T14:00:00Z');
      expect(await page()).not.toContain('I cannot give it any more<');
      expect([await answer('declined'), await now()]).toEqual([409, 'confirmed']);
      product.clock.set(START);
      await ask('POST', `/api/events/${eventId}/cancellation`, { reason: 'The venue flooded' });
      expect(await page()).not.toContain('I cannot give it any more<');
      expect([await answer('declined'), await now()]).toEqual([409, 'confirmed']);
    });

    it('is told of a new time and of the end, and not of a small correction, nor by a trainer who declined', async () => {
      const { eventId } = await event({ title: 'Moved and ended' });
      const yes = await trainer({ kind: 'commissioned', name: 'Yes', email: 'yes@expert.example' });
      const no = await trainer({ kind: 'commissioned', name: 'No', email: 'no@expert.example' });
      await assign(eventId, yes.id, { answer: 'confirmed' });
      await assign(eventId, no.id, { answer: 'declined' });
      await ask('PATCH', `/api/events/${eventId}`, { note: 'Bring a pen' });
      expect(await kindsTo('yes@expert.example')).toEqual(['trainer-diary']);
      const sessions = [{ startsAt: '2026-05-11T09:00:00Z', endsAt: '2026-05-11T12:00:00Z' }];
      const preview = await ask<{ told: { name: string; kind: string }[] }>(
        'POST',
        `/api/events/${eventId}/change-preview`,
        { sessions },
      );
      expect(preview.body.told).toMatchObject([
        { name: 'Yes', kind: 'trainer-rescheduled' },
        { name: 'Yes', kind: 'trainer-diary' },
      ]);
      expect((await ask('PATCH', `/api/events/${eventId}`, { sessions })).status).toBe(200);
      const mailbox = new Mailbox(product, 'yes@expert.example');
      expect((await mailbox.newest('trainer-rescheduled')).textBody).toContain('Monday 11 May 2026');
      await ask('POST', `/api/events/${eventId}/cancellation`, { reason: 'The venue flooded' });
      expect((await mailbox.newest('trainer-event-cancelled')).textBody).toContain('The venue flooded');
      expect(await kindsTo('no@expert.example')).toEqual([]);
      const path = await mailbox.path('trainer-rescheduled');
      expect((await new Website(product).get(path)).text).toContain('This event is cancelled');
    });
  });

  describe('a trainer with an account', () => {
    it('sees the people, their needs and the register of own events once confirmed, and of no other event', async () => {
      const own = await event({ title: 'Given by me' });
      const foreign = await event({ title: 'Given by somebody else' });
      const delegate = await product.person('practitioner', { name: 'Dora Delegate', agency: 'Delegate School' });
      const waiting = await product.person('practitioner', { name: 'Wanda Elsewhere' });
      const ownBooking = await book(delegate, own.eventId, { accessNeeds: 'A hearing loop' });
      const foreignBooking = await book(waiting, foreign.eventId, { accessNeeds: 'Large print' });
      const person = await product.person('trainer', { name: 'Thea Trainer', email: 'thea@trainer.example' });
      const { id: trainerId } = await trainer({ personId: person.personId });
      const { body: assigned } = await assign(own.eventId, trainerId);
      const other = await trainer({ name: 'Somebody Else' });
      await assign(foreign.eventId, other.id, { answer: 'confirmed' });

      const read = (eventId: string) => ask<RegisterView>('GET', `/api/events/${eventId}/register`, undefined, person);
      expect((await read(own.eventId)).status).toBe(404);
      const website = new Website(product);
      await website.signIn('thea@trainer.example');
      expect((await website.get('/training-i-run')).text).toContain('You are asked to give this training');
      expect((await website.get(`/training-i-run/${own.eventId}`)).status).toBe(404);
      await website.post(`/training-i-run/${own.eventId}/answer`, { answer: 'confirmed' });
      expect((await ask('GET', `/api/event-trainers/${assigned.id}`)).body).toMatchObject({ answer: 'confirmed' });

      expect((await read(own.eventId)).body.rows).toMatchObject([
        { practitionerName: 'Dora Delegate', agencyName: 'Delegate School', accessNeeds: 'A hearing loop' },
      ]);
      const page = await website.get(`/training-i-run/${own.eventId}`);
      expect(page.text).toContain('Dora Delegate');
      expect(page.text).toContain('A hearing loop');
      const bookings = (await ask<BookingView[]>('GET', '/api/bookings', undefined, person)).body;
      expect(bookings.map(({ id }) => id)).toEqual([ownBooking]);

      const entries = (bookingId: string) => ({ entries: [{ bookingId, attendance: 'present' }] });
      for (const [method, path, body] of [
        ['GET', `/api/events/${foreign.eventId}/register`, undefined],
        ['PUT', `/api/events/${foreign.eventId}/register`, entries(foreignBooking)],
        ['POST', `/api/events/${foreign.eventId}/register/closure`, {}],
        ['GET', `/api/bookings/${foreignBooking}`, undefined],
        ['POST', `/api/bookings/${foreignBooking}/cancellation`, { reason: 'No' }],
        ['POST', `/api/bookings/${ownBooking}/cancellation`, { reason: 'No' }],
      ] as const)
        expect([path, (await ask(method, path, body, person)).status]).toEqual([path, 404]);
      for (const id of [ownBooking, foreignBooking])
        expect((await ask('GET', `/api/bookings/${id}`)).body).toMatchObject({
          id,
          status: 'confirmed',
          attendance: null,
        });
      for (const path of [`/training-i-run/${foreign.eventId}`, `/training-i-run/${foreign.eventId}/closure`])
        expect([path, (await website.post(path)).status]).toEqual([path, 404]);
      expect((await website.get(`/training-i-run/${foreign.eventId}`)).text).not.toContain('Wanda');
      // Somebody else's bookings among the own event's: a foreign one is refused, not marked.
      product.clock.set('2026-04-27T11:00:00Z');
      const mixed = await ask('PUT', `/api/events/${own.eventId}/register`, entries(foreignBooking), person);
      expect(mixed.status).toBe(422);
      product.clock.set(START);
    });

    it('marks and closes the register on a page without a script, on the day', async () => {
      const { eventId } = await event();
      const [one, two] = [await product.person(), await product.person()];
      const bookings = [await book(one, eventId), await book(two, eventId)];
      const person = await product.person('trainer', { email: 'rita@trainer.example' });
      const { id } = await trainer({ personId: person.personId });
      await assign(eventId, id, { answer: 'confirmed' });
      const path = `/training-i-run/${eventId}`;
      const website = new Website(product);
      await website.signIn('rita@trainer.example');
      expect((await website.get(path)).text).toContain('You can mark who is present on the day of the training');
      product.clock.set('2026-04-27T12:00:00Z');
      await website.signIn('rita@trainer.example');
      const html = (await website.get(path)).text;
      const names = [...html.matchAll(/name="(mark-[^"]+)"[^>]*value="present"/g)].map((match) => match[1]!);
      expect(names).toHaveLength(2);
      const first = names.find((name) => name.includes(bookings[0]!))!;
      const second = names.find((name) => name.includes(bookings[1]!))!;
      expect((await website.post(path, { [first]: 'present' })).status).toBe(303);
      const early = await website.post(`${path}/closure`);
      expect([early.status, early.text.includes('Mark everybody present or absent and save')]).toEqual([409, true]);
      await website.post(path, { [second]: 'absent' });
      expect((await website.post(`${path}/closure`)).headers['location']).toBe(`${path}?done=closed`);
      const register = (await ask<RegisterView>('GET', `/api/events/${eventId}/register`)).body;
      expect(Object.fromEntries(register.rows.map((row) => [row.bookingId, row.attendance]))).toEqual({
        [bookings[0]!]: 'attended',
        [bookings[1]!]: 'absent',
      });
      expect((await website.post(path, { [first]: 'absent' })).status).toBe(409);

      const session = register.sessions[0]!.id;
      const corrected = { entries: [{ bookingId: bookings[0], attendance: 'absent', minutes: 20 }] };
      expect((await ask('PUT', `/api/events/${eventId}/register`, corrected)).status).toBe(200);
      const log = await product.database
        .repo(AuditEntryEntity)
        .find({ where: { subjectId: eventId, action: 'register.mark' }, order: { at: 'ASC', id: 'ASC' } });
      expect(
        log.map(({ before, after }) => [before?.['marks'], after?.['marks'], after?.['minutesChangedFor']]),
      ).toEqual([
        [{ [bookings[0]!]: { [session]: null } }, { [bookings[0]!]: { [session]: 'present' } }, []],
        [{ [bookings[1]!]: { [session]: null } }, { [bookings[1]!]: { [session]: 'absent' } }, []],
        [{ [bookings[0]!]: { [session]: 'present' } }, { [bookings[0]!]: { [session]: 'absent' } }, [bookings[0]]],
      ]);
      product.clock.set(START);
    });
  });

  describe('a mailed link with a code', () => {
    const DAY = '2026-04-27T12:00:00Z';

    async function linked(address: string) {
      const { eventId } = await event({ title: 'By link' });
      const delegate = await product.person('practitioner', { name: 'Lena Linked' });
      await book(delegate, eventId, { accessNeeds: 'A quiet room' });
      const { id } = await trainer({ kind: 'commissioned', name: 'Kit Commissioned', email: address });
      const { body: assigned } = await assign(eventId, id, { answer: 'confirmed' });
      const sent = await ask<TrainerCodeView>('POST', `/api/event-trainers/${assigned.id}/link`, {});
      const path = await new Mailbox(product, address).path('proof.trainer-link');
      return { eventId, trainerId: id, assigned, sent: sent.body, path };
    }

    it('opens that event only, from 2 working days before until 2 after, and keeps neither link nor code', async () => {
      const { eventId, assigned, sent, path } = await linked('kit@expert.example');
      expect(sent).toMatchObject({ validFrom: '2026-04-23T16:00:00.000Z', validUntil: '2026-04-29T16:00:00.000Z' });
      const mail = await new Mailbox(product, 'kit@expert.example').newest('proof.trainer-link');
      expect(mail.textBody).not.toContain(sent.code);
      const row = await product.database.repo(EventTrainerEntity).findOneByOrFail({ id: assigned.id });
      expect(JSON.stringify(row)).not.toContain(path.split('/').at(-1));
      expect(JSON.stringify(row)).not.toContain(sent.code.replace(' ', ''));

      const website = new Website(product);
      const tries = async (at: string) => {
        product.clock.set(at);
        return [(await website.get(path)).status, (await website.post(path, { code: sent.code })).status];
      };
      expect(await tries('2026-04-23T15:59:59Z')).toEqual([404, 422]);
      expect(await tries('2026-04-29T16:00:00Z')).toEqual([404, 422]);
      product.clock.set(DAY);
      expect((await website.get(path)).status).toBe(200);
      expect((await website.post(path, { code: '0000 0000' })).status).toBe(422);
      expect((await website.get('/for-trainers')).status).toBe(404);
      expect((await website.post(path, { code: sent.code })).headers['location']).toBe('/for-trainers');
      const page = await website.get('/for-trainers');
      expect(page.text).toContain('Lena Linked');
      expect(page.text).toContain('A quiet room');
      expect(page.headers['cache-control']).toBe('no-store');

      const other = await event();
      for (const url of [`/api/events/${eventId}/register`, `/api/events/${other.eventId}/register`, '/api/bookings'])
        expect([url, (await website.api('GET', url)).status]).toEqual([url, 401]);
      const name = /name="(mark-[^"]+)"/.exec(page.text)?.[1] ?? '';
      expect((await website.post('/for-trainers', { [name]: 'present' })).status).toBe(303);
      expect((await website.post('/for-trainers/closure')).headers['location']).toBe('/for-trainers?done=closed');
      const log = await product.database.repo(AuditEntryEntity).findBy({ subjectId: eventId, action: 'register.mark' });
      expect(log).toMatchObject([{ actorId: null, after: { trainerId: assigned.trainerId } }]);

      product.clock.set('2026-04-29T16:00:00Z');
      expect((await website.get('/for-trainers')).status).toBe(404);
      expect((await website.post('/for-trainers', { [name]: 'absent' })).status).toBe(404);
      product.clock.set(START);
    });

    it('stops when a newer one is sent, and when the trainer is taken off the event', async () => {
      const { assigned, sent, path } = await linked('kit2@expert.example');
      product.clock.set(DAY);
      const website = new Website(product);
      await website.post(path, { code: sent.code });
      expect((await website.get('/for-trainers')).status).toBe(200);
      const newer = await ask<TrainerCodeView>('POST', `/api/event-trainers/${assigned.id}/link`, {});
      expect((await website.get('/for-trainers')).status).toBe(404);
      expect((await website.post(path, { code: sent.code })).status).toBe(422);
      const newPath = await new Mailbox(product, 'kit2@expert.example').path('proof.trainer-link');
      expect((await website.post(newPath, { code: newer.body.code })).status).toBe(303);
      expect((await website.get('/for-trainers')).status).toBe(200);
      expect((await ask('DELETE', `/api/event-trainers/${assigned.id}`)).status).toBe(204);
      expect((await website.get('/for-trainers')).status).toBe(404);
      product.clock.set(START);
    });

    it('is refused to who has not confirmed or has no address, and after ten tries in a minute', async () => {
      const { eventId } = await event();
      const asked = await assign(eventId, (await trainer({ name: 'Asked', email: 'asked@expert.example' })).id);
      expect((await ask('POST', `/api/event-trainers/${asked.body.id}/link`, {})).body['code']).toBe(
        'trainers.not-confirmed',
      );
      const silent = await assign(eventId, (await trainer({ name: 'Silent' })).id, { answer: 'confirmed' });
      expect((await ask('POST', `/api/event-trainers/${silent.body.id}/link`, {})).body['code']).toBe(
        'trainers.no-address',
      );
      const website = new Website(product);
      const statuses = new Set<number>();
      for (let i = 0; i < 23; i += 1) statuses.add((await website.post('/for-trainers/unknown', { code: '1' })).status);
      expect([...statuses]).toEqual([422, 429]);
    });
  });

  describe('what is held about a trainer', () => {
    it('is exported, forgotten, and merged with the trainer that the person turned out to be', async () => {
      const mia = { name: 'Mia Double', email: 'mia@double.example' };
      const [from, into] = [await product.person('practitioner', mia), await product.person()];
      const one = await trainer({ personId: from.personId, topics: 'Neglect' });
      const two = await trainer({ personId: into.personId });
      const [a, b] = [await event(), await event()];
      for (const { eventId } of [a, b]) await assign(eventId, one.id, { answer: 'confirmed' });
      await assign(a.eventId, two.id, { answer: 'confirmed' });
      const sections = await product.app.get(PersonalData).exportOf(from.personId);
      expect(sections.map(({ title }) => title)).toEqual(
        expect.arrayContaining(['You as a trainer', 'Training you give']),
      );
      const told = sections.find(({ title }) => title === 'What your calendar was told of training you give');
      expect(told?.rows).toMatchObject([{ Entry: 'put in' }, { Entry: 'put in' }]);
      const merged = await ask('POST', `/api/practitioners/${from.personId}/merge`, { into: into.personId });
      expect(merged.status).toBe(200);
      // The event that both gave stands in the diary of who stays, once.
      const left = await new Mailbox(product, 'mia@double.example').newest('trainer-diary-cancelled');
      expect(left.calendar).toContain('METHOD:CANCEL');
      const given = (await ask<EventTrainerView[]>('GET', `/api/event-trainers?trainerId=${two.id}`)).body;
      expect(given.map(({ eventId }) => eventId).sort()).toEqual([a.eventId, b.eventId].sort());
      expect((await ask('GET', `/api/trainers/${one.id}`)).status).toBe(404);

      await ask('PUT', `/api/events/${a.eventId}/agenda`, {
        items: [{ time: '10:00', item: 'Case', presenter: given[0]!.trainerName }],
      });
      await product.database.transaction(() => product.app.get(PersonalData).forget(into.personId));
      expect((await ask<TrainerView>('GET', `/api/trainers/${two.id}`)).body).toMatchObject({
        name: 'Erased person',
        email: null,
        topics: null,
        active: false,
      });
      expect((await ask<AgendaItem[]>('GET', `/api/events/${a.eventId}/agenda`)).body[0]!.presenter).toBeNull();
    });
  });
});
