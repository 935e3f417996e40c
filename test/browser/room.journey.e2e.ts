import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watched } from './looking';
import { Person } from './person';
import { Served } from './served';

const MINUTE_MS = 60_000;
const COURSE = 'Managing Allegations Workshop';
/** The first of the invented people is on the first coming workshop. */
const DELEGATE = 'ada.example@nottscc.example';

test('a trainer shows the room, and a delegate answers there without JavaScript', async ({ browser }) => {
  const served = new Served();
  await served.start();
  try {
    const coordinator = await Person.signIn(served, 'coordinator@partnership.example');
    const events = await coordinator.ask<{ id: string; courseTitle: string; startsAt: string }[]>(
      'GET',
      '/api/events?status=published&_end=100',
    );
    const event = events.find(({ courseTitle }) => courseTitle === COURSE);
    const ahead = Math.ceil((Date.parse(event?.startsAt ?? '') - Date.now()) / MINUTE_MS) + 60;
    await coordinator.ask('POST', '/api/demonstration/clock', { offset: `+${ahead} minutes` });
    const trainer = await watched(browser, { baseURL: served.url });
    let digits = '';

    await test.step('the trainer shows code and digits, and opens the questions in the room', async () => {
      await trainer.goto(`/training-i-run/${event?.id}/room`);
      await trainer.getByLabel('Email address').fill('trainer@police.example');
      await trainer.getByRole('textbox', { name: 'Password' }).fill('round-table-demo');
      await trainer.getByRole('button', { name: 'Sign in' }).click();
      await trainer.goto(`/training-i-run/${event?.id}/room`);
      await expectAccessible(trainer);
      await expectNoSidewaysScroll(trainer);
      await trainer.getByRole('button', { name: 'Show the code and the digits' }).click();
      await expect(trainer.getByRole('img', { name: /^QR code that leads to/ })).toBeVisible();
      digits = (await trainer.locator('.roundtable-room__digits').textContent())?.trim() ?? '';
      expect(digits).toMatch(/^\d{4}$/);
      await trainer.getByRole('button', { name: 'Open the questions now' }).click();
      await expect(trainer.getByText('The questions after the training are open.')).toBeVisible();
      await expect(trainer.getByText('0 of 21 answered')).toBeVisible();
      await expectAccessible(trainer);
      await expectNoSidewaysScroll(trainer);
    });

    // What axe needs is a script of its own, so the same pages are looked at in a window that runs scripts.
    const looking = await watched(browser, { baseURL: served.url });
    const phone = await watched(browser, { baseURL: served.url, javaScriptEnabled: false });
    await phone.setViewportSize({ width: 320, height: 640 });
    const expectItFits = async (): Promise<void> => {
      const widest = await phone.locator('body').evaluate((body) => body.ownerDocument.documentElement.scrollWidth);
      expect(widest, phone.url()).toBeLessThanOrEqual(320);
    };

    await test.step('a delegate goes to the short address, and is let in by digits and address alone', async () => {
      await phone.goto('/e');
      await expectItFits();
      await phone.getByLabel('Four digits').fill(digits);
      await phone.getByLabel('Your e-mail address').fill('nobody@nowhere.example');
      await phone.getByRole('button', { name: 'Go to the questions' }).click();
      await expect(phone).toHaveTitle(/^Error: /);
      await expect(phone.getByRole('alert')).toContainText('Nothing is open for these digits');
      await expectItFits();
      await looking.goto(`/e?room=${digits}`);
      await expect(looking.getByLabel('Four digits')).toHaveValue(digits);
      await expectAccessible(looking);
      await expectNoSidewaysScroll(looking);
    });

    await test.step('answers everything on one page, and is thanked', async () => {
      await phone.getByLabel('Your e-mail address').fill(DELEGATE);
      await phone.getByRole('button', { name: 'Go to the questions' }).click();
      await expect(phone.getByText('confidential, not anonymous')).toBeVisible();
      await expectItFits();
      await phone.getByRole('button', { name: 'Send answers' }).click();
      await expect(phone).toHaveTitle(/^Error: /);
      await expectItFits();
      for (const group of await phone
        .getByRole('group')
        .filter({ has: phone.getByRole('radio') })
        .all())
        await group.getByLabel('Very good').check();
      await phone.getByRole('button', { name: 'Send answers' }).click();
      await expect(phone.getByRole('heading', { level: 1 })).toContainText(/thank/i);
      await expectItFits();
    });

    await test.step('the trainer sees that one more has answered, and never what', async () => {
      await expect(trainer.getByText('1 of 21 answered')).toBeVisible({ timeout: 20_000 });
    });

    await test.step('who has answered is let in no more', async () => {
      await phone.goto(`/e?room=${digits}`);
      await phone.getByLabel('Your e-mail address').fill(DELEGATE);
      await phone.getByRole('button', { name: 'Go to the questions' }).click();
      await expect(phone.getByRole('alert')).toContainText('Nothing is open for these digits');
    });
  } finally {
    for (const context of browser.contexts()) await context.close();
    await served.stop();
  }
});
