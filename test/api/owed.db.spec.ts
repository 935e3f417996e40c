import { beforeAll, describe, expect, it } from '@jest/globals';
import type { EvaluationFormView, EventEvaluationView, KnowledgeGainRow, RegisterView } from '@roundtable/contracts';
import { CompletionEntity, ModuleEntity } from '@roundtable/elearning';
import { MembershipEntity } from '@roundtable/people';
import { Jobs, LinkEntity, MessageEntity, PersonalData, newId } from '@roundtable/platform';
import { Mailbox } from '../support/mailbox';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';
import { Website } from '../support/website';

interface Delegate extends Caller {
  mail: Mailbox;
}

onTheProduct((product) => {
  let coordinator: Caller;
  /** Works for the police, and comes. */
  let dora: Delegate;
  /** Works for a school, and comes. */
  let ed: Delegate;
  /** Works for the police, and does not come. */
  let abby: Delegate;
  const events: Record<'past' | 'next' | 'third', string> = { past: '', next: '', third: '' };
  let pastCourse: string;
  /** A link of Dora’s to the follow-up that she does not answer. */
  let openFollowUp: string;

  /** Sets the clock and runs everything that comes round, twice, as two servers might. */
  const at = async (time: string): Promise<void> => {
    product.clock.set(time);
    await product.app.get(Jobs).runAll();
    await product.app.get(Jobs).runAll();
  };
  const delegate = async (name: string, sector: string): Promise<Delegate> => {
    const address = `${name.toLowerCase()}-${newId().slice(-8)}@owed.example`;
    const agency = `Agency of ${sector}`;
    const caller = await product.person('practitioner', { email: address, name: `${name} Delegate`, agency, sector });
    return { ...caller, mail: new Mailbox(product, address) };
  };
  const event = async (title: string, day: string, hours: [string, string], course: Record<string, unknown> = {}) =>
    publishedEvent(product, coordinator, {
      capacity: 10,
      title,
      course: { outcomeStatements: [{ stem: 'knowledge of', wording: 'What counts as neglect' }], ...course },
      more: { sessions: [{ startsAt: `${day}T${hours[0]}:00Z`, endsAt: `${day}T${hours[1]}:00Z` }] },
    });
  const book = async (as: Caller, eventId: string): Promise<string> => {
    const { body, text } = await product.ask<{ id: string; status: string }>(
      'POST',
      `/api/events/${eventId}/bookings`,
      {
        as,
        body: {},
      },
    );
    if (body.status !== 'confirmed') throw new Error(`The place was not confirmed: ${text}`);
    return body.id;
  };
  const kindsTo = async ({ mail }: Delegate): Promise<string[]> =>
    (await mail.all()).map(({ kind }) => kind).filter((kind) => /^(evaluation|certificate|refresher)/.test(kind));
  const newest = async ({ mail }: Delegate, kind: string): Promise<MessageEntity> => mail.newest(kind);
  const tokensIn = ({ textBody }: MessageEntity): string[] =>
    [...textBody.matchAll(/\/evaluations\/([\w-]{32})/g)].map((match) => match[1] ?? '');
  const formAt = async (token: string) =>
    (await product.ask<EvaluationFormView>('GET', `/api/evaluations/${token}`)).body;
  const answer = async (token: string, value: number): Promise<number> => {
    const answers = (await formAt(token)).questions.map(({ id }) => ({ questionId: id, value }));
    return (await product.ask('PUT', `/api/evaluations/${token}`, { body: { answers } })).status;
  };
  const mark = (eventId: string, bookingId: string, attendance: 'present' | 'absent') =>
    product.ask<RegisterView>('PUT', `/api/events/${eventId}/register`, {
      as: coordinator,
      body: { entries: [{ bookingId, attendance }] },
    });
  const cockpit = async (eventId: string) =>
    (await product.ask<EventEvaluationView>('GET', `/api/events/${eventId}/evaluation`, { as: coordinator })).body;
  const bookings: Record<'dora' | 'ed' | 'abby', string> = { dora: '', ed: '', abby: '' };

  beforeAll(async () => {
    product.clock.set('2025-10-06T09:00:00Z');
    coordinator = await product.person('coordinator');
    [dora, ed, abby] = [
      await delegate('Dora', 'police'),
      await delegate('Ed', 'education'),
      await delegate('Abby', 'police'),
    ];
    const halfTerm = { name: 'Half term', from: '2026-02-16', to: '2026-02-20' };
    await product.ask('POST', '/api/school-holidays', { as: coordinator, body: halfTerm });
    const past = await event('Neglect', '2025-11-18', ['09:30', '12:30'], { validityMonths: 12 });
    [events.past, pastCourse] = [past.eventId, past.courseId];
    events.next = (await event('Exploitation', '2026-02-18', ['10:00', '13:00'])).eventId;
    events.third = (await event('Modern slavery', '2026-02-27', ['09:30', '12:30'])).eventId;
    bookings.dora = await book(dora, events.past);
    bookings.ed = await book(ed, events.past);
    bookings.abby = await book(abby, events.past);
  });

  describe('the questions before an event', () => {
    it('are mailed ten working days before, once, with the moment until which they are open', async () => {
      await at('2025-11-04T08:59:59Z');
      expect(await kindsTo(dora)).toEqual([]);
      await at('2025-11-04T09:00:00Z');
      expect(await kindsTo(dora)).toEqual(['evaluation-before']);
      const mail = await newest(dora, 'evaluation-before');
      expect(mail.subject).toBe('Before the course: Neglect, Tuesday 18 November 2025');
      expect(mail.textBody).toContain('Please answer by: Tuesday 18 November 2025, 10am');
      expect(mail.textBody).toContain('call 999');
    });

    it('are chased five working days before and on the last; every link works until one is used', async () => {
      await at('2025-11-11T09:00:00Z');
      await at('2025-11-17T09:00:00Z');
      expect(await kindsTo(dora)).toEqual(['evaluation-before', 'evaluation-chaser', 'evaluation-chaser']);
      const tokens = (await dora.mail.all()).flatMap(tokensIn);
      expect(new Set(tokens).size).toBe(3);
      expect((await product.database.repo(LinkEntity).find()).some(({ tokenHash }) => tokens.includes(tokenHash))).toBe(
        false,
      );
      for (const token of tokens) expect(await formAt(token)).toMatchObject({ stage: 'before', state: 'open' });
    });

    it('are taken by link until half an hour after the start, and close all links', async () => {
      const [first = '', second = ''] = (await dora.mail.all()).flatMap(tokensIn);
      await at('2025-11-18T09:59:59Z');
      expect(await answer(second, 2)).toBe(200);
      expect(await formAt(first)).toMatchObject({ state: 'sent' });
      product.clock.set('2025-11-18T10:00:00Z');
      const [late = ''] = tokensIn(await newest(ed, 'evaluation-before'));
      expect(await formAt(late)).toMatchObject({ state: 'closed' });
      expect(await answer(late, 2)).toBe(409);
    });
  });

  describe('the questions after an event', () => {
    it('are asked for as they open, and absent people are not chased once the register is closed', async () => {
      await at('2025-11-18T12:00:00Z');
      for (const one of [dora, ed, abby]) expect((await kindsTo(one)).at(-1)).toBe('evaluation-after');
      await mark(events.past, bookings.dora, 'present');
      await mark(events.past, bookings.ed, 'present');
      await mark(events.past, bookings.abby, 'absent');
      await product.ask('POST', `/api/events/${events.past}/register/closure`, { as: coordinator });
      expect(await answer(tokensIn(await newest(dora, 'evaluation-after'))[0] ?? '', 5)).toBe(200);
      const before = await Promise.all([dora, ed, abby].map(kindsTo));
      await at('2025-11-21T11:59:00Z');
      expect((await kindsTo(ed)).length).toBe(before[1]?.length);
      await at('2025-11-21T12:00:00Z');
      expect((await kindsTo(ed)).slice(before[1]?.length)).toEqual(['evaluation-chaser']);
      expect((await newest(ed, 'evaluation-chaser')).subject).toBe('Still to answer: the questions after Neglect');
      expect((await newest(ed, 'evaluation-chaser')).textBody).toContain('Your certificate waits for your answers');
      expect(await kindsTo(abby)).toEqual(before[2]);
      expect((await kindsTo(dora)).filter((kind) => kind === 'evaluation-chaser')).toHaveLength(2);
    });

    it('are chased twice, and never again', async () => {
      const before = await kindsTo(ed);
      await at('2025-11-28T12:00:00Z');
      for (const day of ['12-01', '12-05', '12-15', '12-29']) await at(`2025-${day}T12:00:00Z`);
      expect((await kindsTo(ed)).slice(before.length)).toEqual(['evaluation-chaser']);
    });

    it('show the office how many were asked, answered and still owe, at each stage', async () => {
      expect(await cockpit(events.past)).toMatchObject({
        before: { people: 2, answered: 1, owed: 1 },
        after: { people: 2, invited: 2, answered: 1, owed: 1 },
        followUp: { people: 2, invited: 0, answered: 0, owed: 0, opensAt: '2026-02-18T12:30:00.000Z' },
      });
    });
  });

  describe('a certificate', () => {
    it('is announced once, when the register is closed and the questions are answered', async () => {
      expect((await kindsTo(dora)).filter((kind) => kind === 'certificate-ready')).toHaveLength(1);
      expect(await kindsTo(ed)).not.toContain('certificate-ready');
      const mail = await newest(dora, 'certificate-ready');
      expect(mail.textBody).toContain(`http://localhost:3000/my-training/bookings/${bookings.dora}`);
      const code = /certificates\/(\S+)/.exec(mail.textBody)?.[1] ?? '';
      const check = await product.ask('GET', `/api/certificates/${code}`);
      expect(check.body).toMatchObject({ status: 'valid', courseTitle: 'Neglect' });
    });

    it('that a correction takes back is told of with the reason, and again when it is given back', async () => {
      await mark(events.past, bookings.dora, 'absent');
      await at('2026-01-07T10:00:00Z');
      const mail = await newest(dora, 'certificate-withdrawn');
      expect(mail.textBody).toContain('The register was corrected: it says now that you were not there.');
      await mark(events.past, bookings.dora, 'present');
      await at('2026-01-08T10:00:00Z');
      expect((await kindsTo(dora)).filter((kind) => kind.startsWith('certificate'))).toEqual([
        'certificate-ready',
        'certificate-withdrawn',
        'certificate-ready',
      ]);
    });
  });

  describe('somebody who owes several', () => {
    it('gets one mail with every link and closing date', async () => {
      await book(dora, events.next);
      await book(dora, events.third);
      await at('2026-02-18T12:29:00Z');
      const before = await kindsTo(dora);
      await at('2026-02-18T12:30:00Z');
      expect((await kindsTo(dora)).slice(before.length)).toEqual(['evaluation-several']);
      const mail = await newest(dora, 'evaluation-several');
      expect(mail.subject).toBe('Your training: 3 sets of questions to answer');
      expect(await Promise.all(tokensIn(mail).map(async (token) => (await formAt(token)).stage))).toEqual([
        'before',
        'follow-up',
        'after',
      ]);
      expect(mail.textBody).toContain(
        'Questions before Modern slavery, Friday 27 February 2026. Please answer by Friday 27 February 2026, 10am.',
      );
      expect(mail.textBody).toContain('Questions three months after Neglect, Tuesday 18 November 2025.');
      expect(mail.htmlBody).toMatch(/<li[^>]*><a href="http:\/\/localhost:3000\/evaluations\/[\w-]{32}"/);
    });

    it('is not asked again for what was answered, and gets one chaser for the rest', async () => {
      const [, , after = ''] = tokensIn(await newest(dora, 'evaluation-several'));
      expect(await answer(after, 4)).toBe(200);
      const before = await kindsTo(dora);
      await at('2026-02-25T12:30:00Z');
      expect((await kindsTo(dora)).slice(before.length)).toEqual(['evaluation-chaser']);
      const chaser = await newest(dora, 'evaluation-chaser');
      [, openFollowUp = ''] = tokensIn(chaser);
      expect(await Promise.all(tokensIn(chaser).map(async (token) => (await formAt(token)).stage))).toEqual([
        'before',
        'follow-up',
      ]);
    });
  });

  describe('the questions three months after an event', () => {
    it('open for a school in the second week of term, and are asked of nobody who was absent', async () => {
      await at('2026-03-02T12:29:00Z');
      expect(await kindsTo(ed)).not.toContain('evaluation-follow-up');
      await at('2026-03-02T12:30:00Z');
      const mail = await newest(ed, 'evaluation-follow-up');
      expect(mail.subject).toBe('Three months on: Neglect, Tuesday 18 November 2025');
      expect(mail.textBody).toContain('Please answer by: Monday 13 April 2026');
      expect(await kindsTo(abby)).not.toContain('evaluation-follow-up');
    });

    it('are the same statements, on a page that needs neither sign-in nor JavaScript', async () => {
      const browser = new Website(product);
      const path = await ed.mail.path('evaluation-follow-up');
      const page = await browser.get(path);
      expect(page.text).toContain('Three months after the training: how would you rate yourself?');
      const field = /name="(rating-[^"]+)"/.exec(page.text)?.[1] ?? '';
      expect((await browser.post(path, {})).status).toBe(422);
      expect((await browser.post(path, { [field]: '4' })).status).toBe(303);
      expect((await browser.get(path)).text).toContain('Thank you, we have your answers');
      expect(await cockpit(events.past)).toMatchObject({ followUp: { people: 2, invited: 2, answered: 1, owed: 1 } });
    });

    it('enter no figure before or after', async () => {
      const figures = async () =>
        (
          await product.ask<KnowledgeGainRow[]>('GET', `/api/reports/knowledge-gain?courseId=${pastCourse}`, {
            as: coordinator,
          })
        ).body;
      const people = await Promise.all(['Fay', 'Gus', 'Hal', 'Ida', 'Jon'].map((name) => delegate(name, 'police')));
      const many = await event('Figures', '2026-03-24', ['09:30', '12:30'], {});
      pastCourse = many.courseId;
      const ids: string[] = [];
      for (const person of people) ids.push(await book(person, many.eventId));
      await at('2026-03-23T09:00:00Z');
      for (const one of people) await answer(tokensIn(await newest(one, 'evaluation-before'))[0] ?? '', 2);
      await at('2026-03-24T12:30:00Z');
      for (const id of ids) await mark(many.eventId, id, 'present');
      await product.ask('POST', `/api/events/${many.eventId}/register/closure`, { as: coordinator });
      for (const one of people) await answer(tokensIn(await newest(one, 'evaluation-after'))[0] ?? '', 3);
      const before = await figures();
      expect(before).toMatchObject([{ before: { n: 5, percent: 0 }, after: { n: 5, percent: 0 }, paired: { n: 5 } }]);
      await at('2026-06-24T11:30:00Z');
      for (const one of people)
        expect(await answer(tokensIn(await newest(one, 'evaluation-follow-up'))[0] ?? '', 5)).toBe(200);
      expect(await figures()).toEqual(before);
    });

    it('close after six weeks', async () => {
      const token = openFollowUp;
      expect(await formAt(token)).toMatchObject({ stage: 'follow-up', state: 'closed' });
      expect(await answer(token, 5)).toBe(409);
    });
  });

  describe('a refresher', () => {
    const refreshers = async (one: Delegate): Promise<MessageEntity[]> =>
      (await one.mail.all()).filter(({ kind }) => kind === 'refresher');

    it('is asked for 90 days before the expiry, in one mail for all that is due, and not where a place renews it', async () => {
      const module = await product.database
        .repo(ModuleEntity)
        .findOneByOrFail({ slug: 'introduction-to-reducing-parental-conflict' });
      await product.database.repo(CompletionEntity).insert({
        id: newId(),
        personId: ed.personId,
        moduleId: module.id,
        title: module.title,
        edition: 1,
        completedAt: new Date('2024-11-17T10:00:00Z'),
        expiresAt: new Date('2026-11-18T12:30:00Z'),
        source: 'product',
        sourceKey: `owed:${ed.personId}`,
      });
      product.clock.set('2026-08-03T09:00:00Z');
      const { courseId } = (
        await product.ask<{ courseId: string }>('GET', `/api/events/${events.past}`, { as: coordinator })
      ).body;
      const again = await publishedEvent(product, coordinator, { capacity: 10, weeks: 12, courseId });
      await book(dora, again.eventId);
      await at('2026-08-20T11:29:00Z');
      expect(await refreshers(ed)).toEqual([]);
      await at('2026-08-20T11:30:00Z');
      await at('2026-08-21T11:30:00Z');
      const [mail, ...more] = await refreshers(ed);
      expect(more).toEqual([]);
      expect(mail?.subject).toBe('Due for a refresher: 2 courses and modules');
      expect(mail?.textBody).toMatch(
        /See the dates of Neglect\. Valid until Wednesday 18 November 2026\.\nhttp\S+\/c\/neglect/,
      );
      expect(mail?.textBody).toContain('http://localhost:3000/learning/introduction-to-reducing-parental-conflict');
      expect(await refreshers(dora)).toEqual([]);
    });

    it('is asked for once more 30 days before, of nobody who works nowhere now', async () => {
      const gus = await delegate('Gus', 'police');
      const completion = await product.database
        .repo(CompletionEntity)
        .findOneByOrFail({ personId: ed.personId, sourceKey: `owed:${ed.personId}` });
      await product.database
        .repo(CompletionEntity)
        .insert({ ...completion, id: newId(), personId: gus.personId, sourceKey: `owed:${gus.personId}` });
      const [membership] = await product.database.repo(MembershipEntity).findBy({ personId: gus.personId });
      const ended = await product.ask('POST', `/api/memberships/${membership?.id}/end`, {
        as: coordinator,
        body: { until: '2026-08-21' },
      });
      expect(ended.status).toBe(200);
      await at('2026-10-19T11:29:00Z');
      expect(await refreshers(ed)).toHaveLength(1);
      await at('2026-10-19T11:30:00Z');
      await at('2026-11-17T11:30:00Z');
      expect(await refreshers(ed)).toHaveLength(2);
      expect(await refreshers(gus)).toEqual([]);
    });
  });

  it('writes nothing to somebody who was erased, though they owe a form and something runs out', async () => {
    const own = product.app.get(PersonalData);
    const gone = await delegate('Gone', 'police');
    const { eventId } = await event('Left behind', '2026-12-02', ['09:30', '12:30']);
    await book(gone, eventId);
    await product.database.transaction(() => own.forget(gone.personId));
    await at('2026-11-18T09:00:00Z');
    const asked = await product.database.repo(MessageEntity).findBy({ personId: gone.personId });
    expect(asked.filter(({ kind }) => kind.startsWith('evaluation'))).toEqual([]);
  });

  it('tells people of what was asked', async () => {
    const own = product.app.get(PersonalData);
    const sections = await own.exportOf(ed.personId);
    const asked = sections.find(({ title }) => title === 'Questions you were asked before and after training');
    expect(asked?.rows.map((row) => [row['When'], row['Reminders sent']])).toEqual(
      expect.arrayContaining([
        ['after', 2],
        ['follow-up', 0],
      ]),
    );
  });
});
