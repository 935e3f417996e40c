import { type Browser, type Page, expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watched } from './looking';
import { signInToOffice } from './office';
import { Person } from './person';
import { Served } from './served';

const QUESTION = 'What will you do differently?';
const ALLEGATION = 'Invented by this test: a colleague told me that a carer hit a child in my group.';
const PASSED_ON_TO = 'The duty team, invented';
const COORDINATOR = 'coordinator@partnership.example';
const READER = 'reader@partnership.example';

/** The personal link to the questions after the latest event of the demonstration, from a mail to somebody who owes them. */
async function linkOf(coordinator: Person): Promise<string> {
  // Moving the clock does at once what the server would do within a minute.
  await coordinator.ask('POST', '/api/demonstration/clock', { offset: '+1 minute' });
  const mails = await coordinator.ask<{ id: string; kind: string }[]>('GET', '/api/messages?_end=200');
  const mail = mails.find(({ kind }) => kind === 'evaluation-after');
  const { text } = await coordinator.ask<{ text: string }>('GET', `/api/messages/${mail?.id}`);
  return /\/evaluations\/[\w-]+/.exec(text)?.[0] ?? '';
}

async function answer(browser: Browser, served: Served, link: string): Promise<void> {
  const page = await watched(browser, { baseURL: served.url });
  await page.goto(link);
  await expect(page.getByText('This is not a way to report a concern about a child.')).toBeVisible();
  await expect(page.getByLabel(QUESTION)).toHaveAccessibleDescription(/not a way to report a concern.*999/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  for (const group of await page.getByRole('group', { name: /^Your / }).all())
    await group.getByLabel('Good', { exact: true }).check();
  await page.getByLabel(QUESTION).fill(ALLEGATION);
  await page.getByRole('button', { name: 'Send answers' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/thank/i);
  await expect(page.locator('main')).not.toContainText(ALLEGATION);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

test('what looks like an allegation is held back, read by a reader, and passed on', async ({ browser }) => {
  const served = new Served();
  await served.start();
  try {
    const coordinator = await Person.signIn(served, COORDINATOR);
    const link = await linkOf(coordinator);
    const reader = await Person.signIn(served, READER);
    const page = await watched(browser, { baseURL: served.url });
    const look = async (): Promise<void> => {
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    };
    let textId = '';

    await test.step('a delegate writes it, having been told that the box is no way to report a concern', async () => {
      await answer(browser, served, link);
      const texts = await reader.ask<{ id: string; signs: string[] }[]>(
        'GET',
        '/api/evaluation-texts?state=held&_sort=writtenAt&_order=DESC',
      );
      expect(texts[0]?.signs).toContain('allegation');
      textId = texts[0]?.id ?? '';
    });

    await test.step('two readers are mailed, without the text and without the course', async () => {
      const mails = await coordinator.ask<{ id: string; kind: string }[]>('GET', '/api/messages?_end=100');
      const told = mails.filter(({ kind }) => kind === 'evaluation-text-to-read');
      expect(told.length).toBeGreaterThanOrEqual(2);
      const { text } = await coordinator.ask<{ text: string }>('GET', `/api/messages/${told[0]?.id}`);
      expect(text).not.toContain(ALLEGATION);
      expect(text).not.toContain('Prevent Duty');
    });

    await test.step('the list puts it among the first, and shows no text', async () => {
      await signInToOffice(page, READER);
      await page.goto('/admin/evaluation-texts');
      await expect(page.getByRole('row', { name: /an allegation/ }).first()).toBeVisible();
      await expect(page.locator('main')).not.toContainText(ALLEGATION);
      await look();
    });

    await test.step('the reader opens it and records to whom it was passed on', async () => {
      await page.goto(`/admin/evaluation-texts/${textId}/show`);
      await expect(page.getByText(ALLEGATION)).toHaveCount(0);
      await look();
      await page.getByRole('button', { name: 'Open the text' }).click();
      await expect(page.getByText(ALLEGATION)).toBeVisible();
      await page.getByLabel('Passed on as a concern').check();
      await page.getByRole('button', { name: 'Record the decision' }).click();
      await expect(page.getByText('Say to whom you passed it on')).toBeVisible();
      await page.getByLabel('To whom').fill(PASSED_ON_TO);
      await look();
      await page.getByRole('button', { name: 'Record the decision' }).click();
      await expect(page.getByText('Your decision is recorded.')).toBeVisible();
      await expect(page.getByText(ALLEGATION)).toHaveCount(0);
    });

    await test.step('the log shows the fact, and not what was written', async () => {
      await page.goto('/admin/text-decisions');
      const line = page.getByRole('row', { name: new RegExp(PASSED_ON_TO) });
      await expect(line).toContainText('Passed on as a concern');
      await expect(line).toContainText('Eva Luator');
      await expect(page.locator('main')).not.toContainText(ALLEGATION);
      await look();
    });

    await test.step('the coordinator is shown neither the text nor its page, only what was let through', async () => {
      const office = await watched(browser, { baseURL: served.url });
      await signInToOffice(office, COORDINATOR);
      await expectNoWayIn(office, `/admin/evaluation-texts/${textId}/show`);
      await expectNoWayIn(office, '/admin/evaluation-texts');
      await office.goto('/admin/released-texts');
      await expect(office.getByText('I will ask what somebody means before I decide what it means.')).toBeVisible();
      await expect(office.locator('main')).not.toContainText(ALLEGATION);
      await expectAccessible(office);
      await expectNoSidewaysScroll(office);
      const refused = coordinator.ask('POST', `/api/evaluation-texts/${textId}/opening`);
      await expect(refused).rejects.toThrow(/: 403 /);
    });
  } finally {
    for (const context of browser.contexts()) await context.close();
    await served.stop();
  }
});

async function expectNoWayIn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: 'You cannot use this page' })).toBeVisible();
  await expectAccessible(page);
}
