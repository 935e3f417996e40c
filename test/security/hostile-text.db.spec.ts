import { beforeAll, describe, expect, it } from '@jest/globals';
import { BookingEntity } from '@roundtable/bookings';
import type { MessageView } from '@roundtable/contracts';
import { EventEntity, EventSessionEntity } from '@roundtable/events';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';
import { Website } from '../support/website';

const MARK = 'hostile';
const HTML = `<script>alert("${MARK}")</script><img src=x onerror=alert("${MARK}")>`;
const ATTRIBUTE = `"'><svg onload=alert('${MARK}')>`;
const TEMPLATE = '{{7*7}}${7*7}<%= 7*7 %>{% raw %}#{7*7}';
const ALL = `${HTML}${ATTRIBUTE}${TEMPLATE}`;
const FORMULA = `=HYPERLINK("http://evil.example","${MARK}")`;

/** Nothing of what was typed has become part of the page. */
function expectHarmless(where: string, html: string): void {
  expect([
    where,
    html.match(/<script>alert|<img src=x|<svg onload|onerror=alert\("|\s'><|7\*7}}\$49|\b49\$/gi),
  ]).toEqual([where, null]);
  for (const [, attributes] of html.matchAll(/<[a-z][a-z0-9-]*\b([^>]*)>/gi))
    expect([where, / on(load|error|mouseover)\s*=/i.test(attributes!.replace(/"[^"]*"/g, '""'))]).toEqual([
      where,
      false,
    ]);
}

onTheProduct((product) => {
  let coordinator: Caller;
  let person: Caller;
  let eventId: string;
  let courseId: string;
  let slug: string;
  let bookingId: string;
  const email = 'hostile@person.example';
  const browser = new Website(product);

  beforeAll(async () => {
    coordinator = await product.person('coordinator', { email: 'coordinator@person.example' });
    person = await product.person('practitioner', { email, name: ALL.slice(0, 200), agency: ALL.slice(0, 190) });
    const venue = await product.ask<{ id: string }>('POST', '/api/venues', {
      as: coordinator,
      body: { name: ALL.slice(0, 190), address: ALL },
    });
    ({ eventId, courseId } = await publishedEvent(product, coordinator, {
      capacity: 5,
      title: ALL.slice(0, 200),
      course: {
        summary: ALL,
        aims: ALL,
        audience: ALL,
        topic: `${HTML}`.slice(0, 100),
        level: '"><b>x',
        outcomeStatements: [{ stem: 'knowledge of', wording: ALL }],
      },
      more: { delivery: 'in-person', venueId: venue.body.id, fees: [{ feeType: '*', pence: 1000 }] },
    }));
    slug = (await product.ask<{ slug: string }>('GET', `/api/courses/${courseId}`)).body.slug;
    const booked = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, {
      as: person,
      body: { accessNeeds: ALL, orderNumber: ALL.slice(0, 60) },
    });
    bookingId = booked.body.id;
    expect(booked.status).toBe(201);
    await browser.signIn(email);
  });

  describe('hostile text', () => {
    it('that was kept is shown as text on every page of the website', async () => {
      const paths = [
        '/',
        '/courses',
        `/courses?topic=${encodeURIComponent(HTML.slice(0, 100))}`,
        `/c/${slug}`,
        `/events/${eventId}`,
        `/events/${eventId}/book`,
        '/my-training',
        `/my-training/bookings/${bookingId}`,
        `/my-training/bookings/${bookingId}/cancel`,
        `/my-training/bookings/${bookingId}/before`,
        '/learning',
      ];
      let shown = 0;
      for (const path of paths) {
        const page = await browser.get(path);
        expect([path, page.status < 400]).toEqual([path, true]);
        expectHarmless(path, page.text);
        shown += page.text.split('&lt;script&gt;').length - 1;
      }
      expect(shown).toBeGreaterThan(10);
    });

    it.each([HTML, ATTRIBUTE, TEMPLATE, 'javascript:alert(1)', '\u202e<b>'])(
      'that was just sent is shown as text: %j',
      async (text) => {
        const encoded = encodeURIComponent(text);
        const answers = [
          await browser.get(`/courses?q=${encoded}&topic=${encoded}&level=${encoded}&delivery=${encoded}`),
          await new Website(product).get(`/sign-in?returnTo=${encoded}`),
          await new Website(product).post('/sign-in', { email: text, password: text, returnTo: text, code: text }),
          await browser.get(`/${encoded}`),
          await browser.get(`/c/${encoded}`),
          await browser.get(`/certificates/${encoded}`),
          await browser.get(`/evaluations/${encoded}`),
          await browser.get(`/my-training/bookings/${bookingId}?done=${encoded}`),
          await browser.post(`/my-training/bookings/${bookingId}/cancel`, { reason: text }),
          await browser.post('/sign-in', { [text]: [text, text] }),
        ];
        for (const [index, answer] of answers.entries()) {
          expect([index, answer.status < 500]).toEqual([index, true]);
          expectHarmless(`${index}`, answer.text);
          expect(answer.text).not.toContain('href="javascript:');
        }
      },
    );

    it('comes back from every step of a booking as text', async () => {
      const other = new Website(product);
      await product.person('practitioner', { email: 'other@person.example' });
      await other.signIn('other@person.example');
      const course = await product.ask<{ outcomeStatements: { id: string }[] }>('GET', `/api/courses/${courseId}`);
      const ratings = Object.fromEntries(course.body.outcomeStatements.map(({ id }) => [`rating-${id}`, '3']));
      for (const fields of [
        { step: 'check', accessNeeds: ALL, orderNumber: ALL },
        {
          step: 'check',
          ...ratings,
          accessNeeds: ALL,
          consent: 'yes',
          keepNeeds: 'event',
          orderNumber: ALL.slice(0, 60),
        },
        { step: 'change', ...ratings, accessNeeds: ALL, consent: ALL, orderNumber: ALL.slice(0, 60), wait: ALL },
      ]) {
        const page = await other.post(`/events/${eventId}/book`, fields);
        expectHarmless(fields.step, page.text);
        expect(page.text).toContain('&lt;script&gt;');
      }
    });

    it('is text in the HTML part of every mail, and no access need is in any of them', async () => {
      await product.ask('POST', `/api/bookings/${bookingId}/cancellation`, {
        as: person,
        body: { reason: ALL.slice(0, 300) },
      });
      const again = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, {
        as: person,
        body: {},
      });
      bookingId = again.body.id;
      const mails = await product.ask<MessageView[]>('GET', '/api/messages?_end=200', { as: coordinator });
      expect(mails.body.length).toBeGreaterThan(2);
      for (const mail of mails.body) {
        expectHarmless(mail.kind, mail.html);
        expect(mail.html).not.toMatch(/<(script|img|svg|iframe|link|style)\b/i);
        expect([...mail.html.matchAll(/\b(?:href|src)="([^"]*)"/g)].every(([, url]) => url!.startsWith('http:'))).toBe(
          true,
        );
      }
    });

    it('is JSON in the API, never a page', async () => {
      for (const path of [
        `/api/courses/${courseId}`,
        `/api/events/${eventId}`,
        `/api/bookings/${bookingId}`,
        `/api/courses?q=${encodeURIComponent(HTML)}`,
        `/api/${encodeURIComponent(HTML)}`,
        `/api/events?${encodeURIComponent(HTML)}=1`,
      ]) {
        const answer = await product.ask('GET', path, { as: person });
        expect([path, String(answer.headers['content-type'])]).toEqual([
          path,
          expect.stringMatching(/^application\/(problem\+)?json; charset=utf-8$/),
        ]);
        expect(answer.headers['x-content-type-options']).toBe('nosniff');
      }
    });

    it('that looks like a formula is text in a CSV file, and the certificate is drawn', async () => {
      const formulas = await publishedEvent(product, coordinator, {
        capacity: 5,
        title: FORMULA,
        course: { code: 'FORMULA', outcomeStatements: [{ stem: 'skill in', wording: '@SUM(1+1)*cmd|x' }] },
      });
      const booked = await product.ask<{ id: string }>('POST', `/api/events/${formulas.eventId}/bookings`, {
        as: person,
        body: {},
      });
      const endsAt = new Date(Date.now() - 24 * 3600_000);
      const times = { startsAt: new Date(endsAt.getTime() - 3600_000), endsAt };
      await product.database.repo(EventEntity).update({ id: formulas.eventId }, times);
      await product.database.repo(EventSessionEntity).update({ eventId: formulas.eventId }, times);
      await product.ask('PUT', `/api/events/${formulas.eventId}/register`, {
        as: coordinator,
        body: { entries: [{ bookingId: booked.body.id, attendance: 'present' }] },
      });
      await product.ask('POST', `/api/events/${formulas.eventId}/register/closure`, { as: coordinator });
      const form = await product.ask<{ questions: { id: string }[] }>(
        'GET',
        `/api/bookings/${booked.body.id}/evaluations/after`,
        { as: person },
      );
      const answers = form.body.questions.map(({ id }) => ({ questionId: id, value: 4 }));
      await product.ask('PUT', `/api/bookings/${booked.body.id}/evaluations/after`, { as: person, body: { answers } });
      const certificate = await product.ask('GET', `/api/bookings/${booked.body.id}/certificate.pdf`, { as: person });
      expect([certificate.status, certificate.text.slice(0, 5)]).toEqual([200, '%PDF-']);
      expect(certificate.text).not.toMatch(/\/(JavaScript|JS|Launch|OpenAction)\b/);
      const csv = await product.ask('GET', '/api/reports/knowledge-gain.csv', { as: coordinator });
      expect(csv.text).toContain("'=HYPERLINK");
      expect(csv.text).toContain("'@SUM");
      const cells = csv.text.split(/\r\n|,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^\ufeff?"?/, ''));
      expect(cells.filter((cell) => /^[=+@\t]|^-[^0-9.]/.test(cell))).toEqual([]);
    });

    it('was kept as it was typed, so that this test proves something', async () => {
      const booking = await product.database.repo(BookingEntity).findOneByOrFail({ id: bookingId });
      const view = await product.ask<{ practitionerName: string }>('GET', `/api/bookings/${booking.id}`, {
        as: person,
      });
      expect(view.body.practitionerName).toContain('<script>alert(');
    });
  });
});
