import { type Page, expect, test } from '@playwright/test';
import { shownCode } from '../support/authenticator';
import { expectAccessible, expectNoSidewaysScroll, watched } from './looking';
import { Served } from './served';

const OWNER = 'owner@partnership.example';
const PASSWORD = 'round-table-demo';

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Email address').fill(OWNER);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test.describe('asking for a second factor', () => {
  const served = new Served();
  test.beforeAll(async () => {
    await served.start();
    await served.createUser(OWNER, 'system-owner');
  });
  // A page that still asks for something would meet a server that is gone.
  test.afterEach(async ({ browser }) => {
    for (const context of browser.contexts()) await context.close();
  });
  test.afterAll(() => served.stop());

  test('signs whoever has none out, and lets them in again once an app is set up', async ({ browser }) => {
    const page = await watched(browser, { baseURL: served.url });
    await page.goto('/admin/');
    await signIn(page);
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
    await page.goto('/admin/settings');
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    await expect(page.getByLabel('Ask for a second factor')).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByLabel('Ask for a second factor').click();
    await page.getByRole('option', { name: 'Yes' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in to the back office' })).toBeVisible();

    await signIn(page);
    await page.waitForURL('**/account/second-factor');
    await expectAccessible(page);
    // Nothing else opens before it is done.
    await page.goto('/my-training');
    await page.waitForURL('**/account/second-factor');
    await page.getByRole('button', { name: 'Set up the second step' }).click();
    const secret = (await page.locator('.roundtable-key').innerText()).replaceAll(' ', '');
    await expectAccessible(page);
    await page.locator('input[name="code"]').fill(shownCode(secret));
    await page.getByRole('button', { name: 'Turn it on' }).click();
    await expect(page.locator('.roundtable-keys li')).toHaveCount(10);
    await expectAccessible(page);

    await page.goto('/admin/accounts');
    const own = page.getByRole('row', { name: new RegExp(OWNER) });
    await expect(own).toContainText('on');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page);
    await page.getByLabel('Code from your authenticator app').fill(shownCode(secret, 1));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  });
});
