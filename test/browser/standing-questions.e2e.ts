import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watched } from './looking';
import { signInToOffice } from './office';
import { Served } from './served';

const [AWARE, USED] = ['Are you aware of the pathway?', 'Have you used the pathway?'];

test('the coordinator links awareness and use, and opens the reports of them', async ({ browser }) => {
  const served = new Served();
  await served.start();
  try {
    const page = await watched(browser, { baseURL: served.url });
    await signInToOffice(page, 'coordinator@partnership.example');

    await test.step('adds a question about use that follows one about awareness', async () => {
      await page.goto('/admin/standing-questions');
      const form = page.locator('main form').filter({ hasText: 'Add the question' });
      const add = async (wording: string) => {
        await form.getByRole('textbox', { name: 'Question', exact: true }).fill(wording);
        await form.getByRole('button', { name: 'Add the question' }).click();
        await expect(page.getByRole('row', { name: wording })).toBeVisible();
      };
      await add(AWARE);
      await form.getByLabel('Follows (optional)').click();
      await page.getByRole('option', { name: AWARE }).click();
      await add(USED);
      await expect(page.getByRole('row', { name: USED })).toContainText(AWARE);
      await expectAccessible(page);
    });

    await test.step('is told at the field why the first cannot follow the second', async () => {
      await page.getByRole('button', { name: `Choose what ${AWARE} follows` }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Follows (optional)').click();
      await page.getByRole('option', { name: USED }).click();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog).toContainText('That question follows this one already');
      await dialog.getByRole('button', { name: 'Go back' }).click();
    });

    await test.step('opens the reports of other questions and of questions over time', async () => {
      for (const [path, heading] of [
        ['/admin/reports/questions', 'Other questions'],
        ['/admin/reports/standing-questions?every=quarter', 'Questions over time'],
      ] as const) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
    });
  } finally {
    await served.stop();
  }
});
