import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, watched } from './looking';
import { signInToOffice } from './office';
import { Person } from './person';
import { Served } from './served';

interface Entry {
  id: string;
  name: string;
}

const OWNER = 'owner@partnership.example';

/** Nobody in the demonstration is a system owner, so the operator's command line makes one. */
function makeSystemOwner(served: Served): void {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-owner-'));
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, 'round-table-demo\n');
  const { DATABASE_URL: _, ...environment } = process.env;
  const made = spawnSync(
    process.execPath,
    [
      ...['dist/api/cli.js', 'create-user', '--email', OWNER, '--name', 'Olive Owner'],
      ...['--agency', 'Safeguarding Children Partnership', '--role', 'system-owner', '--password-file', passwordFile],
    ],
    { env: { ...environment, DATA_DIR: served['folder'] }, encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  expect(made.status, made.stderr).toBe(0);
}

test('the office finds a person, changes an agency, merges two entries and reads what was recorded', async ({
  browser,
}) => {
  const served = new Served();
  await served.start();
  try {
    const coordinator = await Person.signIn(served, 'coordinator@partnership.example');
    const page = await watched(browser, { baseURL: served.url });
    await signInToOffice(page, 'coordinator@partnership.example');

    await test.step('finds a person by half a name, and the way to everything about them', async () => {
      await page.goto('/admin/practitioners');
      await page.getByLabel('Name, email or booking reference').fill('pat prac');
      await page.getByRole('link', { name: 'Pat Practitioner', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Pat Practitioner' })).toBeVisible();
      await expect(page.getByRole('table', { name: /Agencies that this person works/ })).toContainText(
        'Sherwood Primary School',
      );
      for (const part of ['Facts', 'Memberships', 'Roles', 'Bookings', 'Completions', 'Messages'])
        await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });

    await test.step('changes an agency, with a refusal at its field first', async () => {
      await page
        .getByRole('table', { name: /Agencies that this person works/ })
        .getByRole('link')
        .click();
      await page.getByRole('link', { name: 'Change this agency' }).click();
      await expectAccessible(page);
      await page.getByLabel('Unique reference number (optional)').fill('12');
      await page.getByRole('button', { name: 'Save the changes' }).click();
      await expect(page.getByText('Enter a URN of 6 digits, like 122859')).toBeVisible();
      await page.getByLabel('Unique reference number (optional)').fill('122859');
      await page.getByLabel('Email domains (optional)').fill('sherwood.example\nsherwood-school.example');
      await page.getByRole('button', { name: 'Add a year' }).click();
      await page.getByRole('textbox', { name: 'Year' }).fill('2026-27');
      await page.getByRole('spinbutton', { name: 'People' }).fill('42');
      await page.getByRole('button', { name: 'Save the changes' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Sherwood Primary School' })).toBeVisible();
      await expect(page.locator('main')).toContainText('sherwood.example, sherwood-school.example');
      await expect(page.getByRole('table', { name: /Headcounts/ })).toContainText('42');
      const recorded = page.getByRole('table', { name: 'Agency change: before and after' }).first();
      await expect(recorded.getByRole('row', { name: /Unique reference number/ })).toContainText(/none.*122859/);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });

    await test.step('sees what a merge would do, and then does it', async () => {
      const [school] = await coordinator.ask<Entry[]>('GET', '/api/agencies?q=sherwood');
      const twin = await coordinator.ask<Entry>('POST', '/api/practitioners', {
        name: 'Patricia Practitioner',
        agencyId: school?.id,
      });
      await page.goto(`/admin/practitioners/${twin.id}/show`);
      await page.getByRole('link', { name: 'Merge with another person' }).click();
      await page.getByLabel('The person that stays').fill('pat prac');
      await page.getByRole('option', { name: /^Pat Practitioner/ }).click();
      await expect(page.getByRole('heading', { level: 2, name: 'What would happen' })).toBeVisible();
      await expect(page.getByRole('table', { name: 'What cannot stay twice' })).toContainText(
        'Both are current, so they become one from the earlier day',
      );
      await expectAccessible(page);
      const before = await coordinator.ask<Entry>('GET', `/api/practitioners/${twin.id}`);
      expect(before.name).toBe('Patricia Practitioner');
      await page.getByRole('button', { name: 'Merge into Pat Practitioner' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Pat Practitioner', exact: true })).toBeVisible();
      const after = await coordinator.ask<Entry>('GET', `/api/practitioners/${twin.id}`);
      expect(after.name).toBe('Pat Practitioner');
    });

    await test.step('a system owner finds both in the audit log, and has no list of people', async () => {
      makeSystemOwner(served);
      const owners = await watched(browser, { baseURL: served.url });
      await signInToOffice(owners, OWNER);
      const menu = owners.getByRole('navigation', { name: 'Main' });
      await expect(menu.getByRole('link', { name: 'Practitioners' })).toHaveCount(0);
      await menu.getByRole('link', { name: 'Audit log' }).click();
      await owners.getByLabel('Person, what or why').fill('agency.change');
      const changed = owners.getByRole('table', { name: 'Agency change: before and after' });
      await expect(changed.getByRole('row', { name: /Unique reference number/ })).toContainText(/none.*122859/);
      await owners.getByLabel('Person, what or why').fill('person.merge');
      await expect(owners.getByRole('table', { name: 'Person merge: before and after' })).toBeVisible();
      await expect(owners.getByRole('row', { name: /Person merge/ }).first()).toContainText('Cora Dinator');
      await expectAccessible(owners);
      await expectNoSidewaysScroll(owners);
    });
  } finally {
    // A page that still asks for something would meet a server that is gone.
    for (const context of browser.contexts()) await context.close();
    await served.stop();
  }
});
