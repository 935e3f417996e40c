import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watched } from './looking';
import { signInToOffice } from './office';
import { Served } from './served';

const HEADING = 'Course\tDate\tTime\tDelivery\tFee\tPlaces';

/** A row of next year's programme; every tenth has a slip. */
function row(n: number): string {
  const day = new Date(Date.UTC(2031, 3, 7 + 7 * n)).toISOString().slice(0, 10);
  return ['SR', day, n % 10 === 9 ? '9.30-12.30 am' : '9.30 – 12.00', 'Online', '£30', '24'].join('\t');
}

test('the coordinator pastes forty rows of a programme, mends four and promotes what is there', async ({ browser }) => {
  const served = new Served();
  await served.start();
  try {
    const page = await watched(browser, { baseURL: served.url });
    await signInToOffice(page, 'coordinator@partnership.example');

    await test.step('pastes the table and sees what is wrong beside each row', async () => {
      await page.goto('/admin/imports/paste');
      await page.getByLabel('The table').fill([HEADING, ...Array.from({ length: 40 }, (_, n) => row(n))].join('\n'));
      await page.getByRole('button', { name: 'Read the table' }).click();
      await expect(page.getByText('40 rows, 4 to mend.')).toBeVisible();
      await expect(page.getByLabel('Time, row 10')).toHaveAttribute('aria-invalid', 'true');
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });

    await test.step('answers one question, and saves what is right', async () => {
      await page.getByRole('button', { name: '9:30am to 12:30pm' }).first().click();
      await expect(page.getByLabel('Time, row 10')).toBeFocused();
      await expect(page.getByLabel('Time, row 10')).toHaveValue('9:30am to 12:30pm');
      await page.getByRole('button', { name: 'Save the rows that are ready' }).click();
      await expect(page.getByText('3 rows, 3 to mend.')).toBeVisible();
      await expect(page.getByText(/We saved 37 new rows/).first()).toBeVisible();
    });

    await test.step('mends the others with the keyboard, until none is left', async () => {
      await page.getByLabel('Time, row 20').focus();
      for (let times = 0; times < 3; times += 1) {
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type('9.30am - 12.30pm');
        await page.keyboard.press('Enter');
      }
      await page.getByRole('button', { name: 'Save the rows that are ready' }).click();
      await expect(page.getByText('No rows are left here.')).toBeVisible();
    });

    await test.step('sees them in the calendar and the planner, and makes a block of them', async () => {
      for (const path of ['/admin/programme-calendar?month=2031-04', '/admin/year-planner', '/admin/promote']) {
        await page.goto(path);
        await expect(
          page
            .getByRole('link', { name: /Safer Recruitment/ })
            .or(page.getByRole('checkbox'))
            .first(),
        ).toBeVisible();
        await expectAccessible(page);
      }
      await page.getByRole('checkbox', { name: /Safer Recruitment in Early Years, Mon 7 Apr 2031/ }).check();
      await page.getByRole('button', { name: 'Make the block' }).click();
      await expect(page.getByRole('heading', { name: 'The block' })).toBeVisible();
      await expect(page.getByText('When: Monday 7 April 2031, 9:30am to 12pm').first()).toBeVisible();
      await expectAccessible(page);
    });
  } finally {
    await served.stop();
  }
});
