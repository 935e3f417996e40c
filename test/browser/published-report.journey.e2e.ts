import { expect, test } from '@playwright/test';
import { expectAccessible, expectDialogAccessible, expectNoSidewaysScroll, watched } from './looking';
import { signInToOffice } from './office';
import { Served } from './served';

const TITLE = 'What was learnt from May to September 2024';
const COURSE = 'Reducing Parental Conflict awareness and resources';
const DAY_MS = 24 * 3600_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

test('the coordinator publishes a report, and a scrutineer reads it by a link without signing in', async ({
  browser,
}) => {
  const served = new Served();
  await served.start();
  try {
    const page = await watched(browser, { baseURL: served.url });
    const dialog = page.getByRole('dialog');
    const look = async (): Promise<void> => {
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    };
    let link = '';

    await test.step('publishes whole months that nobody can answer about any more', async () => {
      await signInToOffice(page, 'coordinator@partnership.example');
      await page.goto('/admin/reports/published');
      await expect(page.getByRole('link', { name: 'What was learnt in 2024/25' })).toBeVisible();
      await look();
      await page.getByRole('button', { name: 'Publish a report' }).click();
      await dialog.getByLabel('Title').fill(TITLE);
      await dialog.getByLabel('From').fill('2024-05-02');
      await dialog.getByLabel('To', { exact: true }).fill('2024-09-30');
      await dialog.getByRole('button', { name: 'Publish the report' }).click();
      await expect(dialog).toContainText('Choose the first day of a month');
      await expectDialogAccessible(page);
      await dialog.getByLabel('From').fill('2024-05-01');
      await dialog.getByRole('button', { name: 'Publish the report' }).click();
      await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
      await expect(page.getByRole('heading', { level: 2, name: COURSE })).toBeVisible();
      await look();
    });

    await test.step('makes a link that is shown once', async () => {
      await page.getByRole('button', { name: 'Make a link' }).click();
      await dialog.getByLabel('Whom it is for').fill('The independent scrutineer');
      await dialog.getByLabel('The last day it works').fill(inDays(30));
      await dialog.getByRole('button', { name: 'Make the link' }).click();
      link = await page.getByLabel(/^Address for The independent scrutineer/).inputValue();
      expect(link.startsWith(`${served.url}/published-reports/`)).toBe(true);
      await look();
      await page.getByRole('button', { name: 'I have copied it' }).click();
    });

    for (const javaScriptEnabled of [true, false])
      await test.step(`the scrutineer reads it ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
        const reader = await watched(browser, { baseURL: served.url, javaScriptEnabled });
        const answered = await reader.goto(link);
        expect(answered?.headers()['cache-control']).toContain('no-store');
        await expect(reader.getByRole('heading', { level: 1 })).toHaveText(TITLE);
        await expect(reader.getByRole('heading', { name: COURSE })).toBeVisible();
        await expect(reader.locator('main')).toContainText('These figures are invented.');
        await expect(reader.getByRole('table').first()).toBeVisible();
        if (!javaScriptEnabled) return;
        await expectAccessible(reader);
        await expectNoSidewaysScroll(reader);
        // The link opens this report and nothing else.
        await reader.goto('/my-training');
        await expect(reader).toHaveTitle(/Sign in/);
      });

    await test.step('ends the link, and whoever opens it then is told so', async () => {
      await page.getByRole('button', { name: /^End/ }).click();
      await dialog.getByRole('button', { name: /^End/ }).click();
      await expect(page.getByRole('table', { name: 'Links to read this report' })).toContainText('ended on');
      const reader = await watched(browser, { baseURL: served.url });
      const answered = await reader.goto(link);
      expect(answered?.status()).toBe(404);
      await expect(reader.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(reader.locator('main')).not.toContainText(COURSE);
      await expectAccessible(reader);
      await expectNoSidewaysScroll(reader);
    });
  } finally {
    for (const context of browser.contexts()) await context.close();
    await served.stop();
  }
});
