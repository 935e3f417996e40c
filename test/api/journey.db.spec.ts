import { beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AttemptView,
  BookingView,
  ChargeView,
  EvaluationFormView,
  EvaluationTextView,
  EventEvaluationView,
  EventView,
  KnowledgeGainRow,
  MessageDetailView,
  MessageView,
  ModuleView,
  PublishedReportDetail,
  QuoteView,
  RegisterView,
} from '@roundtable/contracts';
import { ModuleEntity } from '@roundtable/elearning';
import { ResponseEntity } from '@roundtable/evaluations';
import { AccountsService } from '@roundtable/people';
import { Jobs } from '@roundtable/platform';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { DemonstrationService } from '../../apps/api/src/demonstration/demonstration.service';
import { type Caller, onTheProduct } from '../support/product';

const COURSE = 'Managing Allegations Workshop';
const MODULE = 'Managing allegations and concerns in relation to adults working with children';

onTheProduct((product) => {
  let coordinator: Caller;
  let practitioner: Caller;
  let event: EventView;
  let booking: BookingView;

  const caller = async (email: string): Promise<Caller> => {
    const token = await product.app.get(AccountsService).createToken(email);
    const me = await product.ask<{ id: string }>('GET', '/api/me', { as: { personId: '', token } });
    return { personId: me.body.id, token };
  };
  const workshopRow = async (): Promise<KnowledgeGainRow> => {
    const report = await product.ask<KnowledgeGainRow[]>('GET', '/api/reports/knowledge-gain', { as: coordinator });
    return report.body.find((row) => row.statement === 'Managing allegations against staff and volunteers')!;
  };

  beforeAll(async () => {
    await product.app.get(DemonstrationService).load();
    coordinator = await caller('coordinator@partnership.example');
    practitioner = await caller('practitioner@sherwood.example');
  });

  describe('what the demonstration has to show of evaluation', () => {
    it('has figures of several courses, none held back, beside those of 2020/21', async () => {
      const { body } = await product.ask<KnowledgeGainRow[]>('GET', '/api/reports/knowledge-gain', { as: coordinator });
      const own = body.filter(({ responseRate }) => responseRate.after !== null);
      expect(new Set(own.map(({ courseTitle }) => courseTitle)).size).toBe(5);
      expect(body.filter(({ suppressed }) => suppressed)).toEqual([]);
    });

    it('holds back what looks like a name or an allegation, and has let some words through', async () => {
      const reader = await caller('reader@partnership.example');
      const { body } = await product.ask<EvaluationTextView[]>('GET', '/api/evaluation-texts', { as: reader });
      const held = body.filter(({ state }) => state === 'held').flatMap(({ signs }) => signs);
      expect(held.sort()).toEqual(['allegation', 'name']);
      const quotes = await product.ask<QuoteView[]>('GET', '/api/quotes', { as: coordinator });
      expect(quotes.body.map(({ state }) => state).sort()).toEqual(['approved', 'waiting']);
      expect((await product.ask('GET', '/api/evaluation-texts', { as: coordinator })).status).toBe(403);
    });

    it('marks each answer, text and report of it as demonstration', async () => {
      const { body } = await product.ask<PublishedReportDetail[]>('GET', '/api/reports/published', { as: coordinator });
      expect(body).toMatchObject([{ title: 'What was learnt in 2024/25', demonstration: true }]);
      const links = await product.ask<unknown[]>('GET', `/api/reports/published/${body[0]!.id}/links`, {
        as: coordinator,
      });
      expect(links.body).toHaveLength(1);
      expect(await product.database.repo(ResponseEntity).countBy({ isDemonstration: false })).toBe(0);
    });

    it('has two absences to decide, and people who asked for mail', async () => {
      const charges = await product.ask<ChargeView[]>('GET', '/api/charges?state=proposed', { as: coordinator });
      expect(charges.body.map(({ kind, pence }) => [kind, pence])).toEqual([
        ['absence', 5000],
        ['absence', 5000],
      ]);
      const readers = await product.ask('GET', '/api/programme-mailing-recipients', { as: coordinator });
      expect(readers.headers['x-total-count']).toBe('7');
    });
  });

  describe('the whole journey', () => {
    it('shows two coming workshops: one with 3 free places, one full', async () => {
      const events = await product.ask<EventView[]>('GET', '/api/events?status=published&_end=100', {
        as: practitioner,
      });
      const workshops = events.body.filter((one) => one.courseTitle === COURSE);
      expect(workshops.map((one) => [one.capacity - one.placesHeld, one.placesFree, one.waiting])).toEqual([
        [3, 3, 0],
        [0, 0, 3],
      ]);
      event = workshops[0]!;
    });

    it('names the module that must come first, with a link to it', async () => {
      const refused = await product.ask<{
        code: string;
        detail: { missing: { kind: string; title: string; url: string }[] };
      }>('POST', `/api/events/${event.id}/bookings`, { as: practitioner, body: {} });
      expect([refused.status, refused.body.code]).toEqual([409, 'bookings.prerequisites-missing']);
      expect(refused.body.detail.missing).toMatchObject([
        { kind: 'module', title: MODULE, url: '/learning/managing-allegations-and-concerns' },
      ]);
    });

    it('takes the knowledge check, and counts only a try that passes', async () => {
      const modules = await product.ask<ModuleView[]>('GET', '/api/modules', { as: practitioner });
      const module = modules.body.find((one) => one.title === MODULE)!;
      const { questions } = await product.database.repo(ModuleEntity).findOneByOrFail({ id: module.id });
      const wrong = Object.fromEntries(
        questions.map((question) => [
          question.id,
          question.options.find((option) => option.id !== question.rightOptionId)!.id,
        ]),
      );
      const right = Object.fromEntries(questions.map((question) => [question.id, question.rightOptionId]));
      const failed = await product.ask<AttemptView>('POST', `/api/modules/${module.id}/attempts`, {
        as: practitioner,
        body: { answers: wrong },
      });
      expect(failed.body).toMatchObject({ passed: false, scorePercent: 0, completionId: null });
      const passed = await product.ask<AttemptView>('POST', `/api/modules/${module.id}/attempts`, {
        as: practitioner,
        body: { answers: right },
      });
      expect([passed.status, passed.body.passed, passed.body.scorePercent]).toEqual([201, true, 100]);
      const completions = await product.ask<{ title: string; source: string }[]>('GET', '/api/completions', {
        as: practitioner,
      });
      expect(completions.body).toMatchObject([{ title: MODULE, source: 'product' }]);
    });

    it('confirms the place', async () => {
      const booked = await product.ask<BookingView>('POST', `/api/events/${event.id}/bookings`, {
        as: practitioner,
        body: {},
      });
      expect([booked.status, booked.body.status]).toEqual([201, 'confirmed']);
      booking = booked.body;
      const after = await product.ask<EventView>('GET', `/api/events/${event.id}`, { as: practitioner });
      expect(after.body.placesFree).toBe(2);
    });

    it('takes the answers before', async () => {
      const path = `/api/bookings/${booking.id}/evaluations/before`;
      const form = await product.ask<EvaluationFormView>('GET', path, { as: practitioner });
      const answers = form.body.questions.map((question) => ({ questionId: question.id, value: 5 }));
      expect((await product.ask('PUT', path, { as: practitioner, body: { answers } })).status).toBe(200);
    });

    it('writes a mail with a calendar invitation in UTC, readable in the back office and as a file', async () => {
      const messages = await product.ask<MessageView[]>('GET', `/api/messages?bookingId=${booking.id}`, {
        as: coordinator,
      });
      const mail = messages.body.find((one) => one.kind === 'booking-confirmed')!;
      const eml = await product.ask('GET', `/api/messages/${mail.id}.eml`, { as: coordinator });
      const parsed = await simpleParser(eml.text);
      expect(parsed.subject).toContain(COURSE);
      const shown = await product.ask<MessageDetailView>('GET', `/api/messages/${mail.id}`, { as: coordinator });
      const headers = await simpleParser(shown.body.headers);
      expect([headers.messageId, headers.date, headers.headers.get('auto-submitted')]).toEqual([
        parsed.messageId,
        parsed.date,
        'auto-generated',
      ]);
      expect(parsed.text).toContain(booking.reference);
      const parts = [...eml.text.matchAll(/^Content-Type: (text\/calendar[^\r\n]*(?:\r\n [^\r\n]+)*)/gim)].map(
        (match) => match[1]!.replace(/\r\n /g, ' '),
      );
      expect(parts).toHaveLength(1);
      expect(parts[0]).toMatch(/method=REQUEST/);
      const invitation = new ICAL.Component(ICAL.parse(mail.calendar!) as never);
      expect(invitation.getFirstPropertyValue('method')).toBe('REQUEST');
      const entry = new ICAL.Event(invitation.getFirstSubcomponent('vevent')!);
      expect(entry.uid).toMatch(new RegExp(`^booking-${booking.id}-`));
      expect(entry.startDate.zone.tzid).toBe('UTC');
      expect(entry.startDate.toJSDate().toISOString()).toBe(event.startsAt);
      expect(entry.attendees).toHaveLength(1);
      expect(mail.calendar).toMatch(/^DTSTAMP:\d{8}T\d{6}Z\r?$/m);
    });

    it('moves the clock past the event and closes the register', async () => {
      const early = await product.ask<{ code: string }>('PUT', `/api/events/${event.id}/register`, {
        as: coordinator,
        body: { entries: [] },
      });
      expect(early.body.code).toBe('register.not-open');
      const moved = await product.ask<{ offsetMs: number }>('POST', '/api/demonstration/clock', {
        as: coordinator,
        body: { offset: '+30 days' },
      });
      expect(moved.status).toBe(200);
      const register = await product.ask<RegisterView>('GET', `/api/events/${event.id}/register`, { as: coordinator });
      expect(register.body.rows).toHaveLength(22);
      const open = await product.ask<{ code: string }>('POST', `/api/events/${event.id}/register/closure`, {
        as: coordinator,
      });
      expect([open.status, open.body.code]).toEqual([409, 'register.incomplete']);
      const entries = register.body.rows.map((row) => ({ bookingId: row.bookingId, attendance: 'present' }));
      await product.ask('PUT', `/api/events/${event.id}/register`, { as: coordinator, body: { entries } });
      const closed = await product.ask<RegisterView>('POST', `/api/events/${event.id}/register/closure`, {
        as: coordinator,
      });
      expect(closed.status).toBe(200);
      expect(closed.body.closedAt).not.toBeNull();
      expect(new Set(closed.body.rows.map((row) => row.attendance))).toEqual(new Set(['attended']));
    });

    it('sends a personal link to the questions after, which needs no sign-in and survives reading', async () => {
      await product.app.get(Jobs).runAll();
      const messages = await product.ask<MessageView[]>('GET', `/api/messages?bookingId=${booking.id}`, {
        as: coordinator,
      });
      const token = /\/evaluations\/([\w-]+)/.exec(
        messages.body.find((one) => one.kind === 'evaluation-after')!.text,
      )![1]!;
      expect((await workshopRow()).paired.n).toBe(11);
      for (let times = 0; times < 3; times += 1) await product.ask('HEAD', `/api/evaluations/${token}`);
      const form = await product.ask<EvaluationFormView>('GET', `/api/evaluations/${token}`);
      expect(form.body).toMatchObject({ stage: 'after', state: 'open', courseTitle: COURSE });
      const answers = form.body.questions.map((question) => ({ questionId: question.id, value: 5 }));
      const wrong = await product.ask<{ errors: Record<string, string> }>('PUT', `/api/evaluations/${token}`, {
        body: { answers: answers.map((one) => ({ ...one, value: '5' })) },
      });
      expect([wrong.status, Object.keys(wrong.body.errors)]).toEqual([
        422,
        form.body.questions.map((question) => `answers.${question.id}`),
      ]);
      expect((await product.ask('PUT', `/api/evaluations/${token}`, { body: { answers } })).status).toBe(200);
      const again = await product.ask<{ code: string }>('PUT', `/api/evaluations/${token}`, { body: { answers } });
      expect([again.status, again.body.code]).toEqual([409, 'evaluations.already-sent']);
    });

    it('shows the office how many were asked and answered, and nobody else', async () => {
      const path = `/api/events/${event.id}/evaluation`;
      const { body } = await product.ask<EventEvaluationView>('GET', path, { as: coordinator });
      expect(body).toMatchObject({
        before: { people: 22, invited: 22, answered: 1, late: 0, opensAt: null },
        after: { people: 22, invited: 22, answered: 1, late: 0 },
      });
      expect(body.after.percent).toBeCloseTo(100 / 22, 10);
      expect((await product.ask('GET', path, { as: practitioner })).status).toBe(403);
    });

    it('gives the certificate as a PDF that anybody can check', async () => {
      const response = await product.app
        .getHttpAdapter()
        .getInstance()
        .inject({
          method: 'GET',
          url: `/api/bookings/${booking.id}/certificate.pdf`,
          headers: { authorization: `Bearer ${practitioner.token}` },
        });
      expect([
        response.statusCode,
        response.headers['content-type'],
        response.rawPayload.subarray(0, 5).toString(),
      ]).toEqual([200, 'application/pdf', '%PDF-']);
      const code = /RT-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(String(response.headers['content-disposition']))?.[0];
      if (code)
        expect((await product.ask('GET', `/api/certificates/${code}`)).body).toMatchObject({
          courseTitle: COURSE,
          status: 'valid',
        });
    });

    it('counts the pair just made: 11 become 12, and the statistics are those of vector A', async () => {
      const row = await workshopRow();
      expect([row.before.n, row.after.n, row.paired.n, row.suppressed]).toEqual([12, 12, 12, false]);
      expect(row.paired.beforePercent).toBeCloseTo(25, 10);
      expect(row.paired.afterPercent).toBeCloseTo(75, 10);
      expect(row.paired.differencePoints).toBeCloseTo(50, 10);
      expect(row.paired.ci95[0]).toBeCloseTo(7.9164, 4);
      expect(row.paired.ci95[1]).toBeCloseTo(74.0092, 4);
      expect(row.paired.mcnemarP).toBeCloseTo(0.0390625, 7);
      expect(row.paired.wilcoxonP).toBeCloseTo(0.011719, 6);
      expect(row.paired.rankBiserial).toBeCloseTo(0.890909, 6);
    });

    it('reads 2020/21 as it was published', async () => {
      const report = await product.ask<KnowledgeGainRow[]>('GET', '/api/reports/knowledge-gain', { as: coordinator });
      const figures = Object.fromEntries(
        report.body.map((row) => [row.courseTitle, [row.before.percent, row.after.percent, row.paired.n] as const]),
      );
      const rounded = (course: string, digits: number) => [
        ...figures[course]!.slice(0, 2).map((value) => Number(value!.toFixed(digits))),
        figures[course]![2],
      ];
      expect(rounded('Harmful Sexual Behaviour', 0)).toEqual([19, 90, 197]);
      expect(rounded('Child Criminal Exploitation', 0)).toEqual([32, 87, 425]);
      expect(rounded('Neglect', 0)).toEqual([38, 97, 207]);
      expect(rounded('Working Together to Safeguard Children', 1)).toEqual([33.7, 93.3, 252]);
    });

    it('downloads the report as CSV, marked as demonstration', async () => {
      const csv = await product.ask('GET', '/api/reports/knowledge-gain.csv', { as: coordinator });
      expect([csv.status, String(csv.headers['content-type']).split(';')[0]]).toEqual([200, 'text/csv']);
      expect(csv.text.split('\r\n').length).toBeGreaterThan(6);
      expect(csv.text).toMatch(/demonstration/i);
    });
  });
});
