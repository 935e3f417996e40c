import { page } from './page.mjs';

/** The programme of 500 courses and 5,000 events, as a visitor looks through it. */
export async function run(context) {
  await page('list', '/courses', context);
  await page('list, searched and filtered', '/courses?q=exploitaton&delivery=online', context);
  await page('list, with places free', '/courses?free=yes', context);
  const month = new Date(Date.now() + 90 * 24 * 3600_000).toISOString().slice(0, 7);
  await page('month', `/courses?view=month&month=${month}`, context);
}
