import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watched } from './looking';
import { signInToOffice } from './office';
import { Person } from './person';
import { Served } from './served';

/** Of the demonstration: over for some weeks, so that answers after it are still taken. */
const COURSE = 'Prevent Duty';

test('the office prints the form, and types a sheet in by keyboard alone', async ({ browser }) => {
  const served = new Served();
  await served.start();
  try {
    const coordinator = await Person.signIn(served, 'coordinator@partnership.example');
    const events = await coordinator.ask<{ id: string; courseTitle: string; startsAt: string }[]>(
      'GET',
      '/api/events?status=ended&_end=100&_sort=startsAt&_order=DESC',
    );
    const eventId = events.find(({ courseTitle }) => courseTitle === COURSE)?.id ?? '';
    const page = await watched(browser, { baseURL: served.url });
    await signInToOffice(page, 'administrator@partnership.example');
    const { keyboard } = page;

    await test.step('prints the sheet, with the digits that are typed in afterwards', async () => {
      await page.goto(`/admin/events/${eventId}/paper`);
      const address = await page.getByRole('link', { name: /^Print this form/ }).getAttribute('href');
      const sheet = await page.context().newPage();
      await sheet.goto(address ?? '');
      await expect(sheet.locator('main')).toContainText('What helped you most?');
      await expectAccessible(sheet);
      await expectNoSidewaysScroll(sheet);
      await sheet.close();
    });

    await test.step('sees who has answered, and nothing of what', async () => {
      await expect(page.getByRole('heading', { level: 2, name: /of \d+ answered$/ })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });

    const answered = page.getByRole('heading', { level: 2, name: /of \d+ answered$/ });
    const countBefore = Number(/^\d+/.exec((await answered.textContent()) ?? '')?.[0]);

    await test.step('types one in: a digit chooses and goes on, Enter goes on and saves', async () => {
      await page.reload();
      await expect(page.getByRole('button', { name: '1 Very poor' }).first()).toBeFocused();
      const began = performance.now();
      for (const digit of ['4', '5']) await keyboard.press(digit);
      await keyboard.type('8');
      await keyboard.press('Enter');
      await keyboard.type('I will ask first.');
      await keyboard.press('Enter');
      await keyboard.press('1');
      await expect(page.getByRole('button', { name: 'Save this sheet' })).toBeFocused();
      await keyboard.press('Enter');
      await expect(answered).toHaveText(new RegExp(`^${countBefore + 1} of`));
      console.log(`A sheet of five questions, typed in by this script: ${Math.round(performance.now() - began)} ms.`);
    });

    await test.step('the next sheet has the keyboard at once, and says what is missing', async () => {
      await expect(page.getByRole('button', { name: '1 Very poor' }).first()).toBeFocused();
      await keyboard.press('3');
      for (let times = 0; times < 4; times += 1) await keyboard.press('Enter');
      await keyboard.press('Enter');
      await expect(page.getByText('Look at the questions below again.')).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('the event counts the sheet among its answers', async () => {
      const counted = await coordinator.ask('GET', `/api/events/${eventId}/evaluation`);
      expect(counted).toMatchObject({ after: { answered: countBefore + 1 } });
    });
  } finally {
    for (const context of browser.contexts()) await context.close();
    await served.stop();
  }
});
