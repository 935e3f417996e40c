import { beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CutRow,
  KnowledgeGainRow,
  NewReportLinkView,
  PublishedReportDetail,
  PublishedReportView,
  ReportLinkView,
  TrainerView,
} from '@roundtable/contracts';
import { KnowledgeGainQueries, ReleaseService, ReleasedGroupEntity } from '@roundtable/evaluations';
import { AuditEntryEntity } from '@roundtable/platform';
import { ReportLinkEntity } from '@roundtable/reports';
import { type AttendedEvent, attendedEvent } from '../support/attended-event';
import { type Caller, type Product, onTheProduct } from '../support/product';
import { Website } from '../support/website';

const PATH = '/api/reports/published';

/** The first and the last day of the month that the clock stands in. */
function monthOf(now: Date): { from: string; to: string } {
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0));
  return { from: `${now.toISOString().slice(0, 7)}-01`, to: last.toISOString().slice(0, 10) };
}

async function give(product: Product, coordinator: Caller, trainer: Caller, eventId: string): Promise<void> {
  const made = await product.ask<TrainerView>('POST', '/api/trainers', {
    as: coordinator,
    body: { kind: 'pool', personId: trainer.personId },
  });
  const assigned = await product.ask('POST', '/api/event-trainers', {
    as: coordinator,
    body: { eventId, trainerId: made.body.id, answer: 'confirmed' },
  });
  if (assigned.status !== 201) throw new Error(`The trainer was not assigned: ${assigned.text}`);
}

