import { type Page, expect, test } from '@playwright/test';
import { Person } from './person';
import { watched } from './looking';
import { Served } from './served';

const PASSWORD = 'round-table-demo';

interface Breach {
  page: string;
  directive: string;
  blocked: string;
}

/** Collects what the browser refuses to load or run because of the page's policy. */
async function breachesOf(page: Page): Promise<() => Promise<Breach[]>> {
  const breaches: Breach[] = [];
  await page.exposeFunction('tellBreach', (breach: Breach) => breaches.push(breach));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (window as unknown as { tellBreach(breach: object): void }).tellBreach;
      tell({ page: location.pathname, directive: event.effectiveDirective, blocked: event.blockedURI });
    });
  });
  return async () => {
    await page.waitForTimeout(100);
    return breaches;
  };
}

/** Nothing may be fetched from anywhere but this server. */
function expectOwnRequestsOnly(page: Page, url: string): void {
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && !request.url().startsWith('blob:'))
      expect.soft(new URL(request.url()).origin, request.url()).toBe(url);
  });
}

test.describe('the content security policy', () => {
  const served = new Served();
  test.beforeAll(() => served.start());
  test.afterAll(() => served.stop());

  test('stops what it should, so that these tests prove something', async ({ browser }) => {
    const page = await (await browser.newContext({ baseURL: served.url })).newPage();
    const breaches = await breachesOf(page);
    await page.goto('/');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.hasRun = true';
      document.body.append(script);
      const image = new Image();
      image.src = 'https://evil.example/pixel.png';
      document.body.append(image);
    });
    expect((await breaches()).map((breach) => breach.directive).sort()).toEqual(['img-src', 'script-src-elem']);
    expect(await page.evaluate(() => 'hasRun' in window)).toBe(false);
  });

  test('lets every page of the website work', async ({ browser }) => {
    const coordinator = await Person.signIn(served, 'coordinator@partnership.example');
    const [event] = await coordinator.ask<{ id: string }[]>('GET', '/api/events?status=published&_end=1');
    const [course] = await coordinator.ask<{ slug: string }[]>('GET', '/api/courses?status=published&_end=1');
    const page = await watched(browser, { baseURL: served.url });
    const breaches = await breachesOf(page);
    expectOwnRequestsOnly(page, served.url);
    const visit = async (paths: string[]): Promise<void> => {
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      }
    };
    await visit([
      '/',
      '/courses',
      `/c/${course?.slug}`,
      `/events/${event?.id}`,
      '/learning',
      '/accessibility',
      '/privacy',
      '/no-such-page',
    ]);
    await page.goto('/learning');
    await page.locator('main a[href^="/learning/"]').first().click();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByLabel('Email address').fill('practitioner@sherwood.example');
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/my-training/);
    await visit(['/my-training', `/events/${event?.id}`, `/events/${event?.id}/book`]);
    await page.goto('/my-training');
    for (const href of await page
      .locator('main a[href^="/my-training/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')))
      if (!href.endsWith('.pdf')) await visit([href]);
    expect(await breaches()).toEqual([]);
  });

  test('lets the back office work', async ({ browser }) => {
    const page = await watched(browser, { baseURL: served.url });
    const breaches = await breachesOf(page);
    expectOwnRequestsOnly(page, served.url);
    await page.goto('/admin/');
    await page.getByLabel(/Email/).fill('coordinator@partnership.example');
    await page
      .getByLabel(/Password/)
      .first()
      .fill(PASSWORD);
    await page.getByRole('button', { name: /Sign in/ }).click();
    await expect(page.getByRole('navigation').first()).toBeVisible();
    const screens = [
      'events',
      'courses',
      'bookings',
      'practitioners',
      'agencies',
      'messages',
      'completions',
      'modules',
    ];
    for (const screen of screens) {
      await page.goto(`/admin/${screen}`);
      await expect(page.locator('h1, h2').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
    }
    await page.goto('/admin/messages');
    await page.locator('tbody a, tbody tr').first().click();
    await page.waitForLoadState('networkidle');
    await page.goto('/admin/courses/create');
    await page.waitForLoadState('networkidle');
    expect(await breaches()).toEqual([]);
  });

  test('lets the reference of the API work, and asks nobody else', async ({ browser }) => {
    const page = await watched(browser, { baseURL: served.url });
    const breaches = await breachesOf(page);
    expectOwnRequestsOnly(page, served.url);
    await page.goto('/api/docs');
    await expect(page.getByRole('heading', { name: /Roundtable/ })).toBeVisible();
    const operation = page.locator('.opblock', { hasText: '/api/certificates/{code}' }).first();
    // What is further down is drawn when it is scrolled to, a screen at a time.
    for (let tries = 0; tries < 300 && (await operation.count()) === 0; tries += 1) {
      await page.mouse.wheel(0, 800);
      await page.waitForTimeout(50);
    }
    await operation.locator('.opblock-summary-control').click();
    await operation.getByRole('button', { name: 'Try it out' }).click();
    await operation.getByPlaceholder('code').fill('RT-NONE-NONE');
    await operation.getByRole('button', { name: 'Execute' }).click();
    await expect(operation.locator('.responses-table.live-responses-table')).toContainText('404');
    await page.screenshot({ path: 'test-results/api-docs.png' });
    expect(await breaches()).toEqual([]);
  });
});
