import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AgencyView, GroupBookingView, PublishedReportDetail } from '@roundtable/contracts';
import { CompletionEntity } from '@roundtable/elearning';
import { ReleaseService, ReleasedGroupEntity } from '@roundtable/evaluations';
import { AuditEntryEntity, Settings, newId } from '@roundtable/platform';
import ExcelJS from 'exceljs';
import { attendedEvent } from '../support/attended-event';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';
import { Website } from '../support/website';

const YEAR = '2025-26';
const OWN = 'Northside Trust';
const OTHER = 'Southside Force';
const ABSENT = 'Abel Absent';
const ELSEWHERE = 'Ella Elsewhere';

onTheProduct((product) => {
  let coordinator: Caller;
  let lead: Caller;
  let otherLead: Caller;
  let own: Caller[];
  let others: Caller[];
  let agencyId: string;
  let website: Website;

  const idOf = async (name: string): Promise<string> => {
    const found = await product.ask<AgencyView[]>('GET', `/api/agencies?q=${name.split(' ')[0]}`, { as: coordinator });
    return found.body[0]!.id;
  };
  const taken = (ending: 'xlsx' | 'pdf', caller: Caller | null, query = `year=${YEAR}`) =>
    product.app
      .getHttpAdapter()
      .getInstance()
      .inject({
        method: 'GET',
        url: `/api/reports/agency-pack.${ending}?${query}`,
        headers: caller ? { authorization: `Bearer ${caller.token}` } : {},
      });
  const book = async (caller = lead, query = `year=${YEAR}`): Promise<ExcelJS.Workbook> => {
    const { rawPayload } = await taken('xlsx', caller, query);
    const read = new ExcelJS.Workbook();
    await read.xlsx.load(rawPayload as never);
    return read;
  };
  /** The cells of a sheet below its headings. */
  const rows = (read: ExcelJS.Workbook, sheet: string): unknown[][] =>
    (read.getWorksheet(sheet)!.getSheetValues() as unknown[][]).slice(2).map((cells) => cells.slice(1));
  const everything = (read: ExcelJS.Workbook): string =>
    JSON.stringify(read.worksheets.map((sheet) => sheet.getSheetValues()));
  const publish = (from: string, to: string) =>
    product.ask<PublishedReportDetail>('POST', '/api/reports/published', {
      as: coordinator,
      body: { title: 'A report', from, to },
    });
  const released = () => product.database.repo(ReleasedGroupEntity).count();

  /** An event at which everybody who is booked was present, or was not. */
  async function registered(
    bookings: { as: Caller; by?: Caller; agencyId?: string; present: boolean }[],
    title: string,
  ) {
    const { eventId } = await publishedEvent(product, coordinator, { capacity: 9, weeks: 1, title });
    const entries = [];
    for (const { as, by, agencyId: under, present } of bookings) {
      const people = [{ practitionerId: as.personId }];
      const made = await product.ask<GroupBookingView>('POST', `/api/events/${eventId}/group-bookings`, {
        as: by ?? coordinator,
        body: { agencyId: under ?? agencyId, people, mode: 'all' },
      });
      const bookingId = made.body.results[0]?.bookingId;
      if (!bookingId) throw new Error(`Not booked: ${made.text}`);
      entries.push({ bookingId, attendance: present ? 'present' : 'absent' });
    }
    const day = new Date(product.clock.now().getTime() + 7 * 24 * 3600_000).toISOString().slice(0, 10);
    product.clock.set(`${day}T14:00:00Z`);
    await product.ask('PUT', `/api/events/${eventId}/register`, { as: coordinator, body: { entries } });
    const closed = await product.ask('POST', `/api/events/${eventId}/register/closure`, { as: coordinator });
    expect(closed.status).toBe(200);
  }

  const completes = (caller: Caller, title: string, completedAt: string, expiresAt: string | null) =>
    product.database.repo(CompletionEntity).insert({
      id: newId(),
      personId: caller.personId,
      moduleId: null,
      courseId: null,
      title,
      edition: null,
      completedAt: new Date(completedAt),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
      source: 'import',
      sourceKey: newId(),
      withdrawnAt: null,
      agencyId: null,
      sector: null,
      jobRole: null,
      area: null,
    });

  beforeAll(async () => {
    product.clock.set('2025-06-02T09:00:00Z');
    coordinator = await product.person('coordinator');
    const email = 'lena@lead.example';
    lead = await product.person('agency-lead', { agency: OWN, sector: 'health', email, name: 'Lena Lead' });
    otherLead = await product.person('agency-lead', { agency: OTHER, name: 'Otto Other' });
    own = [];
    others = [];
    for (const name of ['Ada Able', 'Ben Able', '=Cy Able'])
      own.push(await product.person('practitioner', { agency: OWN, name }));
    for (const name of ['Dan Southern', 'Eve Southern', 'Fay Southern'])
      others.push(await product.person('practitioner', { agency: OTHER, name }));
    agencyId = await idOf(OWN);
    await attendedEvent(product, coordinator, [...own, ...others], { title: 'Neglect' });
    product.clock.set('2025-06-02T09:00:00Z');
    await attendedEvent(product, coordinator, [...own, lead], { title: 'Exploitation of four' });
    const absent = await product.person('practitioner', { agency: OWN, name: ABSENT });
    const elsewhere = await product.person('practitioner', { agency: OWN, name: ELSEWHERE });
    const otherId = await idOf(OTHER);
    await product.ask('POST', `/api/practitioners/${elsewhere.personId}/memberships`, {
      as: coordinator,
      body: { agencyId: otherId },
    });
    await registered(
      [
        { as: own[0]!, present: true },
        { as: absent, present: false },
        { as: elsewhere, by: otherLead, agencyId: otherId, present: false },
      ],
      'Thresholds',
    );
    const { eventId } = await publishedEvent(product, coordinator, { capacity: 9, weeks: 20, title: 'Coming soon' });
    await product.ask('POST', `/api/events/${eventId}/bookings`, {
      as: lead,
      body: { practitionerId: own[1]!.personId },
    });
    await product.ask('POST', `/api/events/${eventId}/team-places`, {
      as: lead,
      body: { agencyId, places: 2, heldUntil: '2025-09-30' },
    });
    await completes(own[0]!, 'Prevent awareness', '2025-05-01T10:00:00Z', '2025-09-01T10:00:00Z');
    await completes(own[1]!, 'Prevent awareness', '2022-08-01T10:00:00Z', '2025-08-01T10:00:00Z');
    await completes(others[0]!, 'Prevent awareness', '2025-05-01T10:00:00Z', null);
    website = new Website(product);
    await website.signIn(email);
    product.clock.set('2025-08-15T09:00:00Z');
    await product.app.get(ReleaseService).release();
  });

  describe('own agency', () => {
    it('is told what was booked under it: attended, absent without notice, and nothing from elsewhere', async () => {
      expect(rows(await book(), 'Attendance')).toEqual([
        ['Exploitation of four', 4, 4, 0, 0],
        ['Neglect', 3, 3, 0, 0],
        ['Thresholds', 1, 1, 0, 1],
        ['All courses', 4, 8, 0, 1],
      ]);
    });

    it('finds its own people by name, nobody else’s, and who was absent as a number alone', async () => {
      const read = await book();
      expect(rows(read, 'Who attended').map(([name, , agency, course]) => [name, agency, course])).toEqual(
        expect.arrayContaining([
          ['Ada Able', OWN, 'Neglect'],
          ['Ada Able', OWN, 'Thresholds'],
          ["'=Cy Able", OWN, 'Neglect'],
        ]),
      );
      const text = everything(read);
      for (const name of ['Southern', OTHER, ABSENT, ELSEWHERE])
        expect([name, text.includes(name)]).toEqual([name, false]);
    });

    it('is told what its present people completed, what runs out, and who is booked', async () => {
      const read = await book();
      expect(rows(read, 'Completed').map(([name, , title]) => [name, title])).toEqual([
        ['Ada Able', 'Prevent awareness'],
      ]);
      expect(rows(read, 'Running out').map(([name, , , , state]) => [name, state])).toEqual([
        ['Ben Able', 'Ran out'],
        ['Ada Able', 'Runs out'],
      ]);
      expect(rows(read, 'Coming').map(([name, , course, , state]) => [name, course, state])).toEqual([
        ['Ben Able', 'Coming soon', 'Confirmed'],
        ['(no name yet)', 'Coming soon', '2 places held'],
      ]);
    });

    it('has of whoever has not said yet that they work there only what the lead typed', async () => {
      const email = 'real@known.example';
      await product.person('practitioner', { agency: OTHER, name: 'Rita Realname', email });
      const added = await product.ask<{ id: string }>('POST', '/api/practitioners', {
        as: lead,
        body: { name: 'Typed Name', email, agencyId },
      });
      expect(added.status).toBe(201);
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 2, title: 'Typed' });
      await product.ask('POST', `/api/events/${eventId}/bookings`, {
        as: lead,
        body: { practitionerId: added.body.id },
      });
      await completes({ personId: added.body.id, token: '' }, 'Not to be told', '2025-06-01T10:00:00Z', null);
      for (const caller of [lead, coordinator]) {
        const text = everything(await book(caller, `year=${YEAR}&agencyId=${agencyId}`));
        expect(['Typed Name', 'Rita', 'Not to be told'].map((words) => text.includes(words))).toEqual([
          true,
          false,
          false,
        ]);
      }
    });

    it('by year: what happened in another year is in that year’s pack', async () => {
      const read = await book(lead, 'year=2024-25');
      expect(rows(read, 'Attendance')).toEqual([['All courses', 0, 0, 0, 0]]);
      expect(rows(read, 'Whole partnership')).toEqual([]);
    });
  });

  describe('whoever asks', () => {
    it('is a lead for their own agency, or the coordinator for any; for others it is not there or refused', async () => {
      const query = `year=${YEAR}&agencyId=${agencyId}`;
      const statuses = async (caller: Caller | null, asked = query) =>
        Promise.all((['xlsx', 'pdf'] as const).map(async (ending) => (await taken(ending, caller, asked)).statusCode));
      expect(await statuses(lead)).toEqual([200, 200]);
      expect(await statuses(coordinator)).toEqual([200, 200]);
      expect(await statuses(otherLead)).toEqual([404, 404]);
      expect(await statuses(lead, `year=${YEAR}&agencyId=nowhere`)).toEqual([404, 404]);
      for (const role of ['practitioner', 'trainer', 'administrator', 'evaluation-reader'] as const)
        expect([role, await statuses(await product.person(role))]).toEqual([role, [403, 403]]);
      expect(await statuses(null)).toEqual([401, 401]);
    });

    it('names a year that has begun, and a coordinator names the agency', async () => {
      for (const query of ['', 'year=2025', 'year=2025-27', 'year=2026-27', `year=${YEAR}&more=1`])
        expect([query, (await taken('xlsx', lead, query)).statusCode]).toEqual([
          query,
          query.includes('more') ? 400 : 422,
        ]);
      expect((await taken('xlsx', coordinator)).statusCode).toBe(422);
    });

    it('leaves in the audit log which pack was taken out, and no cache keeps it', async () => {
      await product.database.repo(AuditEntryEntity).delete({ action: 'agency-pack.export' });
      for (const ending of ['xlsx', 'pdf'] as const) {
        const { headers } = await taken(ending, lead);
        expect([headers['cache-control'], headers['content-disposition']]).toEqual([
          'no-store',
          `attachment; filename="training-pack-${YEAR}.${ending}"`,
        ]);
      }
      const entries = await product.database
        .repo(AuditEntryEntity)
        .find({ where: { action: 'agency-pack.export' }, order: { id: 'ASC' } });
      expect(entries.map(({ actorId, subjectId, after }) => [actorId, subjectId, after])).toEqual(
        ['xlsx', 'pdf'].map((format) => [lead.personId, agencyId, { format, year: YEAR, agencies: 1 }]),
      );
    });

    it('who leads a group gets all its agencies together, or one', async () => {
      const body = { name: 'Pack Group', kind: 'other' };
      const group = (await product.ask<{ id: string }>('POST', '/api/agency-groups', { as: coordinator, body })).body;
      for (const name of [OWN, OTHER])
        await product.ask('PATCH', `/api/agencies/${await idOf(name)}`, {
          as: coordinator,
          body: { groupId: group.id },
        });
      const grouped = await product.person('practitioner', { agency: 'A third one' });
      await product.ask('POST', '/api/role-grants', {
        as: coordinator,
        body: { personId: grouped.personId, role: 'agency-lead', groupId: group.id },
      });
      const all = await book(grouped);
      expect(rows(all, 'Attendance').find(([course]) => course === 'Neglect')).toEqual(['Neglect', 6, 6, 0, 0]);
      expect(rows(all, 'Attendance').find(([course]) => course === 'Thresholds')).toEqual(['Thresholds', 1, 1, 0, 2]);
      const one = await book(grouped, `year=${YEAR}&agencyId=${agencyId}`);
      expect(rows(one, 'Attendance').find(([course]) => course === 'Neglect')).toEqual(['Neglect', 3, 3, 0, 0]);
      const third = await idOf('A third one');
      expect((await taken('xlsx', grouped, `year=${YEAR}&agencyId=${third}`)).statusCode).toBe(404);
    });
  });

  describe('what was learnt', () => {
    const figures = (read: ExcelJS.Workbook) =>
      rows(read, 'Whole partnership').map(([course, , n, , before, , after]) => [course, n, before, after]);
    const published = ({ body }: { body: PublishedReportDetail }) =>
      body.content.rows.map(({ courseTitle, paired }) => [
        courseTitle,
        paired.n,
        paired.beforePercent,
        paired.afterPercent,
      ]);

    it('is of the whole partnership, as it would be published, and never of fewer than five', async () => {
      const read = await book();
      expect(figures(read)).toEqual([['Neglect', 6, 0, 100]]);
      expect(figures(read)).toEqual(published(await publish('2025-04-01', '2025-06-30')));
      const again = await book(coordinator, `year=${YEAR}&agencyId=${await idOf(OTHER)}`);
      expect(figures(again)).toEqual(figures(read));
    });

    it('waits until a month is closed', async () => {
      product.clock.set('2025-06-30T09:00:00Z');
      expect(figures(await book())).toEqual([]);
      expect(everything(await book())).toContain('Wednesday 30 April 2025');
      product.clock.set('2025-05-20T09:00:00Z');
      expect(everything(await book())).toContain('No month of this year is closed yet');
      product.clock.set('2025-08-15T09:00:00Z');
    });

    it('closes no year by itself; once its report is published the pack is equal to it', async () => {
      product.clock.set('2026-06-01T09:00:00Z');
      await product.app.get(ReleaseService).release();
      const before = await released();
      await book();
      expect((await website.get(`/my-agency/pack?year=${YEAR}`)).status).toBe(200);
      expect(await released()).toBe(before);
      const report = await publish('2025-04-01', '2026-03-31');
      expect(await released()).toBeGreaterThan(before);
      expect(figures(await book())).toEqual(published(report));
      product.clock.set('2025-08-15T09:00:00Z');
    });
  });

  describe('the PDF', () => {
    it('is tagged, in English, and names nobody', async () => {
      const { rawPayload } = await taken('pdf', lead);
      const source = rawPayload.toString('latin1');
      for (const part of ['/Lang (en-GB)', '/DisplayDocTitle true', '/S /H1', '/S /H2', '/S /TR', '/Scope /Column'])
        expect(source).toContain(part);
      const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: rawPayload, encoding: 'utf8' });
      if (read.error) return;
      const words = read.stdout.replace(/\s+/g, ' ');
      for (const part of [
        OWN,
        'Thresholds 1 1 0 1',
        'All courses 4 8 0 1',
        'the whole partnership, not only your agency',
        '0 of 6 (0.0%) 6 of 6 (100.0%)',
        'No figure stands for fewer than five people',
      ])
        expect(words).toContain(part);
      for (const name of ['Able', 'Southern', ABSENT, 'Typed Name']) expect(words).not.toContain(name);
    });
  });

  describe('the page', () => {
    it('shows a year to read, with both files, and names nobody', async () => {
      const { text, status, headers } = await website.get('/my-agency/pack');
      expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
      for (const words of [
        `Training pack ${YEAR}`,
        OWN,
        `/api/reports/agency-pack.xlsx?year=${YEAR}`,
        `/api/reports/agency-pack.pdf?year=${YEAR}`,
        'the whole partnership, not only your agency',
        'Monday 30 June 2025',
      ])
        expect(text).toContain(words);
      for (const name of ['Able', 'Southern', ABSENT]) expect(text).not.toContain(name);
      expect((await website.get('/my-agency')).text).toContain('href="/my-agency/pack"');
    });

    it('is not there for another agency, and not for whoever leads none', async () => {
      expect((await website.get(`/my-agency/pack?agency=${await idOf(OTHER)}`)).status).toBe(404);
      expect((await website.get('/my-agency/pack?year=1066-67')).text).toContain(`Training pack ${YEAR}`);
      const office = await product.person('coordinator');
      expect((await product.ask('GET', '/my-agency/pack', { as: office })).status).toBe(404);
      expect((await product.ask('GET', '/my-agency/pack', { as: own[0]! })).status).toBe(403);
    });

    it('asks a fixed number of statements, however many rows', async () => {
      await product.app.get(Settings).refreshDemonstration(true);
      const before = product.database.statements.count;
      await website.get('/my-agency/pack');
      expect(product.database.statements.count - before).toBeLessThanOrEqual(18);
    });
  });
});
