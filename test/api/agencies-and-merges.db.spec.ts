import { beforeAll, describe, expect, it } from '@jest/globals';
import { AgencyEntity } from '@roundtable/agencies';
import { BookingEntity } from '@roundtable/bookings';
import type {
  AgencyDetailView,
  BookingView,
  MergeView,
  PractitionerDetailView,
  ProblemView,
} from '@roundtable/contracts';
import { CompletionEntity } from '@roundtable/elearning';
import { CertificateEntity, ResponseEntity } from '@roundtable/evaluations';
import { EventEntity } from '@roundtable/events';
import { MembershipEntity, PersonEntity, RoleGrantEntity } from '@roundtable/people';
import { AuditEntryEntity, MergeEntity, Merges, MessageEntity, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

const WEEK_MS = 7 * 86_400_000;

onTheProduct((product) => {
  let coordinator: Caller;
  let owner: Caller;
  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    owner = await product.person('system-owner');
  });
  const ask = <Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body?: unknown,
    as: Caller = coordinator,
  ) => product.ask<Body>(method, url, { as, ...(body === undefined ? {} : { body }) });
  const agencyOf = async (personId: string) =>
    (await ask<PractitionerDetailView>('GET', `/api/practitioners/${personId}`)).body.agencyId!;
  const book = async (who: Caller, eventId: string) =>
    (await ask<BookingView>('POST', `/api/events/${eventId}/bookings`, {}, who)).body;
  const booking = (id: string) => product.database.repo(BookingEntity).findOneByOrFail({ id });
  const preview = async (what: string, from: string, into: string) =>
    (await ask<MergeView>('GET', `/api/${what}/${from}/merge-preview?into=${into}`)).body;
  const merge = <Body = PractitionerDetailView & AgencyDetailView>(
    what: string,
    from: string,
    into: string,
    as = coordinator,
  ) => ask<Body>('POST', `/api/${what}/${from}/merge`, { into }, as);
  const kept = (fromId: string) => product.database.repo(MergeEntity).findOneByOrFail({ fromId });

  /** An event that took place, with a closed register, where these people were present. */
  const attended = async (people: Caller[]) => {
    const now = product.clock.now();
    const { eventId } = await publishedEvent(product, coordinator, { capacity: 9 });
    const bookings: BookingView[] = [];
    for (const who of people) bookings.push(await book(who, eventId));
    product.clock.set(new Date(now.getTime() + 8 * WEEK_MS + 86_400_000));
    const entries = bookings.map(({ id }) => ({ bookingId: id, attendance: 'present' }));
    await ask('PUT', `/api/events/${eventId}/register`, { entries });
    await ask('POST', `/api/events/${eventId}/register/closure`, {});
    return { eventId, bookings };
  };
  const answer = async (who: Caller, bookingId: string, stage: 'before' | 'after', value = 4) => {
    const form = await ask<{ questions: { id: string }[] }>(
      'GET',
      `/api/bookings/${bookingId}/evaluations/${stage}`,
      undefined,
      who,
    );
    const answers = form.body.questions.map(({ id }) => ({ questionId: id, value }));
    return ask('PUT', `/api/bookings/${bookingId}/evaluations/${stage}`, { answers }, who);
  };
  const certificate = (who: Caller, bookingId: string) =>
    ask('GET', `/api/bookings/${bookingId}/certificate.pdf`, undefined, who);

  describe('merging two agencies', () => {
    it('moves what names the one to the other, exactly as the preview says, and keeps it with history', async () => {
      const lead = await product.person('agency-lead', { agency: 'Double Trust', sector: 'health' });
      const worker = await product.person('practitioner', { agency: 'Double Trust' });
      const from = await agencyOf(worker.personId);
      const stays = await product.person('practitioner', { agency: 'Single Trust', sector: 'health' });
      const into = await agencyOf(stays.personId);
      await ask('POST', `/api/practitioners/${stays.personId}/memberships`, { agencyId: from });
      await ask('POST', '/api/role-grants', { personId: lead.personId, role: 'agency-lead', agencyId: into });
      await product.ask('PATCH', `/api/agencies/${from}`, {
        as: coordinator,
        body: { emailDomains: ['double.example'], headcounts: [{ year: '2026-27', headcount: 9 }] },
      });
      const { bookings } = await attended([worker]);
      const said = await preview('agencies', from, into);
      expect(said.moves).toEqual({
        memberships: 2,
        grants: 0,
        bookings: 1,
        completions: 1,
        responses: 0,
        emailDomains: 1,
        headcounts: 1,
        charges: 0,
        trainers: 0,
      });
      expect(said.conflicts.map(({ kind }) => kind).sort()).toEqual(['grant', 'membership']);
      expect(await product.database.repo(AgencyEntity).countBy({ mergedIntoId: into })).toBe(0);

      const done = await merge('agencies', from, into);
      expect([done.status, done.body.id, done.body.emailDomains]).toEqual([200, into, ['double.example']]);
      const record = await kept(from);
      expect([record.kind, record.intoId, record.fromName, record.intoName, record.byId]).toEqual([
        'agency',
        into,
        'Double Trust',
        'Single Trust',
        coordinator.personId,
      ]);
      expect([record.moves, record.conflicts]).toEqual([said.moves, said.conflicts]);
      expect((await booking(bookings[0]!.id)).agencyId).toBe(into);
      expect(await product.database.repo(CompletionEntity).countBy({ agencyId: into })).toBe(1);
      expect(await agencyOf(worker.personId)).toBe(into);
      expect(await product.database.repo(MembershipEntity).countBy({ personId: stays.personId })).toBe(1);
      expect(await product.database.repo(RoleGrantEntity).countBy({ agencyId: into })).toBe(1);
      const entry = await product.database
        .repo(AuditEntryEntity)
        .findOneByOrFail({ action: 'agency.merge', subjectId: into });
      expect([entry.actorId, entry.after]).toEqual([
        coordinator.personId,
        { moves: said.moves, conflicts: said.conflicts },
      ]);
    });

    it('leaves a pointer: the old id answers the one that stays, its name finds it, and no list has it', async () => {
      const gone = await product.person('agency-lead', { agency: 'Pointer From' });
      const from = await agencyOf(gone.personId);
      const into = await agencyOf((await product.person('practitioner', { agency: 'Pointer Into' })).personId);
      await merge('agencies', from, into);
      expect((await ask<AgencyDetailView>('GET', `/api/agencies/${from}`)).body.id).toBe(into);
      expect((await ask<AgencyDetailView>('GET', `/api/agencies/${from}`, undefined, gone)).body.id).toBe(into);
      const listed = await ask<AgencyDetailView[]>('GET', '/api/agencies?q=pointer');
      expect(listed.body.map(({ id }) => id)).toEqual([into]);
      const named = await product.person('practitioner', { agency: 'pointer from' });
      expect(await agencyOf(named.personId)).toBe(into);
      const changed = await product.ask('PATCH', `/api/agencies/${from}`, {
        as: coordinator,
        body: { approval: 'lead' },
      });
      expect(changed.status).toBe(404);
    });

    it('follows through a chain, and is refused twice, into itself and into what is not there', async () => {
      const [first, second, third] = await Promise.all(
        ['Chain One', 'Chain Two', 'Chain Three'].map(async (agency) =>
          agencyOf((await product.person('practitioner', { agency })).personId),
        ),
      );
      await merge('agencies', first!, second!);
      await merge('agencies', second!, third!);
      expect((await ask<AgencyDetailView>('GET', `/api/agencies/${first}`)).body.id).toBe(third);
      const refused = async (from: string, into: string) => {
        const { status, body } = await merge<ProblemView>('agencies', from, into);
        return [status, body.code];
      };
      expect(await refused(first!, third!)).toEqual([409, 'merges.not-possible']);
      expect(await refused(third!, third!)).toEqual([422, 'request.invalid']);
      expect(await refused(third!, first!)).toEqual([422, 'request.invalid']);
      expect(await refused('no-such-agency', third!)).toEqual([404, 'request.not-found']);
    });

    it('is not for leads', async () => {
      const lead = await product.person('agency-lead', { agency: 'Wants To Merge' });
      const own = await agencyOf(lead.personId);
      expect((await ask('GET', `/api/agencies/${own}/merge-preview?into=${own}`, undefined, lead)).status).toBe(403);
      expect((await merge('agencies', own, own, lead)).status).toBe(403);
    });

    it('passes the gates of events with live bookings of the agency', async () => {
      const worker = await product.person('practitioner', { agency: 'Gated From' });
      const into = await agencyOf((await product.person('practitioner', { agency: 'Gated Into' })).personId);
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 3 });
      await book(worker, eventId);
      const gate = async () => (await product.database.repo(EventEntity).findOneByOrFail({ id: eventId })).gate;
      const before = await gate();
      await merge('agencies', await agencyOf(worker.personId), into);
      expect(await gate()).toBeGreaterThan(before);
    });
  });

  describe('merging two people', () => {
    it('moves everything of the one to the other, exactly as the preview says', async () => {
      const from = await product.person('agency-lead', { name: 'Twin One', agency: 'Twin Agency' });
      const into = await product.person('practitioner', { name: 'Twin Two', agency: 'Twin Agency' });
      const { bookings } = await attended([from]);
      expect((await answer(from, bookings[0]!.id, 'after')).status).toBe(200);
      expect((await certificate(from, bookings[0]!.id)).status).toBe(200);
      const said = await preview('practitioners', from.personId, into.personId);
      const mails = await product.database.repo(MessageEntity).countBy({ personId: from.personId });
      expect(said.moves).toEqual({
        responses: 1,
        certificates: 1,
        bookings: 1,
        completions: 1,
        attempts: 0,
        memberships: 0,
        grants: 1,
        messages: mails,
        holds: 0,
        dataRequests: 0,
        tokens: 1,
        accounts: 0,
        trainers: 0,
        interests: 0,
        subscriptions: 0,
        charges: 0,
        outsideAttendances: 0,
      });
      expect(said.conflicts.map(({ kind }) => kind).sort()).toEqual(['account', 'membership']);
      const done = await merge('practitioners', from.personId, into.personId);
      expect([done.status, done.body.id, done.body.memberships.length]).toEqual([200, into.personId, 1]);
      const record = await kept(from.personId);
      expect([record.moves, record.conflicts]).toEqual([said.moves, said.conflicts]);
      const own = { personId: into.personId };
      for (const entity of [BookingEntity, CompletionEntity, ResponseEntity])
        expect(await product.database.repo<{ personId: string }>(entity).countBy(own)).toBe(1);
      expect((await certificate(into, bookings[0]!.id)).status).toBe(200);
      expect((await ask<{ id: string }>('GET', '/api/me', undefined, from)).body.id).toBe(into.personId);
    });

    it('leaves a pointer: the old id answers the one that stays, and no list has it', async () => {
      const email = `alias${newId().slice(-6)}@person.example`;
      const from = await product.person('practitioner', { name: 'Pointed From', email });
      const into = await product.person('practitioner', { name: 'Pointed Into' });
      await merge('practitioners', from.personId, into.personId);
      const old = await ask<PractitionerDetailView>('GET', `/api/practitioners/${from.personId}`);
      expect(old.body.id).toBe(into.personId);
      const listed = await ask<PractitionerDetailView[]>('GET', '/api/practitioners?q=pointed');
      expect(listed.body.map(({ id }) => id)).toEqual([into.personId]);
      const lead = await product.person('agency-lead', { agency: 'Knows The Alias' });
      const added = await ask<{ id: string }>(
        'POST',
        '/api/practitioners',
        { name: 'Pointed', email, agencyId: await agencyOf(lead.personId) },
        lead,
      );
      expect(added.body.id).toBe(into.personId);
    });

    it('gives the address and the account of the one to the other who has neither', async () => {
      const email = `moved${newId().slice(-6)}@person.example`;
      const from = await product.person('practitioner', { email });
      const agencyId = await agencyOf(from.personId);
      const into = (await ask<{ id: string }>('POST', '/api/practitioners', { name: 'No Address', agencyId })).body.id;
      const done = await merge('practitioners', from.personId, into);
      expect(done.body.email).toBe(email);
      const people = product.database.repo(PersonEntity);
      expect((await people.findOneByOrFail({ id: from.personId })).email).toBeNull();
      const signIn = await product.ask<{ id: string }>('POST', '/api/session', {
        body: { email, password: 'a long enough password' },
      });
      expect([signIn.status, signIn.body.id]).toEqual([200, into]);
    });

    it('keeps one of two live bookings on an event, frees the other place for the line, and tells them', async () => {
      const [from, into, next] = await Promise.all([1, 2, 3].map(() => product.person('practitioner')));
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 2 });
      const [a, b] = [await book(from!, eventId), await book(into!, eventId)];
      const waiting = await book(next!, eventId);
      expect([a.status, b.status, waiting.status]).toEqual(['confirmed', 'confirmed', 'waitlisted']);
      const said = await preview('practitioners', from!.personId, into!.personId);
      expect(said.conflicts.filter(({ kind }) => kind === 'booking')).toEqual([
        {
          kind: 'booking',
          keptId: a.id,
          endedId: b.id,
          why: 'Two bookings on one event: the one asked for first stays',
        },
      ]);
      await merge('practitioners', from!.personId, into!.personId);
      const [first, second, third] = [await booking(a.id), await booking(b.id), await booking(waiting.id)];
      expect([first.status, first.personId, first.liveEventKey]).toEqual([
        'confirmed',
        into!.personId,
        `${eventId}|${into!.personId}`,
      ]);
      expect([second.status, second.liveEventKey, second.liveCourseKey]).toEqual(['cancelled', null, null]);
      expect(third.status).toBe('confirmed');
      expect(await product.database.repo(MessageEntity).countBy({ regarding: b.id, kind: 'booking-double' })).toBe(1);
    });

    it('keeps one of two places on a course: of two that are as firm, the earlier date', async () => {
      const [from, into] = await Promise.all([1, 2].map(() => product.person('practitioner')));
      const { eventId: late, courseId } = await publishedEvent(product, coordinator, { capacity: 1, weeks: 12 });
      const { eventId: early } = await publishedEvent(product, coordinator, { capacity: 1, weeks: 6, courseId });
      const [a, b] = [await book(from!, early), await book(into!, late)];
      const said = await preview('practitioners', from!.personId, into!.personId);
      const bookings = said.conflicts.filter(({ kind }) => kind === 'booking');
      expect(bookings.map(({ keptId, endedId }) => [keptId, endedId])).toEqual([[a.id, b.id]]);
      await merge('practitioners', from!.personId, into!.personId);
      expect([(await booking(a.id)).status, (await booking(b.id)).status]).toEqual(['confirmed', 'cancelled']);
      expect((await booking(a.id)).liveCourseKey).toBe(`${courseId}|${into!.personId}`);
    });

    it('ends the one’s wait where the other holds a place on another date', async () => {
      const [from, into] = await Promise.all([1, 2].map(() => product.person('practitioner')));
      const { eventId: full, courseId } = await publishedEvent(product, coordinator, { capacity: 1, weeks: 12 });
      const { eventId: open } = await publishedEvent(product, coordinator, { capacity: 1, weeks: 6, courseId });
      await book(await product.person(), full);
      const [wait, place] = [await book(from!, full), await book(into!, open)];
      expect([wait.status, place.status]).toEqual(['waitlisted', 'confirmed']);
      await merge('practitioners', from!.personId, into!.personId);
      expect([(await booking(wait.id)).status, (await booking(place.id)).status]).toEqual(['cancelled', 'confirmed']);
    });

    it('counts an event that both attended once: one completion, one response, one certificate', async () => {
      const [from, into] = await Promise.all([1, 2].map(() => product.person('practitioner')));
      const { eventId, bookings } = await attended([from!, into!]);
      const [a, b] = bookings as [BookingView, BookingView];
      for (const [who, id] of [
        [into!, b.id],
        [from!, a.id],
      ] as const) {
        expect((await answer(who, id, 'after')).status).toBe(200);
        expect((await certificate(who, id)).status).toBe(200);
        product.clock.set(new Date(product.clock.now().getTime() + 60_000));
      }
      const said = await preview('practitioners', from!.personId, into!.personId);
      expect(said.conflicts.map(({ kind }) => kind).sort()).toEqual([
        'account',
        'booking',
        'certificate',
        'grant',
        'membership',
        'response',
      ]);
      await merge('practitioners', from!.personId, into!.personId);
      const responses = await product.database.repo(ResponseEntity).findBy({ eventId });
      expect(responses.map((one) => [one.personId, one.bookingId, one.uniqueKey])).toEqual([
        [into!.personId, a.id, `${eventId}|${into!.personId}|after`],
      ]);
      const certificates = await product.database.repo(CertificateEntity).find();
      const valid = certificates.filter(
        ({ bookingId, withdrawnAt }) => [a.id, b.id].includes(bookingId) && !withdrawnAt,
      );
      expect(valid.map(({ bookingId }) => bookingId)).toEqual([a.id]);
      const completions = await product.database.repo(CompletionEntity).findBy({ personId: into!.personId });
      expect(completions.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ sourceKey }) => sourceKey)).toEqual([
        `attendance:${a.id}`,
      ]);
    });

    it('carries a certificate to the booking that stays', async () => {
      const [from, into] = await Promise.all([1, 2].map(() => product.person('practitioner')));
      const { bookings } = await attended([from!, into!]);
      const [a, b] = bookings as [BookingView, BookingView];
      await answer(into!, b.id, 'after');
      await certificate(into!, b.id);
      await merge('practitioners', from!.personId, into!.personId);
      const certificates = await product.database.repo(CertificateEntity).findBy({ bookingId: a.id });
      expect(certificates.map(({ withdrawnAt }) => withdrawnAt)).toEqual([null]);
      expect((await ask('GET', `/api/certificates/${certificates[0]!.code}`)).body['status']).toBe('valid');
    });

    it('gives completions keys of the person that stays, and withdraws what both have from one source', async () => {
      const [from, into] = await Promise.all([1, 2].map(() => product.person('practitioner')));
      const completions = product.database.repo(CompletionEntity);
      const completed = async (personId: string, source: 'product' | 'import', sourceKey: string) => {
        const id = newId();
        const empty = { moduleId: null, courseId: null, edition: 1, expiresAt: null, withdrawnAt: null };
        const snapshot = { agencyId: null, sector: null, jobRole: null, area: null };
        const facts = { title: 'A module', completedAt: product.clock.now(), source: source as never };
        await completions.insert({ id, personId, sourceKey, ...facts, ...empty, ...snapshot });
        return id;
      };
      const key = (personId: string, number: number) => `product:${personId}:module:1:${number}`;
      await completed(into!.personId, 'product', key(into!.personId, 1));
      const moved = await completed(from!.personId, 'product', key(from!.personId, 1));
      const there = await completed(into!.personId, 'import', `sheet:${into!.personId}:row`);
      const double = await completed(from!.personId, 'import', `sheet:${from!.personId}:row`);
      const said = await preview('practitioners', from!.personId, into!.personId);
      expect(said.conflicts.filter(({ kind }) => kind === 'completion')).toMatchObject([
        { keptId: there, endedId: double },
      ]);
      await merge('practitioners', from!.personId, into!.personId);
      expect((await completions.findOneByOrFail({ id: moved })).sourceKey).toBe(key(into!.personId, 2));
      const withdrawn = await completions.findOneByOrFail({ id: double });
      expect([withdrawn.personId, withdrawn.withdrawnAt !== null]).toEqual([into!.personId, true]);
    });

    it('is refused for oneself, and for staff to everybody but a system owner: rights move with the person', async () => {
      const [worker, trainer, staff] = [
        await product.person(),
        await product.person('trainer'),
        await product.person('evaluation-reader'),
      ];
      const refused = async (from: string, into: string) => {
        const { status, body } = await merge<ProblemView>('practitioners', from, into);
        return [status, body.code];
      };
      expect(await refused(coordinator.personId, worker.personId)).toEqual([409, 'merges.not-possible']);
      expect(await refused(worker.personId, coordinator.personId)).toEqual([409, 'merges.not-possible']);
      expect(await refused(staff.personId, worker.personId)).toEqual([409, 'merges.not-possible']);
      expect(await refused(worker.personId, owner.personId)).toEqual([409, 'merges.not-possible']);
      expect(await refused(worker.personId, worker.personId)).toEqual([422, 'request.invalid']);
      const both = await product.person('coordinator');
      await ask('POST', '/api/role-grants', { personId: both.personId, role: 'system-owner' }, owner);
      expect((await merge('practitioners', staff.personId, worker.personId, both)).status).toBe(200);
      const roles = (await ask<{ roles: string[] }>('GET', '/api/me', undefined, worker)).body.roles;
      expect(roles).toContain('evaluation-reader');
      expect((await merge('practitioners', trainer.personId, (await product.person()).personId)).status).toBe(200);
    });

    it('takes along what was asked about own data, and the holds that stop its erasure', async () => {
      const governance = await product.person('information-governance');
      const [from, into] = await Promise.all([1, 2].map(() => product.person('practitioner')));
      const asked = await ask<{ id: string }>('POST', '/api/me/data-requests', { kind: 'erase' }, from);
      const held = { subjectKind: 'person', subjectId: from!.personId, reason: 'A court asks' };
      const hold = await ask<{ id: string }>('POST', '/api/holds', held, governance);
      const said = await preview('practitioners', from!.personId, into!.personId);
      expect(said.moves).toMatchObject({ dataRequests: 1, holds: 1 });
      await merge('practitioners', from!.personId, into!.personId);
      const request = await ask('GET', `/api/data-requests/${asked.body.id}`, undefined, governance);
      expect(request.body).toMatchObject({
        personId: into!.personId,
        blocks: [{ kind: 'hold', reference: hold.body.id }],
      });
      const decision = { decision: 'granted', reason: 'They asked' };
      const granted = (as: Caller) => ask('POST', `/api/data-requests/${asked.body.id}/decision`, decision, as);
      expect((await granted(governance)).body['code']).toBe('data-requests.blocked');
      await ask('POST', `/api/holds/${hold.body.id}/lifting`, {}, governance);
      expect((await granted(governance)).status).toBe(200);
      const people = await product.database.repo(PersonEntity).findBy({ id: In([from!.personId, into!.personId]) });
      expect(people.every(({ erasedAt }) => erasedAt !== null)).toBe(true);
    });

    it('gives a place that is booked meanwhile to the person that stays', async () => {
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 100 });
      const froms: string[] = [];
      for (let round = 0; round < 12; round += 1) {
        const agencyId = await agencyOf((await product.person()).personId);
        const made = async (name: string) =>
          (await ask<{ id: string }>('POST', '/api/practitioners', { name, agencyId })).body.id;
        const [from, into] = [await made('Merged Meanwhile'), await made('Stays')];
        froms.push(from);
        const [booked] = await Promise.all([
          ask<BookingView>('POST', `/api/events/${eventId}/bookings`, { practitionerId: from }),
          merge('practitioners', from, into),
        ]);
        expect([200, 201]).toContain(booked.status);
        expect((await booking(booked.body.id)).personId).toBe(into);
        // Asked for by the old id, it is the same booking.
        const again = await ask<BookingView>('POST', `/api/events/${eventId}/bookings`, { practitionerId: from });
        expect([again.status, again.body.id]).toEqual([200, booked.body.id]);
      }
      expect(await product.database.repo(BookingEntity).countBy({ personId: In(froms) })).toBe(0);
    });

    it('happens once where two ask for it at once', async () => {
      const [from, into] = await Promise.all([1, 2].map(() => product.person('practitioner')));
      const answers = await Promise.all([
        merge('practitioners', from!.personId, into!.personId),
        merge('practitioners', into!.personId, from!.personId),
        merge('practitioners', from!.personId, into!.personId),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    });
  });

  describe('the reach of a merge', () => {
    it('covers every column that refers to an agency or a person', () => {
      const covered = new Set(product.app.get(Merges).covered);
      const missing = product.database
        .repo(PersonEntity)
        .manager.connection.entityMetadatas.flatMap((table) =>
          table.foreignKeys
            .filter((key) => ['people', 'agencies'].includes(key.referencedEntityMetadata.tableName))
            .map((key) => `${table.tableName}.${key.columnNames.join()}`),
        )
        .filter((column) => !covered.has(column));
      // A new column that refers to one of the two is rewritten by its library's contribution, which then names it here.
      expect(missing).toEqual([]);
    });
  });
});
