import { performance } from 'node:perf_hooks';
import { row, spread } from './measure.mjs';

/** Everybody goes from the list to the confirmation; each step with its own figures. */
export async function journeys(url, event, people, atOnce) {
  const steps = new Map();
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < people.length) await journey(url, event, people[next++], steps);
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const [name, times] of steps) row(name, spread(times, seconds));
  const total = [...steps.values()].reduce((sum, times) => sum + times.length, 0);
  console.log(
    `  ${people.length} journeys, ${total} pages in ${seconds.toFixed(1)} s: ${(total / seconds).toFixed(0)} pages a second`,
  );
}

async function journey(url, event, { cookie }, steps) {
  const timed = async (name, path, form) => {
    const started = performance.now();
    const answer = await fetch(`${url}${path}`, {
      redirect: 'manual',
      headers: {
        cookie: `roundtable=${cookie}`,
        ...(form && {
          'content-type': 'application/x-www-form-urlencoded',
          origin: url,
          'sec-fetch-site': 'same-origin',
        }),
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    const text = await answer.text();
    if (!steps.has(name)) steps.set(name, []);
    steps.get(name).push(performance.now() - started);
    if (![200, 303].includes(answer.status))
      throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
    return { text, to: answer.headers.get('location') };
  };
  const book = `/events/${event.id}/book`;
  await timed('list', '/courses');
  await timed('event', `/events/${event.id}`);
  const { text } = await timed('form', book);
  const answers = Object.fromEntries([...text.matchAll(/<input[^>]*type="radio"[^>]*>/g)].flatMap(radioOf));
  const check = await timed('check', book, { ...answers, step: 'check' });
  if (!check.text.includes('value="confirm"')) throw new Error('The answers were not taken.');
  const done = await timed('confirm', book, { ...answers, step: 'confirm' });
  await timed('confirmation', done.to);
}

const radioOf = ([tag]) => {
  const name = /name="([^"]+)"/.exec(tag)?.[1];
  const value = /value="([^"]+)"/.exec(tag)?.[1];
  return name && value ? [[name, value]] : [];
};
