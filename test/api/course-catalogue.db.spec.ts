import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CourseView, GuidanceView, LastTrainedView, LearningSourceView } from '@roundtable/contracts';
import { CompletionEntity } from '@roundtable/elearning';
import { AuditEntryEntity } from '@roundtable/platform';
import { attendedEvent } from '../support/attended-event';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

onTheProduct((product) => {
  let coordinator: Caller;
  let administrator: Caller;
  let practitioner: Caller;

  const addCourse = async (title: string, more: Record<string, unknown> = {}): Promise<CourseView> => {
    const body = { title, summary: 'What is taught', ...more };
    const { body: course } = await product.ask<CourseView>('POST', '/api/courses', { as: coordinator, body });
    await product.ask('POST', `/api/courses/${course.id}/publication`, { as: coordinator });
    return course;
  };
  const change = (id: string, body: Record<string, unknown>) =>
    product.ask<CourseView>('PATCH', `/api/courses/${id}`, { as: coordinator, body });
  const audited = async (subjectId: string): Promise<string[]> =>
    (await product.database.repo(AuditEntryEntity).find({ where: { subjectId }, order: { at: 'ASC', id: 'ASC' } })).map(
      ({ action }) => action,
    );

  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    administrator = await product.person('administrator');
    practitioner = await product.person();
  });

  describe('topics', () => {
    it('are several, and courses and events are found by each of them', async () => {
      const course = await addCourse('Child exploitation', {
        topics: ['Exploitation', ' Online harm ', 'Exploitation'],
      });
      expect(course).toMatchObject({ topic: 'Exploitation', topics: ['Exploitation', 'Online harm'] });
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 5, courseId: course.id });
      for (const topic of ['Exploitation', 'Online harm']) {
        const query = `topic=${encodeURIComponent(topic)}`;
        expect((await product.ask<CourseView[]>('GET', `/api/courses?${query}`)).body).toMatchObject([
          { id: course.id },
        ]);
        expect((await product.ask('GET', `/api/events?${query}`)).body).toMatchObject([{ id: eventId }]);
      }
      expect((await change(course.id, { topic: 'Neglect' })).body.topics).toEqual(['Neglect']);
      expect((await product.ask('GET', '/api/events?topic=Exploitation')).body).toEqual([]);
    });
  });

  describe('the stages of a course', () => {
    it('keep a draft to the office, which sees it as a page marked Preview', async () => {
      const body = { title: 'Unseen course', summary: 'Not yet' };
      const { body: draft } = await product.ask<CourseView>('POST', '/api/courses', { as: coordinator, body });
      expect((await product.ask('GET', `/c/${draft.slug}`)).status).toBe(404);
      expect((await product.ask('GET', `/c/${draft.slug}/preview`, { as: practitioner })).status).toBe(403);
      const led = await product.ask('GET', `/c/${draft.slug}`, { as: coordinator });
      expect(led.headers['location']).toBe(`/c/${draft.slug}/preview`);
      const preview = await product.ask('GET', `/c/${draft.slug}/preview`, { as: administrator });
      expect([preview.status, preview.headers['cache-control']]).toEqual([200, 'no-store']);
      expect(preview.text).toMatch(/Preview[\s\S]*Unseen course/);
    });

    it('archive a course without events to come: not listed, its page says so and leads elsewhere', async () => {
      const course = await addCourse('Old course');
      const other = await addCourse('New course');
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 5, courseId: course.id });
      const archive = () =>
        product.ask<{ code?: string; status: unknown; detail?: unknown }>(
          'POST',
          `/api/courses/${course.id}/archival`,
          {
            as: coordinator,
            body: { alternativeCourseIds: [other.id] },
          },
        );
      const refused = await archive();
      expect([refused.status, refused.body.code]).toEqual([409, 'courses.events-to-come']);
      expect((await product.ask<CourseView>('GET', `/api/courses/${course.id}`)).body.status).toBe('published');
      await product.ask('POST', `/api/events/${eventId}/cancellation`, {
        as: coordinator,
        body: { reason: 'Too few' },
      });
      expect((await archive()).body).toMatchObject({ status: 'archived' });
      const listed = await product.ask<CourseView[]>('GET', '/api/courses?_end=200');
      expect(listed.body.map(({ id }) => id)).not.toContain(course.id);
      const page = await product.ask('GET', `/c/${course.slug}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain('This course is not run any more.');
      expect(page.text).toContain(`href="/c/${other.slug}"`);
      expect((await product.ask('GET', '/courses')).text).not.toContain('Old course');
      expect(await audited(course.id)).toEqual(['course.create', 'course.publish', 'course.archive']);
    });

    it('let no event of an archived course be published, and publish it again', async () => {
      const idle = await addCourse('Idle course');
      await product.ask('POST', `/api/courses/${idle.id}/archival`, { as: coordinator, body: {} });
      const sessions = [{ startsAt: '2031-05-21T09:00:00Z', endsAt: '2031-05-21T12:00:00Z' }];
      const { body: event } = await product.ask<{ id: string }>('POST', '/api/events', {
        as: coordinator,
        body: { courseId: idle.id, capacity: 5, delivery: 'online', sessions },
      });
      const refused = await product.ask<{ code: string; detail: { reasons: string[] } }>(
        'POST',
        `/api/events/${event.id}/publication`,
        { as: coordinator },
      );
      expect([refused.status, refused.body.detail.reasons]).toEqual([
        409,
        ['The course is archived. Publish it again first.'],
      ]);
      const again = await product.ask<CourseView>('POST', `/api/courses/${idle.id}/publication`, { as: coordinator });
      expect(again.body.status).toBe('published');
      expect((await product.ask('POST', `/api/events/${event.id}/publication`, { as: coordinator })).status).toBe(200);
    });
  });

  describe('the short address', () => {
    it('stays when the title changes, and a former one goes on to lead to the course', async () => {
      const course = await addCourse('Managing allegations today');
      await change(course.id, { title: 'Something else' });
      expect((await product.ask('GET', '/c/managing-allegations-today')).status).toBe(200);
      expect((await change(course.id, { slug: 'allegations' })).body.slug).toBe('allegations');
      const former = await product.ask('GET', '/c/managing-allegations-today');
      expect([former.status, former.headers['location']]).toEqual([301, '/c/allegations']);
      expect((await product.ask('GET', '/c/allegations')).status).toBe(200);
      expect((await addCourse('Managing allegations today')).slug).toBe('managing-allegations-today-2');
      const other = await addCourse('Another course');
      const taken = await product.ask<{ code: string }>('PATCH', `/api/courses/${other.id}`, {
        as: coordinator,
        body: { slug: 'managing-allegations-today' },
      });
      expect([taken.status, taken.body.code]).toEqual([409, 'courses.address-taken']);
      await change(course.id, { slug: 'managing-allegations-today' });
      expect((await product.ask('GET', '/c/allegations')).headers['location']).toBe('/c/managing-allegations-today');
    });

    it('comes as a code to photograph, for the office', async () => {
      const course = await addCourse('Photographed course');
      const svg = await product.ask('GET', `/api/courses/${course.id}/qr.svg`, { as: coordinator });
      expect([svg.status, svg.headers['content-type']]).toEqual([200, 'image/svg+xml']);
      expect(svg.text).toContain('<svg');
      const png = await product.ask('GET', `/api/courses/${course.id}/qr.png`, { as: coordinator });
      expect([png.status, png.headers['content-type']]).toEqual([200, 'image/png']);
      expect((await product.ask('GET', `/api/courses/${course.id}/qr.png`, { as: practitioner })).status).toBe(403);
    });
  });

  describe('learning sources', () => {
    it('stay internal until they have a public wording', async () => {
      const body = { kind: 'rapid-review', description: 'RR7/25, the case of a sibling group' };
      const made = await product.ask<LearningSourceView>('POST', '/api/learning-sources', { as: coordinator, body });
      expect(made.status).toBe(201);
      const course = await addCourse('Sibling groups', { learningSourceIds: [made.body.id] });
      expect(course.learningSources).toEqual([]);
      const secret = /RR7/;
      for (const path of [`/c/${course.slug}`, `/api/courses/${course.id}`])
        expect((await product.ask('GET', path)).text).not.toMatch(secret);
      expect((await product.ask('GET', '/api/learning-sources', { as: practitioner })).status).toBe(403);
      const listed = await product.ask('GET', `/api/learning-sources?courseId=${course.id}`, { as: administrator });
      expect(listed.body).toMatchObject([{ description: body.description, courses: [{ id: course.id }] }]);
      await product.ask('PATCH', `/api/learning-sources/${made.body.id}`, {
        as: coordinator,
        body: { publicWording: 'A local review of 2025', publicUrl: 'https://partnership.example/review' },
      });
      const page = await product.ask('GET', `/c/${course.slug}`);
      expect(page.text).toContain('href="https://partnership.example/review"');
      expect(page.text).not.toMatch(secret);
    });

    it('are kept by the coordinator, and go only once no course names them', async () => {
      const body = { kind: 'audit', description: 'Neglect audit' };
      expect((await product.ask('POST', '/api/learning-sources', { as: administrator, body })).status).toBe(403);
      const { body: source } = await product.ask<LearningSourceView>('POST', '/api/learning-sources', {
        as: coordinator,
        body,
      });
      const course = await addCourse('Neglect audited', { learningSourceIds: [source.id] });
      const remove = () => product.ask('DELETE', `/api/learning-sources/${source.id}`, { as: coordinator });
      expect((await remove()).status).toBe(409);
      await change(course.id, { learningSourceIds: [] });
      const [trace] = await product.database
        .repo(AuditEntryEntity)
        .findBy({ subjectId: course.id, action: 'course.change' });
      expect(trace?.after).toEqual({ learningSourceIds: [] });
      expect((await remove()).status).toBe(204);
      expect(await audited(source.id)).toEqual(['learning-source.create', 'learning-source.remove']);
    });
  });

  describe('validity', () => {
    it('is the sector’s own when attendance completes a course', async () => {
      const nursery = await product.person('practitioner', { agency: 'Small Steps', sector: 'early years' });
      const officer = await product.person('practitioner', { agency: 'The Force', sector: 'police' });
      const { courseId } = await attendedEvent(product, coordinator, [nursery, officer], {
        title: 'Refreshed course',
        course: { validityMonths: 36, validities: [{ sector: 'police', months: 12 }] },
      });
      const monthsOf = async (personId: string): Promise<number> => {
        const { completedAt, expiresAt } = await product.database
          .repo(CompletionEntity)
          .findOneByOrFail({ personId, courseId });
        return Math.round(((expiresAt?.getTime() ?? 0) - completedAt.getTime()) / (30.44 * 24 * 3600_000));
      };
      expect([await monthsOf(nursery.personId), await monthsOf(officer.personId)]).toEqual([24, 12]);
      const unknown = await product.ask('PATCH', `/api/courses/${courseId}`, {
        as: coordinator,
        body: { validities: [{ sector: 'wizardry', months: 12 }] },
      });
      expect(unknown.status).toBe(422);
    });
  });

  describe('guidance editions', () => {
    it('mark what teaches an old one to review, and know who was last trained on it', async () => {
      const body = { title: 'Working Together', edition: '2023' };
      const made = await product.ask<GuidanceView>('POST', '/api/guidance', { as: coordinator, body });
      const old = made.body.editions[0]!.id;
      const first = await product.person('practitioner', { name: 'Olive Old', agency: 'The Force' });
      const second = await product.person('practitioner', { name: '=Nina New', agency: 'The Force' });
      const teaching = { title: 'Working together course', course: { guidanceEditionIds: [old] } };
      const { courseId } = await attendedEvent(product, coordinator, [first, second], teaching);
      const trained = (query = '') =>
        product.ask<LastTrainedView[]>('GET', `/api/guidance/${made.body.id}/last-trained${query}`, {
          as: administrator,
        });
      expect((await trained()).body).toEqual([]);

      await product.ask('POST', `/api/guidance/${made.body.id}/editions`, { as: coordinator, body: { name: '2026' } });
      const course = await product.ask<CourseView>('GET', `/api/courses/${courseId}`);
      expect(course.body).toMatchObject({ isToReview: true, guidanceEditions: [{ title: 'Working Together 2023' }] });
      expect((await trained()).body.map(({ practitionerName, edition }) => [practitionerName, edition]).sort()).toEqual(
        [
          ['=Nina New', 'Working Together 2023'],
          ['Olive Old', 'Working Together 2023'],
        ],
      );

      const document = await product.ask<GuidanceView>('GET', `/api/guidance/${made.body.id}`, { as: coordinator });
      const newest = document.body.editions[0]!;
      expect([newest.name, document.body.editions[1]!.taughtBy[0]!.title]).toEqual(['2026', 'Working together course']);
      expect((await change(courseId, { guidanceEditionIds: [newest.id] })).body.isToReview).toBe(false);
      expect((await trained()).body).toHaveLength(2);
      const again = { title: 'Working together again', course: { guidanceEditionIds: [newest.id] } };
      await attendedEvent(product, coordinator, [second], again);
      const left = await trained('?_end=1');
      expect([left.body.map(({ practitionerName }) => practitionerName), left.headers['x-total-count']]).toEqual([
        ['Olive Old'],
        '1',
      ]);
      const both = await change(courseId, { guidanceEditionIds: [old, newest.id] });
      expect(both.status).toBe(422);
    });

    it('are exported to the office alone, with a trace, and without formulas', async () => {
      const { body: list } = await product.ask<GuidanceView[]>('GET', '/api/guidance', { as: coordinator });
      const path = `/api/guidance/${list[0]!.id}/last-trained.csv`;
      expect((await product.ask('GET', path, { as: practitioner })).status).toBe(403);
      const csv = await product.ask('GET', path, { as: administrator });
      expect(csv.headers['content-disposition']).toBe('attachment; filename="last-trained.csv"');
      expect(csv.text).toContain('Olive Old');
      const downloads = await product.database
        .repo(AuditEntryEntity)
        .countBy({ action: 'file.download', actorId: administrator.personId, subjectId: list[0]!.id });
      expect(downloads).toBe(1);
    });

    it('are kept by the coordinator, each name once', async () => {
      const body = { title: 'working TOGETHER', edition: '2030' };
      expect((await product.ask('POST', '/api/guidance', { as: administrator, body })).status).toBe(403);
      expect((await product.ask('POST', '/api/guidance', { as: coordinator, body })).status).toBe(409);
    });
  });
});
