import { beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AnswersExportView,
  CourseFormView,
  EvaluationFormView,
  EvaluationTextView,
  EventEvaluationView,
  KnowledgeGainRow,
  ManagerQuestionView,
  ProblemView,
  TextWriterView,
} from '@roundtable/contracts';
import { LineManagerEntity, QuestionAnswerEntity, ResponseEntity, TextAnswerEntity } from '@roundtable/evaluations';
import { MembershipEntity } from '@roundtable/people';
import { Jobs, LinkEntity, MessageEntity, PersonalData, Retention, hashOf, newId } from '@roundtable/platform';
import { Mailbox } from '../support/mailbox';
import { type Caller, publishedEvent } from '../support/product';
import { onTheProductWithMail } from '../support/received-mail';
import { Website } from '../support/website';

interface Delegate extends Caller {
  address: string;
  mail: Mailbox;
  manager: Mailbox;
  bookingId: string;
}

const YES_NO = { kind: 'yes-no', wording: 'Have you seen them use the toolkit?' };
const TEXT = { kind: 'text', wording: 'What has changed at work?' };
const QUESTION = 'evaluation-line-manager';
const REMINDER = 'evaluation-line-manager-reminder';

onTheProductWithMail((product, mails) => {
  let coordinator: Caller;
  let courseId: string;
  let slug: string;
  let eventId: string;
  let statementId: string;
  /** Maya is her manager; she does not answer the follow-up before Maya is asked. */
  let dora: Delegate;
  /** Nobody knows his manager, so he says who. */
  let noel: Delegate;
  /** Says no. */
  let rhea: Delegate;
  /** Works for a school. */
  let ed: Delegate;
  /** Did not come. */
  let abby: Delegate;
  /** Is his own manager. */
  let owen: Delegate;
  /** The fourth who answers. */
  let lee: Delegate;

  const office = <Body = ProblemView>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) =>
    product.ask<Body>(method, `/api/${path}`, { as: coordinator, ...(body === undefined ? {} : { body }) });
  /** Sets the clock and runs everything that comes round, twice, as two servers might. */
  const at = async (time: string): Promise<void> => {
    product.clock.set(time);
    await product.app.get(Jobs).runAll();
    await product.app.get(Jobs).runAll();
  };
  const delegate = async (name: string, manager: string | null, sector = 'police'): Promise<Delegate> => {
    const address = `${name.toLowerCase()}-${newId().slice(-8)}@managed.example`;
    const caller = await product.person('practitioner', {
      email: address,
      name: `${name} Delegate`,
      agency: `Managed ${sector}`,
      sector,
    });
    const email = manager === 'own' ? address : manager && `${manager.toLowerCase()}-${newId().slice(-8)}@boss.example`;
    if (email)
      await product.database
        .repo(MembershipEntity)
        .update({ personId: caller.personId }, { managerName: `${manager} Manager`, managerEmail: email });
    const booked = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, {
      as: caller,
      body: {},
    });
    const mailbox = new Mailbox(product, address);
    return {
      ...caller,
      address,
      mail: mailbox,
      manager: new Mailbox(product, email || `nobody-${newId()}@boss.example`),
      bookingId: booked.body.id,
    };
  };
  const kindsTo = async (mailbox: Mailbox) => (await mailbox.all()).map(({ kind }) => kind);
  const followUp = async ({ mail }: Delegate) =>
    /\/evaluations\/([\w-]{32})/.exec((await mail.newest('evaluation-follow-up')).textBody)![1]!;
  const formAt = async (token: string) =>
    (await product.ask<EvaluationFormView>('GET', `/api/evaluations/${token}`)).body;
  const send = (token: string, more: object = {}) =>
    product.ask<EvaluationFormView & ProblemView>('PUT', `/api/evaluations/${token}`, {
      body: { answers: [{ questionId: statementId, value: 4 }], ...more },
    });
  const asked = (token: string) => product.ask<ManagerQuestionView>('GET', `/api/manager-questions/${token}`);
  const answer = async (token: string, text?: string) => {
    const { questions } = (await asked(token)).body;
    const [yesNo, words] = questions;
    return product.ask<ManagerQuestionView & ProblemView>('PUT', `/api/manager-questions/${token}`, {
      body: {
        answers: [
          { questionId: yesNo?.id ?? 'none', value: 'yes' },
          ...(text ? [{ questionId: words!.id, value: text }] : []),
        ],
      },
    });
  };
  const progress = async () => (await office<EventEvaluationView>('GET', `events/${eventId}/evaluation`)).body;
  const figures = async () => ({
    gain: (await office<KnowledgeGainRow[]>('GET', `reports/knowledge-gain?courseId=${courseId}`)).body,
    versions: (await office<CourseFormView>('GET', `courses/${courseId}/evaluation-form`)).body.versions,
    forms: { ...(await progress()), lineManagers: null },
  });
  const sectionsOf = async ({ personId }: Caller) => product.app.get(PersonalData).exportOf(personId);

  beforeAll(async () => {
    product.clock.set('2025-10-06T09:00:00Z');
    coordinator = await product.person('coordinator');
    await office('POST', 'school-holidays', { name: 'Half term', from: '2026-02-16', to: '2026-02-20' });
    const made = await publishedEvent(product, coordinator, {
      capacity: 20,
      title: 'Neglect',
      course: { outcomeStatements: [{ stem: 'knowledge of', wording: 'What counts as neglect' }] },
      more: { sessions: [{ startsAt: '2025-11-18T09:30:00Z', endsAt: '2025-11-18T12:30:00Z' }] },
    });
    ({ eventId, courseId } = made);
    const form = (await office<CourseFormView>('GET', `courses/${courseId}/evaluation-form`)).body;
    [slug, statementId] = [form.courseSlug, form.statements[0]!.id];
  });

  describe('the form of a course', () => {
    const statement = () => ({ statementId, stages: ['before', 'after', 'follow-up'], isRequired: true });
    const save = (questions: object[]) => office(`PUT`, `courses/${courseId}/evaluation-form`, { questions });

    it('asks a line manager written questions alone: delegates rate themselves', async () => {
      const refused = await save([{ ...statement(), stages: ['before', 'after', 'line-manager'] }]);
      expect([refused.status, refused.body.errors]).toEqual([
        422,
        { 'questions.0.stages': 'Delegates rate themselves: ask a line manager a question of another kind' },
      ]);
      const questions = [
        statement(),
        { own: YES_NO, stages: ['line-manager'], isRequired: true },
        { own: TEXT, stages: ['line-manager', 'follow-up'], isRequired: false },
      ];
      expect((await save(questions)).status).toBe(200);
      const { draft } = (await office<CourseFormView>('GET', `courses/${courseId}/evaluation-form`)).body;
      expect(draft?.questions.map(({ stages }) => stages)).toEqual([
        ['before', 'after', 'follow-up'],
        ['line-manager'],
        ['follow-up', 'line-manager'],
      ]);
    });

    it('is seen as a line manager sees it before it is published, and as the delegate is told of it', async () => {
      const preview = (stage: string) =>
        product.ask('GET', `/c/${slug}/evaluation-form/${stage}`, { as: coordinator }).then(({ text }) => text);
      const page = await preview('line-manager');
      expect(page).toContain('This is what a line manager sees');
      expect(page).toContain(YES_NO.wording);
      expect(page).not.toContain('What counts as neglect');
      expect(await preview('follow-up')).toContain('Your line manager’s email, if they may be asked one question');
      expect(await preview('after')).not.toContain('line manager');
      expect((await office('POST', `courses/${courseId}/evaluation-form/publication`)).status).toBe(200);
    });
  });

  describe('a delegate', () => {
    beforeAll(async () => {
      dora = await delegate('Dora', 'Maya');
      noel = await delegate('Noel', null);
      rhea = await delegate('Rhea', 'Rob');
      ed = await delegate('Ed', 'Eve', 'education');
      abby = await delegate('Abby', 'Amy');
      owen = await delegate('Owen', 'own');
      lee = await delegate('Lee', null);
      await at('2025-11-18T12:00:00Z');
      const there = [dora, noel, rhea, ed, owen, lee];
      await office('PUT', `events/${eventId}/register`, {
        entries: [
          ...there.map(({ bookingId }) => ({ bookingId, attendance: 'present' })),
          { bookingId: abby.bookingId, attendance: 'absent' },
        ],
      });
      await office('POST', `events/${eventId}/register/closure`);
      await at('2026-02-18T12:30:00Z');
    });

    it('is told who would be asked and from when, in the mail that asks for their own answers', async () => {
      const told =
        'Your line manager: We would like to ask Maya Manager a question too, once you have answered or from';
      expect((await dora.mail.newest('evaluation-follow-up')).textBody).toContain(
        `${told} Wednesday 25 February 2026.`,
      );
      for (const one of [noel, owen])
        expect((await one.mail.newest('evaluation-follow-up')).textBody).not.toContain('line manager');
      expect(await kindsTo(abby.mail)).not.toContain('evaluation-follow-up');
      expect((await formAt(await followUp(dora))).lineManager).toEqual({
        state: 'to-be-asked',
        name: 'Maya Manager',
        from: '2026-02-25T12:30:00.000Z',
      });
      expect((await formAt(await followUp(owen))).lineManager?.state).toBe('unknown');
    });

    it('says no with one press, and loses nothing that was typed', async () => {
      const token = await followUp(rhea);
      const website = new Website(product);
      const path = `/evaluations/${token}`;
      expect((await website.get(path)).text).toContain('Do not ask my line manager');
      const pressed = await website.post(path, { [`rating-${statementId}`]: '4', lineManager: 'no' });
      expect([pressed.status, pressed.text.includes('We do not ask your line manager. Your own answers')]).toEqual([
        200,
        true,
      ]);
      expect(pressed.text).toMatch(new RegExp(`name="rating-${statementId}"[^>]*value="4"[^>]*checked`));
      expect(await formAt(token)).toMatchObject({ state: 'open', lineManager: { state: 'refused', name: null } });
      expect((await send(token)).body.lineManager?.state).toBe('refused');
    });

    it('may say who is to be asked where nobody is known: another address than their own, or none', async () => {
      const token = await followUp(noel);
      const website = new Website(product);
      const given = (managerEmail: string) =>
        website.post(`/evaluations/${token}`, { [`rating-${statementId}`]: '4', managerEmail });
      const wrong = await given('no address');
      expect([wrong.status, wrong.text.includes('Enter an email address in the correct format')]).toEqual([422, true]);
      const own = await given(noel.address);
      expect([own.status, own.text.includes('Enter your line manager’s email address, not your own')]).toEqual([
        422,
        true,
      ]);
      expect((await given('Nora@boss.example')).status).toBe(303);
      expect(await formAt(token)).toMatchObject({ state: 'sent', lineManager: { name: 'nora@boss.example' } });
      expect((await website.get(`/evaluations/${token}`)).text).toContain('We write to them soon');
      for (const one of [owen, lee]) expect((await send(await followUp(one))).body.state).toBe('sent');
    });

    it('cannot name anybody for whom the agency already knows somebody', async () => {
      const before = await product.database.repo(LineManagerEntity).findOneByOrFail({ personId: dora.personId });
      const { body } = await product.ask<EvaluationFormView>(
        'GET',
        `/api/bookings/${dora.bookingId}/evaluations/follow-up`,
        { as: dora },
      );
      expect(body.lineManager?.name).toBe('Maya Manager');
      const page = await new Website(product).get(`/evaluations/${await followUp(dora)}`);
      expect(page.text).not.toContain('name="managerEmail"');
      expect(before.email).toBe(dora.manager.address);
    });
  });

  describe('a line manager', () => {
    let token: string;
    let noras: Mailbox;
    let before: Awaited<ReturnType<typeof figures>>;

    it('is asked at once where the delegate has answered, else five working days after the delegate was told', async () => {
      await mails.next();
      noras = new Mailbox(product, 'nora@boss.example');
      await at('2026-02-18T18:30:00Z');
      expect(await kindsTo(noras)).toEqual([]);
      await at('2026-02-19T09:00:00Z');
      expect(await kindsTo(noras)).toEqual([QUESTION]);
      await at('2026-02-25T12:29:59Z');
      expect(await kindsTo(dora.manager)).toEqual([]);
      await at('2026-02-25T12:30:00Z');
      expect(await kindsTo(dora.manager)).toEqual([QUESTION]);
      const received = (await mails.next()).filter(({ parsed }) => parsed.subject?.startsWith('Three months on: a q'));
      expect(received.map(({ parsed }) => [parsed.to].flat()[0]?.text)).toEqual(
        expect.arrayContaining([expect.stringContaining(dora.manager.address)]),
      );
      const { textBody, subject, personId } = await dora.manager.newest(QUESTION);
      expect(personId).toBeNull();
      expect(subject).toBe('Three months on: a question about Neglect');
      for (const said of [
        'Dora Delegate was on Neglect on Tuesday 18 November 2025',
        'confidential, not anonymous',
        'call 999',
        'Please answer by: Wednesday 1 April 2026',
        'You do not have to answer',
      ])
        expect(textBody).toContain(said);
    });

    it('is not asked about somebody who said no, did not come, or has nobody but themselves', async () => {
      for (const mailbox of [rhea.manager, abby.manager]) expect(await kindsTo(mailbox)).toEqual([]);
      expect(await kindsTo(owen.mail)).not.toContain(QUESTION);
    });

    it('waits for the end of the holidays and five school days where the delegate works for a school', async () => {
      expect(await kindsTo(ed.mail)).not.toContain('evaluation-follow-up');
      await at('2026-03-02T12:30:00Z');
      expect(await kindsTo(ed.mail)).toContain('evaluation-follow-up');
      await at('2026-03-09T12:29:59Z');
      expect(await kindsTo(ed.manager)).toEqual([]);
      await at('2026-03-09T12:30:00Z');
      expect(await kindsTo(ed.manager)).toEqual([QUESTION]);
    });

    it('is reminded once, five working days later', async () => {
      expect(await kindsTo(dora.manager)).toEqual([QUESTION, REMINDER]);
      await at('2026-03-20T12:30:00Z');
      expect(await kindsTo(dora.manager)).toEqual([QUESTION, REMINDER]);
      expect((await dora.manager.newest(REMINDER)).textBody).toContain('We do not write about it again.');
    });

    it('reads the question by a link that is kept as a hash and changes nothing, without the delegate’s answers', async () => {
      token = await dora.manager.token(QUESTION);
      expect(await product.database.repo(LinkEntity).findOneBy({ tokenHash: hashOf(token) })).toMatchObject({
        purpose: 'line-manager',
      });
      expect((await product.ask('GET', `/api/evaluations/${token}`)).status).toBe(404);
      expect((await asked(await followUp(dora))).status).toBe(404);
      const first = await asked(token);
      expect(first.body).toMatchObject({
        state: 'open',
        delegateName: 'Dora Delegate',
        courseTitle: 'Neglect',
        closesAt: '2026-04-01T11:30:00.000Z',
        questions: [{ kind: 'yes-no', required: true }, { kind: 'text' }],
      });
      expect(Object.keys(first.body).sort()).toEqual(
        ['closesAt', 'courseTitle', 'delegateName', 'formId', 'questions', 'startsAt', 'state'].sort(),
      );
      expect((await asked(token)).body).toEqual(first.body);
      expect((await product.ask('HEAD', `/manager-questions/${token}`)).status).toBe(200);
      const page = await new Website(product).get(`/manager-questions/${token}`);
      expect(page.text).toContain('Dora Delegate at work since the course');
      expect(page.text).toContain('confidential, not anonymous');
      expect(page.text).toContain('This box is not a way to report a concern');
      expect(page.headers['cache-control']).toContain('no-store');
    });

    it('answers once; nothing at all is no answer', async () => {
      before = await figures();
      const website = new Website(product);
      const empty = await website.post(`/manager-questions/${token}`, {});
      expect([empty.status, (await asked(token)).body.state]).toEqual([422, 'open']);
      const nothing = await product.ask<ProblemView>('PUT', `/api/manager-questions/${token}`, {
        body: { answers: [] },
      });
      expect(nothing.status).toBe(422);
      expect((await answer(token, 'Her colleague Terry Blackwood hits the children')).body).toMatchObject({
        state: 'sent',
        delegateName: null,
        questions: [],
      });
      const again = await product.ask<ProblemView>('PUT', `/api/manager-questions/${token}`, {
        body: { answers: [{ questionId: 'any', value: 'yes' }] },
      });
      expect([again.status, again.body.detail ?? again.body.title]).toEqual([
        409,
        expect.stringContaining('These answers were sent already'),
      ]);
      // The reminder’s link says the same.
      expect((await asked(await dora.manager.token(REMINDER))).body.state).toBe('sent');
      expect((await website.get(`/manager-questions/${token}`)).text).toContain('Thank you, we have your answer');
      const row = await product.database
        .repo(ResponseEntity)
        .findOneByOrFail({ personId: dora.personId, mode: 'line-manager' });
      expect(row.sentAt?.toISOString()).toBe('2026-03-20T12:30:00.000Z');
      expect(await product.database.repo(QuestionAnswerEntity).findBy({ responseId: row.id })).toMatchObject([
        { value: 1 },
      ]);
    });

    it('is counted as asked and answered, and changes no figure of delegates', async () => {
      expect((await progress()).lineManagers).toEqual({ asked: 3, answered: 1 });
      expect(await figures()).toEqual(before);
      expect((await progress()).followUp).toMatchObject({ people: 6, answered: 4 });
    });

    it('writes words that are held back, and is named as who wrote them to a reader alone', async () => {
      const reader = await product.person('evaluation-reader');
      const texts = await product.ask<EvaluationTextView[]>('GET', '/api/evaluation-texts', { as: reader });
      expect(texts.body).toMatchObject([{ stage: 'line-manager', state: 'held', question: TEXT.wording }]);
      expect(texts.body[0]!.dueAt).not.toBeNull();
      expect((await office<unknown[]>('GET', 'released-texts')).body).toEqual([]);
      const writer = await product.ask<TextWriterView>('POST', `/api/evaluation-texts/${texts.body[0]!.id}/writer`, {
        as: reader,
      });
      expect(writer.body).toMatchObject({
        name: 'Maya Manager, line manager of Dora Delegate',
        email: dora.manager.address,
      });
    });

    it('makes no group of five of four delegates: neither words nor single answers leave with their event; line managers are a group of their own', async () => {
      const reader = await product.person('evaluation-reader');
      const [{ id }] = (await product.ask<[EvaluationTextView]>('GET', '/api/evaluation-texts', { as: reader })).body;
      const decided = await product.ask('POST', `/api/evaluation-texts/${id}/decision`, {
        as: reader,
        body: { decision: 'detail-removed', seenState: 'held', releasedText: 'More time to talk' },
      });
      expect(decided.status).toBe(200);
      expect((await office('GET', 'released-texts')).body).toMatchObject([
        { text: 'More time to talk', eventId: null, eventStartsAt: null, isByLineManager: true },
      ]);
      const exporter = await product.person('answers-exporter');
      const plan = await product.ask<AnswersExportView>('GET', '/api/reports/answers?from=2025-04-01&to=2026-03-31', {
        as: exporter,
      });
      expect([plan.status, plan.body.events]).toEqual([200, 0]);
      expect((await send(await followUp(dora))).body.state).toBe('sent');
      expect((await office('GET', 'released-texts')).body).toMatchObject([{ eventId: null, isByLineManager: true }]);
    });

    it('cannot answer any more once the delegate says no, or the question has closed', async () => {
      const eds = await ed.manager.token(QUESTION);
      expect((await asked(eds)).body.state).toBe('open');
      const refused = await product.ask<EvaluationFormView>(
        'DELETE',
        `/api/bookings/${ed.bookingId}/evaluations/follow-up/line-manager`,
        { as: ed },
      );
      expect([refused.status, refused.body.lineManager?.state]).toEqual([200, 'refused']);
      expect(await asked(eds)).toMatchObject({ body: { state: 'closed', delegateName: null } });
      const noras2 = await noras.token(QUESTION);
      product.clock.set('2026-04-01T11:29:59Z');
      expect((await asked(noras2)).body.state).toBe('open');
      product.clock.set('2026-04-01T11:30:00Z');
      for (const one of [eds, noras2]) {
        const late = await answer(one);
        expect([late.status, late.body.code]).toEqual([409, 'evaluations.not-open']);
        const page = await new Website(product).get(`/manager-questions/${one}`);
        expect(page.text).toContain('This question is closed');
        expect(page.text).not.toContain('Delegate');
      }
    });
  });

  describe('what is kept of a line manager', () => {
    it('goes with the question: the row, and name and address in the mails', async () => {
      expect(await product.database.repo(LineManagerEntity).countBy({ personId: dora.personId })).toBe(1);
      product.clock.set('2026-04-02T11:00:00Z');
      await product.app.get(Retention).sweep();
      expect(await product.database.repo(LineManagerEntity).countBy({ personId: dora.personId })).toBe(1);
      product.clock.set('2026-04-02T12:00:00Z');
      await product.app.get(Retention).sweep();
      expect(await product.database.repo(LineManagerEntity).countBy({ personId: dora.personId })).toBe(0);
      expect(await kindsTo(dora.manager)).toEqual([]);
      const sent = await product.database.repo(MessageEntity).findBy({ kind: QUESTION, regarding: dora.bookingId });
      expect(sent.map(({ toName, toAddress, textBody }) => [toName, toAddress, textBody])).toEqual([['', '', '']]);
    });

    it('is the delegate’s to read in a copy of their data', async () => {
      const sections = await sectionsOf(dora);
      const titled = (title: string) => sections.find((section) => section.title === title)?.rows;
      expect(titled('What your line manager answered')).toMatchObject([
        { Course: 'Neglect', Question: YES_NO.wording, Answer: 'Yes' },
        { Course: 'Neglect', Question: TEXT.wording, Answer: 'Her colleague Terry Blackwood hits the children' },
      ]);
      expect(titled('Questions that your line manager was asked about you')).toMatchObject([{ 'Reminders sent': 1 }]);
      expect(titled('Your other answers') ?? []).toEqual([]);
      expect(titled('Questions you were asked before and after training')?.map((row) => row['When'])).not.toContain(
        'line-manager',
      );
    });

    it('moves with a merged person, and a no holds for both', async () => {
      const twin = await product.person('practitioner', { agency: 'Managed police' });
      const kept = { name: null, email: null, askFrom: new Date(), closesAt: new Date('2026-06-01T00:00:00Z') };
      const put = (personId: string, facts: Partial<LineManagerEntity>) =>
        product.database.repo(LineManagerEntity).insert({
          id: newId(),
          uniqueKey: LineManagerEntity.keyOf(eventId, personId),
          eventId,
          personId,
          createdAt: new Date(),
          refusedAt: null,
          ...kept,
          ...facts,
        });
      await put(twin.personId, { refusedAt: new Date() });
      await put(noel.personId, { email: 'nora@boss.example' });
      const merged = await office('POST', `practitioners/${twin.personId}/merge`, { into: noel.personId });
      expect([merged.status, merged.text]).toEqual([200, expect.anything()]);
      expect(await product.database.repo(LineManagerEntity).findBy({ eventId, personId: noel.personId })).toMatchObject(
        [{ email: null, refusedAt: expect.any(Date) }],
      );
      const responses = product.database.repo(ResponseEntity);
      expect(await responses.countBy({ personId: noel.personId, mode: 'line-manager' })).toBe(1);
    });

    it('is forgotten with the delegate: answers, words, links and mails', async () => {
      const { id } = await product.database
        .repo(ResponseEntity)
        .findOneByOrFail({ personId: dora.personId, mode: 'line-manager' });
      await product.database.transaction(() => product.app.get(PersonalData).forget(dora.personId));
      expect(await product.database.repo(ResponseEntity).countBy({ id })).toBe(0);
      expect(await product.database.repo(QuestionAnswerEntity).countBy({ responseId: id })).toBe(0);
      expect(await product.database.repo(TextAnswerEntity).countBy({ responseId: id })).toBe(0);
      expect(await product.database.repo(LinkEntity).countBy({ subjectId: id })).toBe(0);
    });
  });
});
