import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CourseView, EventView, InterestCountView, InterestView } from '@roundtable/contracts';
import { CourseQueries } from '@roundtable/courses';
import { ModuleEntity } from '@roundtable/elearning';
import { EventEntity, PublishedProgramme } from '@roundtable/events';
import { Jobs, MessageEntity, PersonalData } from '@roundtable/platform';
import ICAL from 'ical.js';
import { In } from 'typeorm';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';
import { Website } from '../support/website';

const DAY_MS = 24 * 3600_000;

onTheProduct((product) => {
  let coordinator: Caller;
  let neglect: { eventId: string; courseId: string };
  let online: { eventId: string; courseId: string };
  const dayIn = (days: number) => new Date(product.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
  const page = async (path: string): Promise<string> => {
    const answer = await product.ask('GET', path);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text;
  };
  const titles = (html: string): string[] =>
    [...html.matchAll(/roundtable-card__title"><a[^>]*>([^<]*)</g)].map((match) => match[1] ?? '');
  const found = async (query: string): Promise<string[]> => titles(await page(`/courses?${query}`)).sort();

  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    const venue = await product.ask<{ id: string }>('POST', '/api/venues', {
      as: coordinator,
      body: { name: 'Mansfield Civic Centre' },
    });
    neglect = await publishedEvent(product, coordinator, {
      capacity: 1,
      weeks: 6,
      title: 'Recognising neglect',
      course: { topics: ['Early help', 'Neglect'], level: '2', audienceSectors: ['health'], hours: 3 },
      more: { delivery: 'in-person', venueId: venue.body.id, area: 'county', fees: [{ feeType: '*', pence: 3000 }] },
    });
    online = await publishedEvent(product, coordinator, {
      capacity: 10,
      weeks: 12,
      title: 'Online safety',
      course: { topic: 'Digital', level: '1', audienceSectors: ['police'] },
      more: { keptPlaces: [{ sector: 'police', places: 2, releaseDays: 7 }] },
    });
    await publishedEvent(product, coordinator, {
      capacity: 5,
      weeks: 8,
      title: 'For everybody',
      more: { area: 'city' },
    });
    const taker = await product.person('practitioner');
    await product.ask('POST', `/api/events/${neglect.eventId}/bookings`, { as: taker, body: {} });
  });

  describe('looking through the programme on the website', () => {
    it('forgives typing mistakes, and finds by place', async () => {
      expect(await found('q=neglct')).toEqual(['Recognising neglect']);
      expect(await found('q=mansfeild')).toEqual(['Recognising neglect']);
      expect(await found('q=zebra')).toEqual([]);
    });

    it.each([
      ['topic=Neglect', ['Recognising neglect']],
      ['topic=Early+help', ['Recognising neglect']],
      ['q=early+help', ['Recognising neglect']],
      ['level=1', ['Online safety']],
      ['audience=police', ['For everybody', 'Online safety']],
      ['sector=police', ['Online safety']],
      ['delivery=in-person', ['Recognising neglect']],
      ['area=county', ['Online safety', 'Recognising neglect']],
      ['free=yes', ['For everybody', 'Online safety']],
      ['topic=Neglect&free=yes', []],
    ])('filters by %s', async (query, expected) => {
      expect(await found(query)).toEqual(expected);
    });

    it('filters by date, both days included', async () => {
      expect(await found(`from=${dayIn(42)}&to=${dayIn(42)}`)).toEqual(['Recognising neglect']);
      expect(await found(`from=${dayIn(43)}&to=${dayIn(83)}`)).toEqual(['For everybody']);
    });

    it('shows what was chosen with the way back, and how many each choice leaves', async () => {
      const html = await page('/courses?topic=Neglect&delivery=in-person');
      expect(html).toContain(
        'href="/courses?delivery=in-person"><span class="govuk-visually-hidden">Remove </span>Topic: Neglect',
      );
      expect(html).toContain('Neglect (1)');
      expect(html).toContain('Early help (1)');
      expect(html).toContain('1 course');
    });

    it('says of a card when, where, what is left and what it costs', async () => {
      const card = (await page('/courses?q=neglect')).replace(/\s+/g, ' ');
      expect(card).toMatch(/Next date.*10am to 1pm|Next date.*11am to 2pm/);
      expect(card).toMatch(/Where.*Mansfield Civic Centre.*Places.*Full.*Cost.*£30/);
    });

    it('shows a month day by day', async () => {
      const month = dayIn(42).slice(0, 7);
      const html = await page(`/courses?view=month&month=${month}`);
      expect(html).toContain('Recognising neglect');
      expect(html).toMatch(/roundtable-day__date/);
      expect(await page(`/courses?view=month&month=${month}&topic=Digital`)).not.toContain('Recognising neglect');
    });

    it('prints the dates that fit', async () => {
      expect(await page('/courses?view=print&free=yes')).toContain('Online safety');
      expect(await page('/courses?view=print&free=yes')).not.toContain('Recognising neglect');
    });

    it('answers odd parameters with the list', async () => {
      for (const query of [
        'page=99',
        'page=-1',
        'month=2026-13&view=month',
        'from=2026-02-30',
        'delivery=boat',
        'view=x',
      ])
        expect((await product.ask('GET', `/courses?${query}`)).status).toBe(200);
    });
  });

  describe('the filters of the API', () => {
    const ids = async (query: string) =>
      (await product.ask<EventView[]>('GET', `/api/events?status=published&${query}`)).body.map(({ id }) => id);

    it('are area, audience sector, level and places', async () => {
      expect(await ids('area=county&delivery=in-person')).toEqual([neglect.eventId]);
      expect(await ids('level=2')).toEqual([neglect.eventId]);
      expect(await ids('audienceSector=police')).not.toContain(neglect.eventId);
      expect(await ids('hasPlaces=true')).not.toContain(neglect.eventId);
      expect(await ids('hasPlaces=true')).toContain(online.eventId);
    });

    it('leave out courses for other sectors', async () => {
      const courses = await product.ask<CourseView[]>('GET', '/api/courses?audienceSector=police');
      expect(courses.body.map(({ title }) => title).sort()).toEqual(['For everybody', 'Online safety']);
    });

    it('refuse a sector that is not there, and an area that is none', async () => {
      const body = { title: 'X', summary: 'Y', audienceSectors: ['pirates'] };
      expect((await product.ask('POST', '/api/courses', { as: coordinator, body })).status).toBe(422);
      expect((await product.ask('GET', '/api/events?area=sea')).status).toBe(422);
    });
  });

  describe('every copy of the server', () => {
    it('shows a change at the next request, whoever made it', async () => {
      const other = new PublishedProgramme(product.database, product.app.get(CourseQueries));
      const titleAt = async () => (await other.now()).programme.courses.get(online.courseId)?.title;
      expect(await titleAt()).toBe('Online safety');
      await product.ask('PATCH', `/api/courses/${online.courseId}`, {
        as: coordinator,
        body: { title: 'Safe online' },
      });
      expect(await titleAt()).toBe('Safe online');
      await product.ask('PATCH', `/api/courses/${online.courseId}`, {
        as: coordinator,
        body: { title: 'Online safety' },
      });
      expect(await titleAt()).toBe('Online safety');
    });
  });

  describe('a name that a page shows from elsewhere', () => {
    const change = async (path: string, body: object): Promise<void> => {
      expect([path, (await product.ask('PATCH', path, { as: coordinator, body })).status]).toEqual([path, 200]);
    };

    it('is found at once when a venue gets another one', async () => {
      const { venueId } = await product.database.repo(EventEntity).findOneByOrFail({ id: neglect.eventId });
      expect(await found('q=mansfield')).toEqual(['Recognising neglect']);
      await change(`/api/venues/${venueId}`, { name: 'Worksop Library' });
      expect(await found('q=worksop')).toEqual(['Recognising neglect']);
      expect(await found('q=mansfield')).toEqual([]);
      await change(`/api/venues/${venueId}`, { name: 'Mansfield Civic Centre' });
    });

    it('is found at once when a sector that places are kept for gets another one', async () => {
      const sectors = await product.ask<{ id: string; name: string }[]>('GET', '/api/sectors', { as: coordinator });
      const police = sectors.body.find(({ name }) => name === 'police');
      expect(await found('sector=police')).toEqual(['Online safety']);
      await change(`/api/sectors/${police?.id}`, { name: 'constabulary' });
      expect(await found('sector=constabulary')).toEqual(['Online safety']);
      expect(await found('sector=police')).toEqual([]);
      await change(`/api/sectors/${police?.id}`, { name: 'police' });
      expect(await found('audience=police')).toContain('Online safety');
    });

    it('stands on the page of a course at once when a module or guidance gets another one', async () => {
      const guidance = await product.ask<{ id: string; editions: { id: string }[] }>('POST', '/api/guidance', {
        as: coordinator,
        body: { title: 'Keeping them safe', edition: '2025' },
      });
      const [module] = await product.database.repo(ModuleEntity).find();
      const { courseId } = await publishedEvent(product, coordinator, {
        capacity: 2,
        weeks: 9,
        title: 'Taught from a book',
        course: { prerequisiteModuleIds: [module!.id], guidanceEditionIds: [guidance.body.editions[0]!.id] },
      });
      const { slug } = (await product.ask<CourseView>('GET', `/api/courses/${courseId}`)).body;
      expect(await page(`/c/${slug}`)).toContain('Keeping them safe');
      expect(await page(`/c/${slug}`)).toContain(module!.title);
      await change(`/api/guidance/${guidance.body.id}`, { title: 'Keeping all safe' });
      expect(await page(`/c/${slug}`)).toContain('Keeping all safe');
      await product.database.repo(ModuleEntity).update({ id: module!.id }, { title: 'A module renamed' });
      expect(await page(`/c/${slug}`)).toContain('A module renamed');
      await product.database.repo(ModuleEntity).update({ id: module!.id }, { title: module!.title });
    });
  });

  describe('the pages of a course and an event', () => {
    it('answer what a person asks', async () => {
      const html = (await page(`/events/${neglect.eventId}`)).replace(/\s+/g, ' ');
      for (const words of [
        'How long',
        '3 hours',
        'Where',
        'Mansfield Civic Centre',
        'Cost',
        '£30',
        'Run by',
        'Book by',
      ])
        expect(html).toContain(words);
      expect(html).toContain('cancel free of charge until 5pm on');
      expect(html).toContain('For people who work in: health.');
    });

    it('carry structured data, an own address and a description', async () => {
      const html = await page(`/events/${neglect.eventId}`);
      const data: unknown = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '{}');
      expect(data).toMatchObject({
        '@type': 'EducationEvent',
        name: 'Recognising neglect',
        location: { '@type': 'Place', name: 'Mansfield Civic Centre' },
        offers: { price: '30.00', priceCurrency: 'GBP', availability: 'https://schema.org/SoldOut' },
      });
      expect(html).toContain(`<link rel="canonical" href="http://localhost:3000/events/${neglect.eventId}">`);
      expect(html).toMatch(/<meta name="description" content="Recognising neglect/);
      const slug = (await product.ask<CourseView>('GET', `/api/courses/${neglect.courseId}`)).body.slug;
      const course = await page(`/c/${slug}`);
      expect(course).toContain('"@type":"CourseInstance"');
    });

    it('let no text of a course end the script it stands in', async () => {
      const hostile = '</script><script>alert(1)</script>';
      const { courseId } = await publishedEvent(product, coordinator, { capacity: 2, weeks: 9, title: hostile });
      const { slug } = (await product.ask<CourseView>('GET', `/api/courses/${courseId}`)).body;
      expect(await page(`/c/${slug}`)).not.toContain('<script>alert');
      expect(await page('/programme.rss')).not.toContain('<script>alert(1)</script></title>');
    });
  });

  describe('the feeds', () => {
    it('give the programme as a calendar in UTC that reads back, without a join link', async () => {
      const answer = await product.ask('GET', '/programme.ics?topic=Neglect');
      expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('public, max-age=900');
      expect(answer.text).toContain('REFRESH-INTERVAL');
      expect(answer.text).not.toContain('VTIMEZONE');
      const events = new ICAL.Component(ICAL.parse(answer.text) as unknown[]).getAllSubcomponents('vevent');
      expect(events).toHaveLength(1);
      const read = new ICAL.Event(events[0]);
      expect(read.summary).toBe('Recognising neglect');
      expect(read.location).toBe('Mansfield Civic Centre');
      expect(read.startDate.toJSDate().toISOString()).toBe(`${dayIn(42)}T10:00:00.000Z`);
      expect(read.endDate.zone.tzid).toBe('UTC');
    });

    it('say that nothing changed', async () => {
      for (const path of ['/programme.ics', '/programme.rss']) {
        const first = await product.ask('GET', path);
        const tag = String(first.headers['etag']);
        const again = await product.ask('GET', path, { headers: { 'if-none-match': tag } });
        expect([again.status, again.text]).toEqual([304, '']);
      }
    });

    it('give the programme as RSS with the same filters', async () => {
      const answer = await product.ask('GET', '/programme.rss?topic=Neglect');
      expect(answer.headers['content-type']).toBe('application/rss+xml; charset=utf-8');
      expect(answer.text).toContain('Recognising neglect');
      expect(answer.text).not.toContain('Online safety');
      expect(answer.text).toContain(`http://localhost:3000/events/${neglect.eventId}`);
    });

    it('are linked from the list with what was chosen', async () => {
      const html = await page('/courses?topic=Neglect');
      expect(html).toContain('href="/programme.ics?topic=Neglect"');
      expect(html).toContain('href="/programme.rss?topic=Neglect"');
    });
  });

  describe('asking to be told of a date', () => {
    let courseId: string;
    let slug: string;
    let person: Caller;
    const email = 'waiting@person.example';
    const mails = () => product.database.repo(MessageEntity).findBy({ kind: 'course-date', personId: person.personId });
    const tell = () => product.app.get(Jobs).runAll();
    const newDate = (more: Record<string, unknown> = {}, weeks = 10) =>
      publishedEvent(product, coordinator, { capacity: 5, weeks, courseId, more });

    beforeAll(async () => {
      const made = await publishedEvent(product, coordinator, { capacity: 5, weeks: 5, title: 'Rarely run' });
      courseId = made.courseId;
      slug = (await product.ask<CourseView>('GET', `/api/courses/${courseId}`)).body.slug;
      person = await product.person('practitioner', { email });
    });

    it('is offered on the page of the course, and asks a visitor to sign in', async () => {
      expect(await page(`/c/${slug}`)).toContain(`/c/${slug}/interest`);
      const answer = await product.ask('GET', `/c/${slug}/interest`);
      expect([answer.status, answer.headers['location']]).toEqual([303, `/sign-in?returnTo=%2Fc%2F${slug}%2Finterest`]);
    });

    it('is kept once, with what would suit, and shown on My training', async () => {
      const website = new Website(product);
      await website.signIn(email);
      for (const area of ['county', 'city'])
        expect((await website.post(`/c/${slug}/interest`, { area, delivery: 'online' })).status).toBe(303);
      const own = await product.ask<InterestView[]>('GET', '/api/interests', { as: person });
      expect(own.body).toMatchObject([{ courseTitle: 'Rarely run', area: 'city', delivery: 'online' }]);
      expect((await website.get('/my-training')).text).toContain('Courses you want to be told of');
    });

    it('tells nobody of dates that were there, and once of each new one that suits', async () => {
      await tell();
      expect(await mails()).toHaveLength(0);
      await newDate({ area: 'county' }, 10);
      await newDate({ delivery: 'in-person' }, 11);
      await tell();
      expect(await mails()).toHaveLength(0);
      const { eventId } = await newDate({ area: 'both' }, 12);
      await tell();
      await tell();
      const told = await mails();
      expect(told).toHaveLength(1);
      expect(told[0]?.textBody).toContain(`http://localhost:3000/events/${eventId}`);
    });

    it('tells once each of whoever asked, when an event without a date gets one', async () => {
      const { eventId, courseId: rare } = await publishedEvent(product, coordinator, {
        capacity: 5,
        weeks: 9,
        title: 'When enough ask',
        more: { dateToBeConfirmed: true, sessions: undefined },
      });
      const asked = [await product.person('practitioner'), await product.person('practitioner')];
      for (const as of asked)
        expect((await product.ask('POST', `/api/courses/${rare}/interests`, { as, body: {} })).status).toBe(201);
      const told = () =>
        product.database
          .repo(MessageEntity)
          .findBy({ kind: 'course-date', personId: In(asked.map(({ personId }) => personId)) });
      await tell();
      expect(await told()).toHaveLength(0);
      const sessions = [{ startsAt: `${dayIn(70)}T10:00:00Z`, endsAt: `${dayIn(70)}T13:00:00Z` }];
      const body = { dateToBeConfirmed: false, sessions };
      expect((await product.ask('PATCH', `/api/events/${eventId}`, { as: coordinator, body })).status).toBe(200);
      await tell();
      await tell();
      expect((await told()).map(({ personId }) => personId).sort()).toEqual(
        asked.map(({ personId }) => personId).sort(),
      );
      expect((await told())[0]?.textBody).toContain(`/events/${eventId}`);
    });

    it('is counted by course for the office alone', async () => {
      const counts = await product.ask<InterestCountView[]>('GET', `/api/interest-counts?id=${courseId}`, {
        as: coordinator,
      });
      expect(counts.body).toMatchObject([{ id: courseId, total: 1, city: 1, online: 1 }]);
      expect((await product.ask('GET', '/api/interest-counts', { as: person })).status).toBe(403);
    });

    it('can be ended by the person alone', async () => {
      const [own] = (await product.ask<InterestView[]>('GET', '/api/interests', { as: person })).body;
      const stranger = await product.person('practitioner');
      expect((await product.ask('DELETE', `/api/interests/${own!.id}`, { as: stranger })).status).toBe(404);
      expect((await product.ask('DELETE', `/api/interests/${own!.id}`, { as: person })).status).toBe(204);
      await newDate({ area: 'both' }, 13);
      await tell();
      expect(await mails()).toHaveLength(1);
    });

    it('is in the export of own data, and goes when the person is forgotten', async () => {
      await product.ask('POST', `/api/courses/${courseId}/interests`, { as: person, body: {} });
      const data = product.app.get(PersonalData);
      const section = (await data.exportOf(person.personId)).find(({ title }) => title.startsWith('Courses you want'));
      expect(section?.rows).toMatchObject([{ Course: 'Rarely run' }]);
      await product.database.transaction(() => data.withdrawConsents(person.personId));
      expect((await product.ask<InterestView[]>('GET', '/api/interests', { as: person })).body).toEqual([]);
    });
  });
});
