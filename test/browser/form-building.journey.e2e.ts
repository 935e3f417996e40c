import { type Page, expect, test } from '@playwright/test';
import type { CourseFormView } from '../../libs/contracts/src';
import { expectAccessible, expectDialogAccessible, expectNoSidewaysScroll, watched } from './looking';
import { signInToOffice } from './office';
import { Person } from './person';
import { Served } from './served';

const COURSE = 'Child Criminal Exploitation';
const STANDING = 'Do you know the thresholds of our area?';
const OWN = 'Which sign would you notice first?';

const dialog = (page: Page) => page.getByRole('dialog');
const question = (page: Page, words: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name: words }) });

test('the coordinator builds a form, publishes it, and then its next version', async ({ browser }) => {
  const served = new Served();
  await served.start();
  try {
    const coordinator = await Person.signIn(served, 'coordinator@partnership.example');
    const courses = await coordinator.ask<{ id: string; title: string }[]>('GET', '/api/courses?_end=100');
    const courseId = courses.find(({ title }) => title === COURSE)?.id ?? '';
    const page = await watched(browser, { baseURL: served.url });
    const look = async (): Promise<void> => {
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    };
    await signInToOffice(page, 'coordinator@partnership.example');

    await test.step('adds a standing question of the partnership', async () => {
      await page.goto('/admin/standing-questions');
      await expect(
        page.getByRole('cell', { name: 'Are you aware of the neglect toolkit?', exact: true }),
      ).toBeVisible();
      await page.getByRole('button', { name: 'Add the question' }).click();
      await expect(page.getByText('Enter the question')).toBeVisible();
      await page.getByRole('textbox', { name: 'Question' }).fill(STANDING);
      await page.getByRole('button', { name: 'Add the question' }).click();
      await expect(page.getByRole('cell', { name: STANDING, exact: true })).toBeVisible();
      await look();
    });

    await test.step('starts from the statement of the course, and adds questions of both kinds', async () => {
      await page.goto(`/admin/courses/${courseId}/evaluation-form`);
      await expect(page.getByText('as long as no form is published')).toBeVisible();
      await look();
      await page.getByRole('button', { name: 'Add a standing question' }).click();
      await dialog(page).getByLabel('Question').fill('thresholds');
      await page.getByRole('option', { name: STANDING }).click();
      await expectDialogAccessible(page);
      await dialog(page).getByRole('button', { name: 'Add the question' }).click();
      await page.getByRole('button', { name: 'Add a new question' }).click();
      await dialog(page).getByLabel('Question').fill(OWN);
      await dialog(page).getByLabel('Answered by').click();
      await page.getByRole('option', { name: 'one answer from a list' }).click();
      await dialog(page).getByRole('button', { name: 'Add the question' }).click();
      await expect(dialog(page)).toContainText('Give at least two answers to choose from');
      await dialog(page)
        .getByLabel('Answers to choose from')
        .fill('Missing from school\nNew things\nA second telephone');
      await expectDialogAccessible(page);
      await dialog(page).getByRole('button', { name: 'Add the question' }).click();
      await expect(dialog(page)).toHaveCount(0);
    });

    await test.step('says when each is asked, which must be answered, what helps, and in which order', async () => {
      await question(page, STANDING).getByLabel('Before', { exact: true }).check();
      await question(page, STANDING).getByLabel('Follow-up', { exact: true }).check();
      await question(page, STANDING).getByLabel('After', { exact: true }).uncheck();
      const own = question(page, OWN);
      await own.getByLabel('After', { exact: true }).check();
      await own.getByLabel('Must be answered').check();
      await own.getByLabel(/^Help for question/).fill('Think of the last month.');
      await own.getByRole('button', { name: /^Up/ }).click();
      await expect(page.getByRole('heading', { level: 3, name: `2. ${OWN}` })).toBeVisible();
      await page.getByRole('button', { name: 'Save the draft' }).click();
      await expect(page.getByRole('heading', { level: 2, name: 'Draft of version 1' })).toBeVisible();
      await look();
    });

    await test.step('sees it as a delegate would, where nothing can be sent', async () => {
      const address = await page.getByRole('link', { name: /^After \(opens/ }).getAttribute('href');
      const preview = await page.context().newPage();
      await preview.goto(address ?? '');
      await expect(preview.getByText('Preview.')).toBeVisible();
      const asked = preview.getByRole('group', { name: OWN });
      await expect(asked).toContainText('Think of the last month.');
      await expect(asked.getByLabel('A second telephone')).toBeVisible();
      await expect(preview.getByText(STANDING)).toHaveCount(0);
      await expect(preview.getByRole('button', { name: 'Send answers' })).toBeDisabled();
      await expectAccessible(preview);
      await expectNoSidewaysScroll(preview);
      await preview.close();
    });

    await test.step('publishes it: it is asked from now on', async () => {
      await page.getByRole('button', { name: 'Publish version 1' }).click();
      await expect(page.getByText('Version 1 is asked now.')).toBeVisible();
      await look();
    });

    await test.step('changes it: the version that is asked stays until the next one is published', async () => {
      await question(page, OWN).getByLabel('Must be answered').uncheck();
      await page.getByRole('button', { name: 'Save the draft' }).click();
      await expect(page.getByRole('heading', { level: 2, name: 'Draft of version 2' })).toBeVisible();
      await expect(page.getByText('Version 1 is asked now.')).toBeVisible();
      await page.getByRole('button', { name: 'Publish version 2' }).click();
      await expect(page.getByRole('table', { name: 'Versions of this form' })).toContainText('Version 2');
      const form = await coordinator.ask<CourseFormView>('GET', `/api/courses/${courseId}/evaluation-form`);
      expect(form.versions.map(({ version }) => version)).toEqual([2, 1]);
      expect(form.current?.questions.map(({ wording, isRequired }) => [wording, isRequired])).toEqual([
        [COURSE, true],
        [OWN, false],
        [STANDING, false],
      ]);
    });
  } finally {
    for (const context of browser.contexts()) await context.close();
    await served.stop();
  }
});