onTheProduct((product) => {
  let coordinator: Caller;
  let trainer: Caller;
  let people: Caller[];
  let large: AttendedEvent;
  let small: AttendedEvent;
  let period: { from: string; to: string };
  let published: PublishedReportDetail;

  const as = (caller: Caller, body?: unknown) => ({ as: caller, ...(body === undefined ? {} : { body }) });
  const live = (query = '') =>
    product.ask<KnowledgeGainRow[]>('GET', `/api/reports/knowledge-gain${query}`, as(coordinator));

  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    trainer = await product.person('trainer', { email: 'tilly@trainer.example' });
    people = [];
    for (let index = 0; index < 6; index += 1)
      people.push(await product.person('practitioner', { agency: 'Force', sector: 'police' }));
    product.clock.set('2025-06-02T09:00:00Z');
    large = await attendedEvent(product, coordinator, people, { title: 'Neglect' });
    product.clock.set('2025-06-02T09:00:00Z');
    small = await attendedEvent(product, coordinator, people.slice(0, 3), { title: 'Exploitation' });
    period = monthOf(product.clock.now());
    await give(product, coordinator, trainer, large.eventId);
  });

  describe('the live report', () => {
    it('is cut by event, trainer, sector and month, small groups kept back row by row', async () => {
      const rows = async (by: string) => (await live(`?by=${by}`)).body as CutRow[];
      const [first, second] = await rows('sector');
      expect([first?.courseTitle, first?.suppressed, first?.paired.n]).toEqual(['Exploitation', true, null]);
      expect([second?.cuts, second?.paired.n, second?.attended]).toEqual([[{ by: 'sector', label: 'police' }], 6, 6]);
      expect((await rows('month')).map(({ cuts }) => cuts[0]?.label)).toEqual(['June 2025', 'June 2025']);
      expect((await rows('event'))[1]?.cuts[0]?.label).toMatch(/^Monday 16 June 2025 \(.+\)$/);
      expect((await rows('sector&by=month'))[1]?.cuts.map(({ label }) => label)).toEqual(['police', 'June 2025']);
    });

    it('takes two cuts at most, known ones, and stays as it was without any', async () => {
      expect((await live('?by=sector&by=month&by=event')).status).toBe(422);
      expect((await live('?by=shoe-size')).status).toBe(422);
      const plain = await live();
      expect(plain.body.map((row) => 'cuts' in row)).toEqual([false, false]);
      const direct = await product.app.get(KnowledgeGainQueries).rows({ roles: ['coordinator'] } as never, {});
      expect(plain.body).toEqual(JSON.parse(JSON.stringify(direct)));
    });
  });

  describe('a published report', () => {
    const publish = (more: object = {}, caller = coordinator) =>
      product.ask<PublishedReportDetail>('POST', PATH, as(caller, { title: 'June 2025', ...period, ...more }));

    it('waits until nobody can answer any more about its period', async () => {
      const early = await publish();
      expect([early.status, early.body]).toMatchObject([409, { code: 'reports.period-open' }]);
    });

    it('is of whole months, and by sector of one partnership year', async () => {
      product.clock.set('2025-08-15T09:00:00Z');
      expect((await publish({ to: '2025-06-29' })).status).toBe(422);
      expect((await publish({ by: 'sector' })).body).toMatchObject({ errors: { by: expect.any(String) } });
      expect((await publish({ courseId: 'nowhere' })).status).toBe(422);
      expect((await publish({}, trainer)).status).toBe(403);
    });

    it('holds whole events of five and more, and is audited', async () => {
      const made = await publish({ by: 'event' });
      expect(made.status).toBe(201);
      published = made.body;
      expect(published.content.rows.map(({ courseTitle, cut, paired }) => [courseTitle, cut, paired.n])).toEqual([
        ['Neglect', null, 6],
        ['Neglect', expect.stringContaining('Monday 16 June 2025'), 6],
      ]);
      expect(published).toMatchObject({ edition: 1, replacedBy: null, erratum: null, content: { events: 1 } });
      const entries = await product.database
        .repo(AuditEntryEntity)
        .findBy({ action: 'report.publish', subjectId: published.id });
      expect(entries.map(({ actorId }) => actorId)).toEqual([coordinator.personId]);
    });

    it('stays as it was when a register is corrected, and so do the counts it was made from', async () => {
      const [bookingId] = large.bookingIds;
      const corrected = await product.ask('PUT', `/api/events/${large.eventId}/register`, {
        as: coordinator,
        body: { entries: [{ bookingId, attendance: 'absent' }] },
      });
      expect(corrected.status).toBe(200);
      expect((await live()).body.find(({ courseTitle }) => courseTitle === 'Neglect')?.paired.n).toBe(5);
      const again = await product.ask<PublishedReportDetail>('GET', `${PATH}/${published.id}`, as(coordinator));
      expect(again.body).toEqual(published);
      await product.app.get(ReleaseService).release();
      const next = await publish({ title: 'June again' });
      expect(next.body.content.rows.map(({ paired }) => paired.n)).toEqual([6]);
    });

    it('is corrected by a new edition with an erratum; both are kept, and the older says so', async () => {
      const erratum = 'The title of one course was wrong.';
      const path = `${PATH}/${published.id}/editions`;
      const made = await product.ask<PublishedReportDetail>('POST', path, as(coordinator, { erratum }));
      expect([made.status, made.body.edition, made.body.erratum]).toEqual([201, 2, erratum]);
      const old = await product.ask<PublishedReportDetail>('GET', `${PATH}/${published.id}`, as(coordinator));
      expect(old.body).toMatchObject({ content: published.content, replacedBy: { id: made.body.id, edition: 2 } });
      const twice = await product.ask('POST', path, as(coordinator, { erratum }));
      expect([twice.status, twice.body]).toMatchObject([409, { code: 'reports.replaced' }]);
      const list = await product.ask<PublishedReportView[]>('GET', `${PATH}?q=june 2025`, as(coordinator));
      expect(list.body.map(({ edition }) => edition)).toEqual([2, 1]);
      expect(list.headers['x-total-count']).toBe('2');
    });

    it('takes in small groups with their whole year, and closes the year for them once', async () => {
      product.clock.set('2026-06-01T09:00:00Z');
      const year = { title: '2025-26', from: '2025-04-01', to: '2026-03-31', by: 'sector' };
      const first = await publish(year);
      expect(first.body.content.rows.map(({ courseTitle, cut }) => [courseTitle, cut])).toEqual([
        ['Neglect', null],
        ['Neglect', 'police'],
      ]);
      const groups = () => product.database.repo(ReleasedGroupEntity).find({ order: { groupKey: 'ASC' } });
      const before = await groups();
      expect(before.map(({ eventId }) => eventId === null).sort()).toEqual([false, false, true, true]);
      expect(JSON.stringify(before.find(({ eventId }) => eventId === small.eventId)?.content.cells)).toBe('[]');
      await publish(year);
      expect(await groups()).toEqual(before);
    });
  });

  describe('the link of a scrutineer', () => {
    let link: NewReportLinkView;
    let address: string;
    const site = new Website(product);

    beforeAll(async () => {
      const body = { label: 'Independent scrutineer', lastDay: '2026-07-01' };
      const made = await product.ask<NewReportLinkView>('POST', `${PATH}/${published.id}/links`, as(coordinator, body));
      expect(made.status).toBe(201);
      link = made.body;
      address = new URL(link.url).pathname;
    });

    it('shows the newest edition without signing in, to no search engine and no cache', async () => {
      const page = await site.get(address);
      expect(page.status).toBe(200);
      expect(page.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
      expect(page.text).toContain('Edition 2');
      expect(page.text).toContain('The title of one course was wrong.');
      expect(page.text).toMatch(/The same people, both times[^]*100\.0%/);
    });

    it('shows the older edition as replaced', async () => {
      const page = await site.get(`${address}?edition=1`);
      expect(page.text).toContain('This edition was replaced.');
      expect((await site.get(`${address}?edition=7`)).status).toBe(404);
    });

    it('keeps its secret as a hash, and out of the audit log', async () => {
      const secret = address.split('/').at(-1) ?? '';
      const stored = await product.database.repo(ReportLinkEntity).find();
      const entries = await product.database.repo(AuditEntryEntity).findBy({ action: 'report-link.make' });
      expect([stored.length, entries.length]).toEqual([1, 1]);
      expect(JSON.stringify([stored, entries])).not.toContain(secret);
      const listed = await product.ask<ReportLinkView[]>('GET', `${PATH}/${published.id}/links`, as(coordinator));
      expect(listed.body.map(({ label }) => label)).toEqual(['Independent scrutineer']);
      expect(listed.text).not.toContain(secret);
    });

    it('refuses a day that is past or more than a year away', async () => {
      const ask = (lastDay: string) =>
        product.ask('POST', `${PATH}/${published.id}/links`, as(coordinator, { label: 'x', lastDay }));
      expect((await ask('2026-05-31')).status).toBe(422);
      expect((await ask('2027-12-31')).status).toBe(422);
    });

    it('ends when it is revoked, and when its day is over', async () => {
      product.clock.set('2026-07-01T22:30:00Z');
      expect((await site.get(address)).status).toBe(200);
      product.clock.set('2026-07-01T23:00:00Z');
      expect((await site.get(address)).status).toBe(404);
      product.clock.set('2026-06-02T09:00:00Z');
      const revoked = await product.ask<ReportLinkView>(
        'POST',
        `/api/reports/links/${link.id}/revocation`,
        as(coordinator, {}),
      );
      expect(revoked.body.revokedAt).not.toBeNull();
      expect((await site.get(address)).status).toBe(404);
    });
  });

  it('a trainer sees what was learnt at own events, and nobody else does', async () => {
    const site = new Website(product);
    await site.signIn('tilly@trainer.example');
    const page = await site.get('/training-i-run/results');
    expect(page.text).toContain('Made from 1 event you gave.');
    expect(page.text).toContain('6 answered both times');
    expect(page.text).not.toContain('Exploitation');
    const other = await product.person('trainer', { email: 'tom@trainer.example' });
    expect(other.personId).not.toBe(trainer.personId);
    const empty = new Website(product);
    await empty.signIn('tom@trainer.example');
    expect((await empty.get('/training-i-run/results')).text).toContain('There are no figures yet.');
  });
});
