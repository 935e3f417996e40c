import { type Page, expect } from '@playwright/test';

/** Signs an account of the demonstration in at the back office, and waits for its first page. */
export async function signInToOffice(page: Page, email: string): Promise<void> {
  await page.goto('/admin/');
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill('round-table-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' })).toBeVisible();
}
