import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WatchedRecordingEntity } from '@roundtable/bookings';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ResourceView, WatchedRecordingView } from '@roundtable/contracts';
import { AuditEntryEntity } from '@roundtable/platform';
import { type AttendedEvent, attendedEvent } from '../support/attended-event';
import { type Answer, type Caller, onTheProduct, publishedEvent } from '../support/product';
import { aPdf, aWordFile, upload } from '../support/upload';

onTheProduct((product) => {
  let coordinator: Caller;
  let attendee: Caller;
  let booked: Caller;
  let stranger: Caller;
  let past: AttendedEvent;
  let eventId: string;
  let courseId: string;
  let bookingId: string;

  const uploaded = (
    place: string,
    name: string,
    content: Buffer,
    more: { as?: Caller; visibility?: string } = {},
  ): Promise<Answer<ResourceView & { code?: string }>> => {
    const query = new URLSearchParams({ title: `Handout ${name}`, visibility: more.visibility ?? 'everybody' });
    return product.ask('POST', `${place}/resources/file?${query.toString()}`, {
      as: more.as ?? coordinator,
      ...upload(name, content),
    });
  };
  const linked = (place: string, body: Record<string, unknown>): Promise<Answer<ResourceView>> =>
    product.ask('POST', `${place}/resources`, { as: coordinator, body });
  const titles = async (place: string, as?: Caller): Promise<string[]> =>
    (await product.ask<ResourceView[]>('GET', `${place}/resources`, as ? { as } : {})).body.map(({ title }) => title);
  const filesKept = (): number => {
    const folder = join(product.config.dataFolder, 'files');
    if (!existsSync(folder)) return 0;
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  };

  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    attendee = await product.person();
    booked = await product.person();
    stranger = await product.person();
    past = await attendedEvent(product, coordinator, [attendee], { title: 'Attended course' });
    ({ eventId, courseId } = await publishedEvent(product, coordinator, { capacity: 5, courseId: past.courseId }));
    const made = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, { as: booked, body: {} });
    bookingId = made.body.id;
  });

  describe('a file', () => {
    it('is known by its content, gets a name of ours, and comes down to be saved', async () => {
      const made = await uploaded(`/api/events/${eventId}`, '../../evil.html', aPdf);
      expect([made.status, made.body.fileName, made.body.mediaType]).toEqual([201, 'evil.pdf', 'application/pdf']);
      expect(readdirSync(join(product.config.dataFolder, 'files'), { recursive: true }).join()).not.toContain('evil');
      for (const path of [`/api/resources/${made.body.id}/file`, `/resources/${made.body.id}/file`]) {
        const file = await product.ask('GET', path);
        expect(file.text).toBe(aPdf.toString());
        expect(file.headers).toMatchObject({
          'content-type': 'application/pdf',
          'content-disposition': 'attachment; filename="evil.pdf"; filename*=UTF-8\'\'evil.pdf',
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        });
      }
    });

    it.each([
      ['a page in a PDF’s name', 'page.pdf', Buffer.from('<html><script>alert(1)</script></html>'), 415],
      ['a drawing with scripts', 'drawing.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415],
      ['macros', 'letter.docx', aWordFile({ 'word/vbaProject.bin': 'macro' }), 415],
      ['a program', 'setup.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 415],
      ['nothing', 'empty.pdf', Buffer.alloc(0), 422],
      ['more than 20 MB', 'long.pdf', Buffer.concat([aPdf, Buffer.alloc(20 * 1024 * 1024)]), 413],
    ])('is refused where it is %s, and nothing of it is kept', async (_, name, content, status) => {
      const before = filesKept();
      expect((await uploaded(`/api/events/${eventId}`, name, content)).status).toBe(status);
      expect(filesKept()).toBe(before);
    });

    it('goes for good when it is removed, with a trace', async () => {
      const made = await uploaded(`/api/courses/${courseId}`, 'slides.docx', aWordFile());
      expect(made.status).toBe(201);
      const before = filesKept();
      const path = `/api/resources/${made.body.id}`;
      expect((await product.ask('DELETE', path, { as: coordinator })).status).toBe(204);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(filesKept()).toBe(before - 1);
      expect((await product.ask('GET', `${path}/file`, { as: coordinator })).status).toBe(404);
      const actions = await product.database
        .repo(AuditEntryEntity)
        .find({ where: { subjectId: made.body.id }, order: { at: 'ASC', id: 'ASC' } });
      expect(actions.map(({ action }) => action)).toEqual(['resource.add', 'resource.remove']);
    });
  });

  describe('who sees a resource', () => {
    const names = { everybody: 'For all', booked: 'For delegates', attended: 'For those who came' };

    it('is everybody, whoever has a place, or whoever was there; the office always', async () => {
      const place = `/api/events/${past.eventId}`;
      for (const [visibility, title] of Object.entries(names))
        await linked(place, { kind: 'link', title, url: 'https://toolkit.example/', visibility });
      expect(await titles(place)).toEqual([names.everybody]);
      expect(await titles(place, stranger)).toEqual([names.everybody]);
      expect(await titles(place, booked)).toEqual([names.everybody]);
      expect(await titles(place, attendee)).toEqual(Object.values(names));
      expect(await titles(place, coordinator)).toEqual(Object.values(names));
    });

    it('is asked of any event of its course where it belongs to a course', async () => {
      const place = `/api/courses/${courseId}`;
      for (const [visibility, title] of Object.entries(names))
        await linked(place, { kind: 'link', title, url: 'https://toolkit.example/', visibility });
      expect(await titles(place, stranger)).toEqual([names.everybody]);
      expect(await titles(place, booked)).toEqual([names.everybody, names.booked]);
      expect(await titles(place, attendee)).toEqual(Object.values(names));
    });

    it('holds for the file itself: others do not learn that it is there', async () => {
      const made = await uploaded(`/api/events/${eventId}`, 'pack.pdf', aPdf, { visibility: 'booked' });
      const path = `/api/resources/${made.body.id}/file`;
      expect((await product.ask('GET', path)).status).toBe(401);
      expect((await product.ask('GET', path, { as: stranger })).status).toBe(404);
      expect((await product.ask('GET', path, { as: booked })).status).toBe(200);
      const change = { visibility: 'attended' };
      await product.ask('PATCH', `/api/resources/${made.body.id}`, { as: coordinator, body: change });
      expect((await product.ask('GET', path, { as: booked })).status).toBe(404);
    });

    it('is nobody outside the office while the course is a draft', async () => {
      const body = { title: 'Draft with a handout', summary: 'Not yet' };
      const draft = await product.ask<{ id: string }>('POST', '/api/courses', { as: coordinator, body });
      const place = `/api/courses/${draft.body.id}`;
      const made = await uploaded(place, 'draft.pdf', aPdf);
      expect((await product.ask('GET', `${place}/resources`)).status).toBe(404);
      expect((await product.ask('GET', `/api/resources/${made.body.id}/file`, { as: stranger })).status).toBe(404);
    });
  });

  describe('who keeps resources', () => {
    it('is the office, and the trainers of the event', async () => {
      const trainer = await product.person('trainer');
      const place = `/api/events/${eventId}`;
      const add = () => uploaded(place, 'trainer.pdf', aPdf, { as: trainer, visibility: 'attended' });
      expect((await add()).status).toBe(404);
      expect((await uploaded(place, 'own.pdf', aPdf, { as: stranger })).status).toBe(403);
      const pooled = await product.ask<{ id: string }>('POST', '/api/trainers', {
        as: coordinator,
        body: { kind: 'pool', personId: trainer.personId },
      });
      await product.ask('POST', '/api/event-trainers', {
        as: coordinator,
        body: { eventId, trainerId: pooled.body.id, answer: 'confirmed' },
      });
      expect((await add()).status).toBe(201);
      expect((await uploaded(`/api/events/${past.eventId}`, 'other.pdf', aPdf, { as: trainer })).status).toBe(404);
      expect((await uploaded(`/api/courses/${courseId}`, 'other.pdf', aPdf, { as: trainer })).status).toBe(404);
      expect(await titles(place, trainer)).toContain('Handout trainer.pdf');
    });

    it('puts them in order, all of them or none', async () => {
      const place = `/api/courses/${courseId}`;
      const { body: there } = await product.ask<ResourceView[]>('GET', `${place}/resources`, { as: coordinator });
      const resourceIds = there.map(({ id }) => id).reverse();
      const order = (ids: string[]) =>
        product.ask<ResourceView[]>('PUT', `${place}/resources/order`, { as: coordinator, body: { resourceIds: ids } });
      expect((await order(resourceIds)).body.map(({ id }) => id)).toEqual(resourceIds);
      expect((await order(resourceIds.slice(1))).status).toBe(422);
      expect(await titles(place, coordinator)).toEqual(there.map(({ title }) => title).reverse());
    });

    it('takes links to the web alone', async () => {
      const wanted = { kind: 'link', title: 'A trick' };
      for (const url of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', '/admin/'])
        expect((await linked(`/api/courses/${courseId}`, { ...wanted, url })).status).toBe(422);
    });
  });

  describe('a recording', () => {
    let recording: ResourceView;
    const url = 'https://videos.example/watch?v=1&t=2';
    const watched = async (): Promise<WatchedRecordingView[]> =>
      (
        await product.ask<WatchedRecordingView[]>('GET', `/api/watched-recordings?resourceId=${recording.id}`, {
          as: coordinator,
        })
      ).body;

    beforeAll(async () => {
      const wanted = { kind: 'recording', title: 'The morning, recorded', url, visibility: 'booked' };
      recording = (await linked(`/api/events/${eventId}`, wanted)).body;
    });

    it('keeps its address until it is opened', async () => {
      expect(recording.url).toBeNull();
      expect((await product.ask('GET', `/recordings/${recording.id}`, { as: booked })).text).not.toContain(
        'videos.example',
      );
      expect((await product.ask('GET', `/recordings/${recording.id}`, { as: stranger })).status).toBe(404);
    });

    it('is noted as watched when somebody with a place presses the button, not when a link is followed', async () => {
      await product.ask('GET', `/recordings/${recording.id}`, { as: booked });
      expect(await watched()).toEqual([]);
      const page = await product.ask('POST', `/recordings/${recording.id}`, {
        as: booked,
        body: '',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(page.text).toContain(
        '<meta http-equiv="refresh" content="0; url=https://videos.example/watch?v=1&amp;t=2">',
      );
      const opened = await product.ask<{ url: string }>('POST', `/api/resources/${recording.id}/watching`, {
        as: booked,
        body: {},
      });
      expect(opened.body).toEqual({ url });
      expect(await watched()).toMatchObject([{ bookingId, practitionerId: booked.personId, title: recording.title }]);
      const booking = await product.ask<{ attendance: unknown }>('GET', `/api/bookings/${bookingId}`, { as: booked });
      expect(booking.body.attendance).toBeNull();
    });

    it('leaves no trace here of the office, which has no place', async () => {
      const opened = await product.ask('POST', `/api/resources/${recording.id}/watching`, {
        as: coordinator,
        body: {},
      });
      expect([opened.status, (await watched()).length]).toEqual([200, 1]);
      expect((await product.ask('GET', '/api/watched-recordings', { as: booked })).status).toBe(403);
    });

    it('is in the person’s own data, and goes with the person', async () => {
      const { PersonalData } = await import('@roundtable/platform');
      const personalData = product.app.get(PersonalData);
      const sections = await personalData.exportOf(booked.personId);
      expect(sections.find(({ title }) => title === 'Recordings you opened')?.rows).toMatchObject([
        { Recording: 'The morning, recorded' },
      ]);
      await product.database.transaction(() => personalData.forget(booked.personId));
      expect(await product.database.repo(WatchedRecordingEntity).countBy({ bookingId })).toBe(0);
    });
  });

  describe('the pages', () => {
    it('list handouts to everybody at the course, and at one’s booking what is for delegates', async () => {
      const { body: course } = await product.ask<{ slug: string }>('GET', `/api/courses/${courseId}`);
      const page = await product.ask('GET', `/c/${course.slug}`);
      expect(page.text).toContain('Handouts and links');
      expect(page.text).toContain('For all');
      expect(page.text).not.toContain('For delegates');
      const own = await product.ask('GET', `/my-training/bookings/${past.bookingIds[0]}`, { as: attendee });
      expect(own.text).toContain('Handouts, links and recordings');
      expect(own.text).toContain('For those who came');
    });
  });
});
