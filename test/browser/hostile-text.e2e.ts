import { expect, test } from '@playwright/test';
import { Person } from './person';
import { Served } from './served';

const PASSWORD = 'round-table-demo';
const HOSTILE = `"'><img src=x onerror="window.hostile=1"><svg onload="window.hostile=1"><script>window.hostile=1</script>{{7*7}}`;

test('hostile text is shown as text, in the back office and on the website', async ({ browser }) => {
  const served = new Served();
  await served.start();
  try {
    const coordinator = await Person.signIn(served, 'coordinator@partnership.example');
    const agency = await coordinator.ask<{ id: string }>('POST', '/api/agencies', {
      name: `Agency ${HOSTILE}`,
      sector: 'health',
    });
    const person = await coordinator.ask<{ id: string }>('POST', '/api/practitioners', {
      name: `Person ${HOSTILE}`,
      email: 'hostile@person.example',
      agencyId: agency.id,
      jobRole: HOSTILE.slice(0, 120),
    });
    const venue = await coordinator.ask<{ id: string }>('POST', '/api/venues', {
      name: `Venue ${HOSTILE}`,
      address: HOSTILE,
    });
    const course = await coordinator.ask<{ id: string; slug: string }>('POST', '/api/courses', {
      title: `Course ${HOSTILE}`,
      summary: HOSTILE,
      aims: HOSTILE,
      audience: HOSTILE,
      topic: HOSTILE.slice(0, 100),
      code: 'HOSTILE',
      outcomeStatements: [{ stem: 'knowledge of', wording: HOSTILE }],
    });
    await coordinator.ask('POST', `/api/courses/${course.id}/publication`, {});
    const event = await coordinator.ask<{ id: string }>('POST', '/api/events', {
      courseId: course.id,
      capacity: 5,
      delivery: 'in-person',
      venueId: venue.id,
      sessions: [{ startsAt: '2031-05-21T09:00:00Z', endsAt: '2031-05-21T12:00:00Z' }],
    });
    await coordinator.ask('POST', `/api/events/${event.id}/publication`, {});
    const booking = await coordinator.ask<{ id: string }>('POST', `/api/events/${event.id}/bookings`, {
      practitionerId: person.id,
      accessNeeds: HOSTILE,
      orderNumber: '"><b>x</b>',
    });
    await coordinator.ask('POST', `/api/bookings/${booking.id}/cancellation`, { reason: HOSTILE });
    const messages = await coordinator.ask<{ id: string }[]>('GET', `/api/messages?bookingId=${booking.id}`);

    const page = await browser.newPage({ baseURL: served.url });
    let asked = 0;
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => (asked += 1)));
    const look = async (path: string): Promise<void> => {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => 'hostile' in window), path).toBe(false);
      expect(await page.locator('img[src="x"], svg[onload], [onerror]').count(), path).toBe(0);
      for (const frame of page.frames().slice(1)) {
        expect(await frame.evaluate(() => 'hostile' in window).catch(() => false), path).toBe(false);
        expect(await frame.locator('img[src="x"], svg[onload], [onerror]').count(), path).toBe(0);
      }
    };
    for (const path of [
      '/courses',
      `/c/${course.slug}`,
      `/events/${event.id}`,
      `/courses?q=${encodeURIComponent(HOSTILE)}`,
    ])
      await look(path);
    await page.goto('/admin/');
    await page.getByLabel(/Email/).fill('coordinator@partnership.example');
    await page
      .getByLabel(/Password/)
      .first()
      .fill(PASSWORD);
    await page.getByRole('button', { name: /Sign in/ }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible();
    const q = encodeURIComponent(JSON.stringify({ q: 'hostile' }));
    for (const path of [
      `/admin/practitioners?filter=${q}`,
      '/admin/agencies',
      '/admin/courses',
      `/admin/courses/${course.id}`,
      '/admin/events',
      `/admin/events/${event.id}/show`,
      `/admin/events/${event.id}`,
      '/admin/bookings',
      `/admin/bookings/${booking.id}/show`,
      '/admin/messages',
      ...messages.map(({ id }) => `/admin/messages/${id}/show`),
      `/admin/search?q=${encodeURIComponent(HOSTILE)}`,
      `/admin/practitioners?filter=${encodeURIComponent(JSON.stringify({ q: HOSTILE }))}`,
    ])
      await look(path);
    await page.goto(`/admin/bookings/${booking.id}/show`);
    await expect(page.locator('body')).toContainText('<script>window.hostile=1</script>');
    expect(asked).toBe(0);
  } finally {
    await served.stop();
  }
});
