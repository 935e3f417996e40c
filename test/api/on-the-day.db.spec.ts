import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { BookingEntity } from '@roundtable/bookings';
import type { RegisterView, TrainerView, WalkInView } from '@roundtable/contracts';
import { AuditEntryEntity, Checks, MessageEntity } from '@roundtable/platform';
import ExcelJS from 'exceljs';
import ICAL from 'ical.js';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';
import { Website } from '../support/website';

const MINUTE_MS = 60_000;

onTheProduct((product) => {
  let coordinator: Caller;
  let agencyId: string;
  const startOf = async (eventId: string): Promise<Date> =>
    new Date(
      (await product.ask<{ startsAt: string }>('GET', `/api/events/${eventId}`, { as: coordinator })).body.startsAt,
    );
  const enter = (eventId: string, body: object, as = coordinator) =>
    product.ask<WalkInView & { code: string }>('POST', `/api/events/${eventId}/walk-ins`, { as, body });
  const registerOf = async (eventId: string, as = coordinator): Promise<RegisterView> =>
    (await product.ask<RegisterView>('GET', `/api/events/${eventId}/register`, { as })).body;
  const file = async (eventId: string, ending: string): Promise<{ bytes: Buffer; type: string }> => {
    const answer = await product.app
      .getHttpAdapter()
      .getInstance()
      .inject({
        method: 'GET',
        url: `/api/events/${eventId}/register.${ending}`,
        headers: { authorization: `Bearer ${coordinator.token}` },
      });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="register.${ending}"`);
    return { bytes: answer.rawPayload, type: String(answer.headers['content-type']) };
  };
  /** An event of one place that is taken; the clock stands 30 minutes before it starts. */
  const fullEvent = async (title: string, accessNeeds?: string) => {
    const { eventId, courseId } = await publishedEvent(product, coordinator, { capacity: 1, weeks: 2, title });
    const delegate = await product.person('practitioner', { name: '=Dora "Delegate" Šimůnek' });
    const booked = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, {
      as: delegate,
      body: accessNeeds ? { accessNeeds } : {},
    });
    return { eventId, courseId, delegate, bookingId: booked.body.id };
  };

  it('opens, with a coordinator and an agency', async () => {
    coordinator = await product.person('coordinator');
    const agency = await product.ask<{ id: string }>('POST', '/api/agencies', {
      as: coordinator,
      body: { name: 'Walking Trust', sector: 'health' },
    });
    agencyId = agency.body.id;
  });

  describe('somebody who comes without a place', () => {
    it('is entered from 30 minutes before the start, over capacity, without a mail, and attends', async () => {
      const { eventId, courseId } = await fullEvent('Walked into');
      const start = await startOf(eventId);
      const wanted = { name: 'Wanda Walker', email: 'Wanda@Walker.example', agencyId };
      product.clock.set(new Date(start.getTime() - 31 * MINUTE_MS).toISOString());
      expect((await enter(eventId, wanted)).body.code).toBe('register.no-walk-ins');
      product.clock.set(new Date(start.getTime() - 30 * MINUTE_MS).toISOString());
      const mails = await product.database.repo(MessageEntity).count();
      const entered = await enter(eventId, wanted);
      expect([entered.status, entered.body.overCapacity]).toEqual([201, true]);
      expect(await enter(eventId, wanted)).toMatchObject({ status: 200, body: { bookingId: entered.body.bookingId } });
      expect(await product.database.repo(MessageEntity).count()).toBe(mails);
      const register = await registerOf(eventId);
      expect(register).toMatchObject({ capacity: 1, overCapacity: true });
      expect(register.rows.map(({ practitionerName, walkIn }) => [practitionerName, walkIn])).toContainEqual([
        'Wanda Walker',
        true,
      ]);
      const breaches = (await product.app.get(Checks).run()).flatMap((outcome) => outcome.breaches);
      expect(breaches).toEqual([]);
      const entries = register.rows.map(({ bookingId }) => ({ bookingId, attendance: 'present' }));
      product.clock.set(start.toISOString());
      await product.ask('PUT', `/api/events/${eventId}/register`, { as: coordinator, body: { entries } });
      await product.ask('POST', `/api/events/${eventId}/register/closure`, { as: coordinator });
      const { personId } = await product.database.repo(BookingEntity).findOneByOrFail({ id: entered.body.bookingId });
      const completions = await product.ask<unknown[]>(
        'GET',
        `/api/completions?courseId=${courseId}&practitionerId=${personId}`,
        {
          as: coordinator,
        },
      );
      expect(completions.body).toHaveLength(1);
    });

    it('is somebody who waited, whoever has a place elsewhere on the course, and never refused for either', async () => {
      const { eventId, courseId } = await fullEvent('Waited for');
      const other = await publishedEvent(product, coordinator, { capacity: 5, weeks: 9, courseId });
      const waiting = await product.person();
      const elsewhere = await product.person();
      await product.ask('POST', `/api/events/${eventId}/bookings`, { as: waiting, body: {} });
      await product.ask('POST', `/api/events/${other.eventId}/bookings`, { as: elsewhere, body: {} });
      product.clock.set(new Date((await startOf(eventId)).getTime() - 10 * MINUTE_MS).toISOString());
      for (const { personId } of [waiting, elsewhere])
        expect((await enter(eventId, { practitionerId: personId })).status).toBe(201);
      expect((await registerOf(eventId)).rows.filter(({ walkIn }) => walkIn)).toHaveLength(2);
      const log = await product.database.repo(AuditEntryEntity).findBy({ action: 'booking.walk-in' });
      expect(log).toMatchObject([{ before: { status: 'waitlisted' }, after: { status: 'confirmed' } }]);
    });

    it('is entered by the event’s trainer too, on the website without scripts, and by no other', async () => {
      const { eventId } = await fullEvent('Given by Tova', 'A quiet room');
      const person = await product.person('trainer', { email: 'tova@trainer.example' });
      const stranger = await product.person('trainer');
      const trainer = await product.ask<TrainerView>('POST', '/api/trainers', {
        as: coordinator,
        body: { kind: 'pool', personId: person.personId },
      });
      const assigned = await product.ask<{ id: string }>('POST', '/api/event-trainers', {
        as: coordinator,
        body: { eventId, trainerId: trainer.body.id, part: 'lead' },
      });
      await product.ask('PATCH', `/api/event-trainers/${assigned.body.id}`, {
        as: coordinator,
        body: { answer: 'confirmed' },
      });
      product.clock.set(new Date((await startOf(eventId)).getTime() - 10 * MINUTE_MS).toISOString());
      expect((await enter(eventId, { name: 'Nobody', agencyId }, stranger)).status).toBe(404);
      expect((await enter(eventId, { practitionerId: coordinator.personId }, person)).status).toBe(404);
      const website = new Website(product);
      await website.signIn('tova@trainer.example');
      const page = `/training-i-run/${eventId}`;
      const refused = await website.post(`${page}/walk-in`, { name: '', agency: 'no such agency at all' });
      expect([refused.status, refused.text.includes('Enter the name of the person')]).toEqual([422, true]);
      const done = await website.post(`${page}/walk-in`, { name: 'Wilf Walker', agency: 'walking trust' });
      expect(done.headers['location']).toBe(`${page}?done=entered`);
      const shown = (await website.get(page)).text;
      for (const words of ['Wilf Walker', 'Came without a place', 'More people are in the register'])
        expect(shown).toContain(words);
    });

    it('is known by the address alone to staff; a trainer who types another name learns no name', async () => {
      const known = await product.person('practitioner', { name: 'Kay Known', email: 'kay@known.example' });
      const { eventId } = await fullEvent('Known by address');
      const trainer = await product.person('trainer');
      const { body } = await product.ask<TrainerView>('POST', '/api/trainers', {
        as: coordinator,
        body: { kind: 'pool', personId: trainer.personId },
      });
      const assigned = await product.ask<{ id: string }>('POST', '/api/event-trainers', {
        as: coordinator,
        body: { eventId, trainerId: body.id, part: 'lead' },
      });
      await product.ask('PATCH', `/api/event-trainers/${assigned.body.id}`, {
        as: coordinator,
        body: { answer: 'confirmed' },
      });
      product.clock.set(new Date((await startOf(eventId)).getTime() - 10 * MINUTE_MS).toISOString());
      const guess = { name: 'Somebody Else', email: 'kay@known.example', agencyId };
      expect((await enter(eventId, guess, trainer)).status).toBe(201);
      expect(JSON.stringify(await registerOf(eventId, trainer))).not.toContain('Kay Known');
      const byStaff = await enter(eventId, guess);
      expect(await product.database.repo(BookingEntity).findOneByOrFail({ id: byStaff.body.bookingId })).toMatchObject({
        personId: known.personId,
      });
    });
  });

  describe('the register as a file', () => {
    it('opens as CSV, workbook and tagged PDF, without needs, safe from formulas, and leaves a trace', async () => {
      const { eventId } = await fullEvent('Printed', 'A hearing loop');
      const csv = await file(eventId, 'csv');
      expect(csv.type).toBe('text/csv; charset=utf-8');
      expect(csv.bytes.toString()).toContain(`"'=Dora ""Delegate"" Šimůnek"`);

      const book = new ExcelJS.Workbook();
      await book.xlsx.load((await file(eventId, 'xlsx')).bytes as never);
      const cells = book.worksheets[0]!.getSheetValues().flat().map(String);
      expect(cells).toEqual(expect.arrayContaining(['Name', 'Agency', `'=Dora "Delegate" Šimůnek`]));

      const pdf = (await file(eventId, 'pdf')).bytes;
      const source = pdf.toString('latin1');
      for (const part of ['/MarkInfo', '/StructTreeRoot', '/Lang (en-GB)', '/S /Table', '/S /TH'])
        expect(source).toContain(part);
      const read = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
      if (!read.error) expect(read.stdout).toContain('Delegate');
      for (const text of [csv.bytes.toString(), cells.join(' '), read.stdout ?? ''])
        expect(text).not.toContain('hearing loop');

      const log = await product.database.repo(AuditEntryEntity).findBy({ action: 'file.download', subjectId: eventId });
      expect(log.map(({ after }) => after?.['route']).sort()).toEqual(
        ['csv', 'pdf', 'xlsx'].map((ending) => `/api/events/:id/register.${ending}`),
      );
      const stranger = await product.person('trainer');
      for (const ending of ['csv', 'pdf', 'xlsx'])
        expect((await product.ask('GET', `/api/events/${eventId}/register.${ending}`, { as: stranger })).status).toBe(
          404,
        );
    });
  });

  describe('a person’s own calendar', () => {
    const secretPath = (page: string): string => /\/calendar\/[\w-]{32}\.ics/.exec(page)?.[0] ?? '';

    it('shows confirmed bookings alone, as calendars read them, until its address ends', async () => {
      const title = 'In the calendar';
      const { eventId } = await publishedEvent(product, coordinator, {
        capacity: 1,
        weeks: 4,
        title,
        more: { joining: { platform: 'Teams', meetingUrl: 'https://meeting.example/secret' } },
      }).catch(() => publishedEvent(product, coordinator, { capacity: 1, weeks: 4, title }));
      await product.ask('PATCH', `/api/events/${eventId}`, {
        as: coordinator,
        body: { joining: { platform: 'Teams', meetingUrl: 'https://meeting.example/secret' } },
      });
      const has = await product.person('practitioner', { email: 'has@calendar.example' });
      const waits = await product.person('practitioner', { email: 'waits@calendar.example' });
      const booked = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, {
        as: has,
        body: {},
      });
      await product.ask('POST', `/api/events/${eventId}/bookings`, { as: waits, body: {} });
      const website = new Website(product);
      await website.signIn('has@calendar.example');
      expect((await website.get('/my-training')).text).toContain('href="/my-training/calendar"');
      const path = secretPath((await website.post('/my-training/calendar', { do: 'make' })).text);
      expect(path).not.toBe('');
      expect(secretPath((await website.get('/my-training/calendar')).text)).toBe('');

      const feed = await product.ask('GET', path);
      expect(feed.headers).toMatchObject({
        'content-type': 'text/calendar; charset=utf-8',
        'cache-control': 'private, max-age=900',
      });
      const events = new ICAL.Component(ICAL.parse(feed.text) as never).getAllSubcomponents('vevent');
      expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual([title]);
      const { uid } = (
        await product.database.query<{ uid: string }>('SELECT uid FROM calendar_entries WHERE booking_id = ?', [
          booked.body.id,
        ])
      )[0]!;
      expect(events[0]?.getFirstPropertyValue('uid')).toBe(uid);
      expect(feed.text).toContain('REFRESH-INTERVAL');
      expect(feed.text).not.toContain('meeting.example');
      const again = await product.ask('GET', path, { headers: { 'if-none-match': String(feed.headers['etag']) } });
      expect(again.status).toBe(304);

      const other = new Website(product);
      await other.signIn('waits@calendar.example');
      const empty = secretPath((await other.post('/my-training/calendar', { do: 'make' })).text);
      expect((await product.ask('GET', empty)).text).not.toContain('VEVENT');

      const renewed = secretPath((await website.post('/my-training/calendar', { do: 'make' })).text);
      expect([(await product.ask('GET', path)).status, (await product.ask('GET', renewed)).status]).toEqual([404, 200]);
      await website.post('/my-training/calendar', { do: 'end' });
      expect((await product.ask('GET', renewed)).status).toBe(404);
      const kept = await product.database.query<{ token_hash: string }>('SELECT token_hash FROM calendar_addresses');
      expect(JSON.stringify(kept)).not.toContain(empty.slice(10, 42));
    });
  });
});
