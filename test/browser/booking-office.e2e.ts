import { type Page, expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watched } from './looking';
import { Person } from './person';
import { Served } from './served';

interface Entry {
  id: string;
  name: string;
  sector?: string;
}

const DAY_MS = 24 * 3600_000;
const dayAhead = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** An online event of five places with all of them held, one person waiting, and a later date of the course. */
async function aFullEvent(office: Person) {
  const course = await office.ask<Entry>('POST', '/api/courses', {
    title: 'Neglect together',
    summary: 'What is taught',
  });
  await office.ask('POST', `/api/courses/${course.id}/publication`, {});
  const made = async (days: number, capacity: number) => {
    const sessions = [{ startsAt: `${dayAhead(days)}T10:00:00Z`, endsAt: `${dayAhead(days)}T13:00:00Z` }];
    const terms = { expectedMix: [{ sector: 'health', people: 2 }] };
    const event = { courseId: course.id, capacity, delivery: 'online', sessions, ...terms };
    const { id } = await office.ask<Entry>('POST', '/api/events', event);
    await office.ask('POST', `/api/events/${id}/publication`, {});
    return id;
  };
  const eventId = await made(40, 3);
  await made(70, 10);
  const { id: force } = await office.ask<Entry>('POST', '/api/agencies', { name: 'Screens Force', sector: 'police' });
  const { id: school } = await office.ask<Entry>('POST', '/api/agencies', {
    name: 'Screens School',
    sector: 'education',
  });
  await office.ask('PATCH', `/api/agencies/${school}`, { approval: 'lead' });
  for (const [name, agencyId] of [
    ['Ada Archer', force],
    ['Ben Baker', force],
    ['Dora Dale', school],
    ['Ed Early', force],
    ['Fay Later', force],
  ]) {
    const person = await office.ask<Entry>('POST', '/api/practitioners', { name, agencyId });
    await office.ask('POST', `/api/events/${eventId}/bookings`, {
      practitionerId: person.id,
      ...(name === 'Ada Archer' ? { accessNeeds: 'A hearing loop' } : {}),
    });
  }
  return eventId;
}

const dialog = (page: Page) => page.getByRole('dialog');
const rowOf = (page: Page, table: RegExp, name: string) =>
  page.getByRole('table', { name: table }).getByRole('row', { name });

