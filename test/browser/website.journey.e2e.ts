import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { expect, test } from '@playwright/test';
import { managingAllegationsAndConcerns } from '../../libs/elearning/src/content/managing-allegations-and-concerns';
import { Person } from './person';
import { expectAccessible, expectNoSidewaysScroll, watched } from './looking';
import { Served } from './served';

const COURSE = 'Managing Allegations Workshop';
const MODULE = 'Managing allegations and concerns in relation to adults working with children';
const PASSWORD = 'round-table-demo';

/** What the module's knowledge check wants to hear. */
const RIGHT_ANSWERS = managingAllegationsAndConcerns.questions.map(
  (question) => question.options.find((option) => option.id === question.rightOptionId)?.wording ?? '',
);

for (const javaScriptEnabled of [true, false]) {
  test(`the journey of a practitioner, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({ browser }) => {
    const served = new Served();
    await served.start();
    try {
      const coordinator = await Person.signIn(served, 'coordinator@partnership.example');
      const page = await watched(browser, { baseURL: served.url, javaScriptEnabled });
      const look = async (): Promise<void> => {
        if (!javaScriptEnabled) return;
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      };

      await test.step('finds the workshop and is told what must come first', async () => {
        await page.goto('/');
        await look();
        await page.getByLabel('What would you like to learn about?').fill('allegations');
        await page.getByRole('button', { name: 'Search' }).click();
        await look();
        await page.getByRole('link', { name: COURSE }).first().click();
        await look();
        await page
          .getByRole('button', { name: /Book this date/ })
          .first()
          .click();
        await expect(page).toHaveTitle(/Sign in/);
        await look();
        await page.getByLabel('Email address').fill('practitioner@sherwood.example');
        await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
        await page.getByRole('button', { name: 'Sign in' }).click();
        await expect(page).toHaveTitle(/^Error: /);
        await expect(page.getByRole('alert')).toContainText('There is a problem');
        await look();
        await page.getByLabel('Email address').fill('practitioner@sherwood.example');
        await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await expect(page.locator('main')).toContainText(MODULE);
        await look();
        await page
          .getByRole('link', { name: new RegExp(MODULE) })
          .or(page.getByRole('button', { name: /e-learning/ }))
          .first()
          .click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(MODULE);
        await look();
      });

      await test.step('completes the module', async () => {
        await page.getByRole('button', { name: 'Send my answers' }).click();
        await expect(page).toHaveTitle(/^Error: /);
        await look();
        for (const wording of RIGHT_ANSWERS) await page.getByLabel(wording, { exact: true }).check();
        await page.getByRole('button', { name: 'Send my answers' }).click();
        await expect(page.locator('main')).toContainText('You have completed this module');
        await look();
      });

      await test.step('books with the answers before, and gets a confirmation with a reference', async () => {
        await page.goto('/c/managing-allegations-workshop');
        await page
          .getByRole('button', { name: /Book this date/ })
          .first()
          .click();
        await look();
        await page.getByRole('button', { name: 'Continue' }).click();
        await expect(page).toHaveTitle(/^Error: /);
        await look();
        for (const group of await page.locator('fieldset:has(input[type=radio])').all())
          await group.getByLabel('Very good').check();
        await page.getByRole('button', { name: 'Continue' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toContainText(/check/i);
        await look();
        await page.getByRole('button', { name: 'Confirm booking' }).click();
        await expect(page.locator('main')).toContainText(/RT-[A-Z0-9]{4}-[A-Z0-9]{4}/);
        await look();
      });

      await test.step('after the event answers again and downloads the certificate', async () => {
        const bookingUrl = page.url();
        await coordinator.holdTheEvent(bookingUrl.split('/').pop()?.split('?')[0] ?? '');
        await page.goto('/my-training');
        await look();
        await page
          .getByRole('link', { name: /answer/i })
          .first()
          .click();
        await look();
        for (const group of await page.locator('fieldset:has(input[type=radio])').all())
          await group.getByLabel('Very good').check();
        await page.getByRole('button', { name: 'Send answers' }).click();
        await expect(page.locator('main')).toContainText(/certificate/i);
        await look();
        await page.getByRole('link', { name: 'Go to your booking' }).click();
        await look();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator('a[href$="certificate.pdf"]').first().click(),
        ]);
        const file = join(tmpdir(), `certificate-${Date.now()}.pdf`);
        await download.saveAs(file);
        expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
        const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
        for (const words of [COURSE, 'Pat Practitioner']) expect(text).toContain(words);
        expect(text).not.toMatch(/qualified|compliant/i);
      });

      await test.step('the report counts the pair just made', async () => {
        const rows = await coordinator.ask<{ statement: string; paired: { n: number } }[]>(
          'GET',
          '/api/reports/knowledge-gain',
        );
        expect(
          rows.find((row) => row.statement === 'Managing allegations against staff and volunteers')?.paired.n,
        ).toBe(12);
      });

      for (const path of ['/learning', '/courses', '/accessibility', '/privacy', '/no-such-page']) {
        const answer = await page.goto(path);
        expect(answer?.status()).toBe(path === '/no-such-page' ? 404 : 200);
        await look();
      }
    } finally {
      await served.stop();
    }
  });
}
