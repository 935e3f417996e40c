import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Person } from './person';
import { expectAccessible, watched } from './looking';
import { Served } from './served';

const COURSE = 'Managing Allegations Workshop';

test('the coordinator sees the booking, closes the register and reads what was learnt', async ({ browser }) => {
  const served = new Served();
  await served.start();
  try {
    const practitioner = await Person.signIn(served, 'practitioner@sherwood.example');
    const { bookingId, reference, eventId } = await practitioner.bookTheWorkshop();
    const page = await watched(browser, { baseURL: served.url });

    await test.step('signs in', async () => {
      await page.goto('/admin/');
      await expectAccessible(page);
      await page.getByLabel('Email address').fill('coordinator@partnership.example');
      await page.getByRole('textbox', { name: 'Password' }).fill('round-table-demo');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('heading', { level: 1, name: /needs? you/ })).toBeVisible();
      await expect(page.getByText('Demonstration data')).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('finds the event with its places, and the booking with its agency', async () => {
      await page.goto('/admin/events');
      await page
        .getByRole('link', { name: new RegExp(COURSE) })
        .first()
        .click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(COURSE);
      await expect(page.locator('main')).toContainText(/22 (of|out of) 24|22 places|24 places/);
      const row = page.getByRole('row', { name: /Pat Practitioner/ }).first();
      await expect(row).toContainText('Sherwood Primary School');
      await expectAccessible(page);
    });

    await test.step('reads the mail with its calendar invitation, exactly as it goes out', async () => {
      await page.goto(`/admin/bookings/${bookingId}/show`);
      await expect(page.locator('main')).toContainText(reference);
      await page
        .getByRole('link', { name: /Place booked/ })
        .first()
        .click();
      await expect(page.locator('main')).toContainText('METHOD:REQUEST');
      await expect(page.locator('main')).toContainText(`UID:booking-${bookingId}-1@`);
      await expect(page.frameLocator('iframe').locator('body')).toContainText('You have a place on this training');
      await expectAccessible(page);
    });

    await test.step('moves the clock past the event and closes the register', async () => {
      await page.getByRole('button', { name: 'Move the clock' }).click();
      await page.getByLabel('Days after the real date').fill('30');
      await page.getByRole('dialog').getByRole('button', { name: 'Move the clock' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.goto(`/admin/events/${eventId}/show`);
      await page.getByRole('button', { name: /Mark everybody present/i }).click();
      await expect(page.getByRole('table', { name: 'Register, person by person' })).toContainText('Attended', {
        ignoreCase: true,
      });
      await page
        .getByRole('button', { name: /Close the register/i })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      if (await dialog.isVisible()) await dialog.getByRole('button', { name: /Close the register/i }).click();
      await expect(page.locator('main')).toContainText(/Closed on/);
      await expectAccessible(page);
    });

    await test.step('reads the report, in which the pair just made counts, and downloads it', async () => {
      await page.goto('/admin/reports/knowledge-gain');
      const statement = page
        .locator('main')
        .getByText(/12 answered both times/)
        .first();
      await practitioner.answerAfter(bookingId);
      await page.reload();
      await expect(statement).toBeVisible();
      await expect(page.locator('main')).toContainText(/Before 19% of 197 → after 90% of 197/);
      await expect(page.locator('main')).toContainText(/Before 32% of 425 → after 87% of 425/);
      await expect(page.locator('main')).toContainText(/Before 38% of 207 → after 97% of 207/);
      await expect(page.locator('main')).toContainText(/33\.7%/);
      await expect(page.locator('main')).toContainText(/demonstration/i);
      await expectAccessible(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download as CSV', exact: true }).click(),
      ]);
      expect(readFileSync(await download.path(), 'utf8')).toContain(COURSE);
    });
  } finally {
    await served.stop();
  }
});