test('the office answers requests, fills places, and mends who comes', async ({ browser }) => {
  const served = new Served();
  await served.start();
  try {
    const office = await Person.signIn(served, 'coordinator@partnership.example');
    const eventId = await aFullEvent(office);
    const page = await watched(browser, { baseURL: served.url });
    await page.goto('/admin/');
    await page.getByLabel('Email address').fill('coordinator@partnership.example');
    await page.getByRole('textbox', { name: 'Password' }).fill('round-table-demo');
    await page.getByRole('button', { name: 'Sign in' }).click();

    await test.step('approves a request that nobody at the agency can answer, from the morning list', async () => {
      await expect(page.getByRole('heading', { level: 2, name: 'Requests for you to approve (1)' })).toBeVisible();
      await page.getByRole('link', { name: 'Dora Dale' }).click();
      await expect(page.locator('main')).toContainText('The training team');
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole('button', { name: 'Approve' }).click();
      await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
      await page.goto('/admin/approvals');
      await expect(page.getByText('No request waits for approval.')).toBeVisible();
      await page.goto('/admin/late');
      await expect(page.getByText('Nobody is late.')).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('arranges what somebody needs', async () => {
      await page.goto('/admin/access-need-tasks');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'It is arranged for Ada Archer' }).click();
      await expect(page.getByText('What Ada Archer needs is arranged.')).toBeVisible();
    });

    await test.step('serves somebody out of order by one place more, and cancels with a reason from the list', async () => {
      await page.goto(`/admin/events/${eventId}/show`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole('button', { name: 'Add this person' }).click();
      await dialog(page).getByLabel('Person', { exact: true }).fill('fay');
      await page.getByRole('option', { name: /^Fay Later/ }).click();
      await dialog(page).getByLabel('Reason').fill('She teaches it next week');
      await dialog(page).getByRole('button', { name: 'Add one place for this person' }).click();
      await expect(rowOf(page, /People with a booking/, 'Fay Later')).toContainText('Confirmed');
      await expect(page.locator('main')).toContainText('4 of 4 places held');
      await rowOf(page, /People with a booking/, 'Ben Baker')
        .getByRole('button', { name: /^Cancel/ })
        .click();
      await dialog(page).getByLabel("Reason, in the person's words").click();
      await page.getByRole('option', { name: 'I am not well' }).click();
      await dialog(page).getByRole('button', { name: 'Cancel this booking' }).click();
      await expect(rowOf(page, /People with a booking/, 'Ed Early')).toContainText('Confirmed');
    });

    await test.step('books somebody who telephoned, and has no email address', async () => {
      await page.getByRole('button', { name: 'Book somebody' }).click();
      await dialog(page).getByLabel('Who comes').click();
      await page.getByRole('option', { name: 'Somebody new' }).click();
      await dialog(page).getByLabel('Name').fill('Tess Telephone');
      await dialog(page).getByLabel('Agency').fill('screens for');
      await page.getByRole('option', { name: 'Screens Force' }).click();
      await dialog(page).getByRole('button', { name: 'Book', exact: true }).click();
      await expect(rowOf(page, /People waiting/, 'Tess Telephone')).toBeVisible();
    });

    await test.step('is shown whom to move before places go, and moves one', async () => {
      await page.getByRole('button', { name: 'Change the capacity' }).click();
      await dialog(page).getByRole('textbox', { name: 'Places' }).fill('3');
      await dialog(page).getByRole('button', { name: 'Save the capacity' }).click();
      await rowOf(page, /People who hold a place/, 'Fay Later')
        .getByRole('button', { name: /^Move/ })
        .click();
      await dialog(page).last().getByRole('radio').first().check();
      await dialog(page).last().getByRole('button', { name: 'Move the booking' }).click();
      await expect(page.getByText(/Fay Later was moved: confirmed on the other date/)).toBeVisible();
      await dialog(page).getByRole('button', { name: 'Go back' }).click();
    });

    await test.step('holds places for an agency and gives them back', async () => {
      await page.goto(`/admin/events/${eventId}/show`);
      await page.getByRole('button', { name: 'Change the capacity' }).click();
      await dialog(page).getByRole('textbox', { name: 'Places' }).fill('6');
      await dialog(page).getByRole('button', { name: 'Save the capacity' }).click();
      await expect(dialog(page)).toHaveCount(0);
      await page.getByRole('button', { name: 'Hold places for an agency' }).click();
      await dialog(page).getByLabel('Agency').fill('screens sch');
      await page.getByRole('option', { name: 'Screens School' }).click();
      await dialog(page).getByLabel('Places', { exact: true }).fill('2');
      await dialog(page).getByLabel('Held until').fill(dayAhead(7));
      await dialog(page).getByRole('button', { name: 'Hold the places' }).click();
      const held = rowOf(page, /Places that agencies hold/, 'Screens School');
      await expect(held).toContainText('2');
      await expect(page.locator('main')).toContainText('2 held by agencies without names');
      await held.getByRole('button', { name: /^Name somebody/ }).click();
      await dialog(page).getByLabel('Email address').fill('nell@screens.example');
      await dialog(page).getByLabel('Name (where the address is new to us)').fill('Nell Named');
      await dialog(page).getByRole('button', { name: 'Give this person the place' }).click();
      await expect(rowOf(page, /People with a booking/, 'Nell Named')).toContainText('Confirmed');
      await held.getByRole('button', { name: /^Give back/ }).click();
      await dialog(page).getByRole('button', { name: 'Give back' }).click();
      await expect(held).toContainText('given back');
    });

    await test.step('books for several people of an agency', async () => {
      await page.getByRole('button', { name: 'Book for several people' }).click();
      await dialog(page).getByLabel('Agency they come from').fill('screens for');
      await page.getByRole('option', { name: 'Screens Force' }).click();
      await dialog(page).getByLabel('Email, person 1').fill('gus@screens.example');
      await dialog(page).getByRole('button', { name: 'Book', exact: true }).click();
      await expect(dialog(page)).toContainText('Enter the name: this address is new to us');
      await dialog(page).getByLabel('Name (if new), person 1').fill('Gus Group');
      await dialog(page).getByRole('button', { name: 'Book', exact: true }).click();
      await expect(dialog(page)).toContainText('Gus Group: confirmed');
      await dialog(page).getByRole('button', { name: 'Go back' }).click();
    });

    await test.step('invites the leads of a sector that the event lacks, and mails how it is joined', async () => {
      await page.getByRole('button', { name: 'Invite the leads of health' }).click();
      await dialog(page).getByRole('button', { name: 'Invite the leads of health' }).click();
      await expect(page.locator('main')).toContainText(/\d leads? invited/);
      await page.getByRole('button', { name: 'Change how it is joined' }).click();
      await dialog(page).getByLabel('Meeting link (optional)').fill('https://meeting.example/room');
      await dialog(page).getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'Mail the joining link' }).click();
      await dialog(page).getByRole('button', { name: 'Mail everybody confirmed' }).click();
      await expect(page.getByText(/mails? will go out/)).toBeVisible();
    });

    await test.step('cancels the event, and offers the next date to its people', async () => {
      await page.getByRole('button', { name: 'Cancel this event' }).click();
      await dialog(page).getByLabel('Reason', { exact: true }).fill('The trainer is ill');
      await dialog(page).getByRole('radio').nth(1).check();
      await dialog(page).getByRole('button', { name: 'Cancel this event' }).click();
      await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible();
      const bookings = await office.ask<{ practitionerName: string; status: string }[]>(
        'GET',
        '/api/bookings?status=offered&_end=50',
      );
      expect(bookings.map(({ practitionerName }) => practitionerName)).toContain('Ada Archer');
    });
  } finally {
    // A page that still asks for something would meet a server that is gone.
    for (const context of browser.contexts()) await context.close();
    await served.stop();
  }
});
