import { page } from './page.mjs';

/** The page of one event and of its course among 5,000 events. */
export async function run(context) {
  const [event] = await (await fetch(`${context.url}/api/events?status=published&_end=1`)).json();
  await page('event page', `/events/${event.id}`, context);
  await page('course page', '/c/large-programme-1', context);
}
