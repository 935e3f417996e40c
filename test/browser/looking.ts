import { type Browser, type ConsoleMessage, type Page, expect } from '@playwright/test';
import axe from 'axe-core';

/** An error of the page itself; a refused form is answered with a status of its own and is none. */
const isTrouble = (message: ConsoleMessage): boolean =>
  message.type() === 'error' && !/status of 4\d\d/.test(message.text());

/** A page that fails the test on any script error or any breach of the content security policy. */
export async function watched(
  browser: Browser,
  options: { javaScriptEnabled?: boolean; baseURL: string },
): Promise<Page> {
  const context = await browser.newContext({ ...options, acceptDownloads: true });
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.soft(error.message).toBe(''));
  page.on('console', (message) => isTrouble(message) && expect.soft(message.text()).toBe(''));
  return page;
}

/** No accessibility finding on this page. What is found only while a notice fades in or out is looked at again. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await page.evaluate(axe.source);
  await expect.poll(() => findingsOn(page), { message: page.url(), timeout: 10_000 }).toEqual([]);
}

/** No accessibility finding in the dialog that is open; the page behind it is out of reach then. */
export async function expectDialogAccessible(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.evaluate(axe.source);
  const findings = () => findingsOn(page, '[role="dialog"]');
  await expect.poll(findings, { message: page.url(), timeout: 10_000 }).toEqual([]);
}

function findingsOn(page: Page, within = 'html'): Promise<string[]> {
  return page.evaluate(async (part) => {
    const checker = (
      window as unknown as {
        axe: {
          run(within: string, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations } = await checker.run(part, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  }, within);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  // The page is drawn anew for the new width, which takes it a moment.
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.poll(width, { message: page.url() }).toBeLessThanOrEqual(320);
  if (size) await page.setViewportSize(size);
}
