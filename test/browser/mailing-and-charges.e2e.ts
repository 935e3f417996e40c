import { expect, test } from '@playwright/test';
import { expectAccessible, expectDialogAccessible, expectNoSidewaysScroll, watched } from './looking';
import { signInToOffice } from './office';
import { Person } from './person';
import { Served } from './served';

const SUBJECT = 'Dates of the spring';

test('the office writes about the programme and decides charges, and readers end their mails', async ({ browser }) => {
  const served = new Served();
  await served.start();
  try {
    const coordinator = await Person.signIn(served, 'coordinator@partnership.example');
    const page = await watched(browser, { baseURL: served.url });
    const dialog = page.getByRole('dialog');
    const look = async (): Promise<void> => {
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    };
    await signInToOffice(page, 'coordinator@partnership.example');

    await test.step('writes to those who asked for one of its topics', async () => {
      await page.goto('/admin/programme-mailings');
      await look();
      await page.goto('/admin/programme-mailings/create');
      await expect(page.getByRole('status').getByText('7 people get it.')).toBeVisible();
      await look();
      await page.getByLabel('Subject').fill(SUBJECT);
      await page.getByLabel('Text', { exact: true }).fill('Hello {{name}},\n\nthe dates of the spring are out.');
      await page
        .getByRole('checkbox', { name: /^Managing Allegations Workshop/ })
        .first()
        .check();
      await page.getByRole('button', { name: 'Show it as it goes out' }).click();
      await expect(page.frameLocator('iframe').locator('body')).toContainText('the dates of the spring are out');
      await look();
      // By key: a click right after the page scrolled is still given to the frame with the mail.
      await page.getByRole('button', { name: 'Send it to 7 people' }).press('Enter');
      await dialog.getByRole('button', { name: 'Send it now' }).click();
      await expect(page.getByText('The mailing goes to 7 people now.')).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(SUBJECT);
      await look();
    });

    await test.step('a reader ends it by the link of the mail, without signing in and without JavaScript', async () => {
      const mails = await coordinator.ask<{ id: string; kind: string; subject: string }[]>(
        'GET',
        '/api/messages?_end=100',
      );
      const mail = mails.find(({ kind, subject }) => kind === 'programme-mailing' && subject.includes(SUBJECT));
      const { text } = await coordinator.ask<{ text: string }>('GET', `/api/messages/${mail?.id}`);
      const link = /\/unsubscribe\/[\w-]+/.exec(text)?.[0] ?? '';
      const looking = await watched(browser, { baseURL: served.url });
      await looking.goto(link);
      await expectAccessible(looking);
      await expectNoSidewaysScroll(looking);
      const plain = await watched(browser, { baseURL: served.url, javaScriptEnabled: false });
      await plain.goto(link);
      await plain.getByRole('button').last().click();
      await looking.reload();
      await expectAccessible(looking);
      const left = await fetch(`${served.url}/api/programme-mailing-recipients`);
      expect(left.status).toBe(401);
      const readers = await coordinator.ask<unknown[]>('GET', '/api/programme-mailing-recipients');
      expect(readers).toHaveLength(6);
    });

    await test.step('a practitioner sees and changes what they asked for', async () => {
      const own = await watched(browser, { baseURL: served.url });
      await own.goto('/account/mailings');
      await own.getByLabel('Email address').fill('practitioner@sherwood.example');
      await own.getByRole('textbox', { name: 'Password' }).fill('round-table-demo');
      await own.getByRole('button', { name: 'Sign in' }).click();
      await expect(own.getByRole('heading', { level: 1 })).toBeVisible();
      await own.goto('/account/mailings');
      await expect(own.getByLabel('Neglect')).toBeChecked();
      await expectAccessible(own);
      await expectNoSidewaysScroll(own);
    });

    await test.step('decides the charges that a closed register proposed', async () => {
      await page.goto('/admin/charges');
      await expect(page.getByRole('row', { name: /£50/ })).toHaveCount(2);
      await look();
      await page.getByRole('link', { name: 'Finn Pretend' }).click();
      await expect(page.locator('main')).toContainText('£50');
      await look();
      await page.getByRole('button', { name: 'Confirm and tell them' }).click();
      await expect(page.getByText('The charge is confirmed, and whoever pays is told.')).toBeVisible();
      await page.goto('/admin/charges');
      await expect(page.getByRole('row', { name: /£50/ })).toHaveCount(1);
      await page.getByRole('button', { name: 'Choose all on this page' }).click();
      await expect(page.getByText('1 charge chosen')).toBeVisible();
      await page.getByRole('button', { name: 'Confirm', exact: true }).click();
      await expectDialogAccessible(page);
      await dialog.getByRole('button', { name: 'Go back' }).click();
    });

    await test.step('the lead of the agency that is billed sees the one that was told', async () => {
      const lead = await watched(browser, { baseURL: served.url });
      await lead.goto('/my-agency/charges');
      await lead.getByLabel('Email address').fill('lead@nhct.example');
      await lead.getByRole('textbox', { name: 'Password' }).fill('round-table-demo');
      await lead.getByRole('button', { name: 'Sign in' }).click();
      await expect(lead.getByRole('heading', { level: 1 })).toBeVisible();
      await lead.goto('/my-agency/charges');
      await expect(lead.locator('main')).toContainText('£50');
      await expectAccessible(lead);
      await expectNoSidewaysScroll(lead);
    });
  } finally {
    for (const context of browser.contexts()) await context.close();
    await served.stop();
  }
});
