import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { compare, spread } from './measure.mjs';
import { agenciesFor, crowd, office, rushedEvent } from './rush-crowd.mjs';
import { journeys } from './rush-pages.mjs';
import { scriptOf } from './statements.mjs';

const RUSH = { people: 500, capacity: 110, kept: 10, atOnce: 50 };
const POOL = 20;

/** 500 people ask for 110 places, 50 at a time: over HTTP with every check on, and as the same statements through mysql2. */
export async function run(context) {
  const { url, environment, databaseUrl } = context;
  const token = coordinatorToken(environment);
  const ask = office(url, token);
  const database = await context.connect();

  const first = await rushedEvent(ask, 'A rush to warm up', RUSH);
  const agencies = await agenciesFor(ask, first.sector);
  const peopleFor = (event, count) => crowd(database, count, { agencies, module: event.module });
  await rush(url, first.event, await peopleFor(first, RUSH.people));

  const real = await rushedEvent(ask, 'The rush', RUSH);
  const product = await rush(url, real.event, await peopleFor(real, RUSH.people));

  const sample = await rushedEvent(ask, 'One of each', { capacity: 2, kept: 1 });
  const [one, two, three] = await peopleFor(sample, 3);
  await book(url, sample.event, one);
  const scripts = [];
  for (const person of [two, three])
    scripts.push(
      await scriptOf(database, { person, event: sample.event, course: sample.course }, () =>
        book(url, sample.event, person),
      ),
    );
  if (process.env.SHOW_STATEMENTS) console.log(scripts);
  const target = await rushedEvent(ask, 'The same, straight', RUSH);
  const runs = (await peopleFor(target, RUSH.people)).map(({ id, tokenHash, agency }, index) => ({
    script: index < RUSH.capacity ? 0 : 1,
    names: { person: id, token: tokenHash, agency: agency.id, event: target.event.id, course: target.course.id },
  }));
  const straight = await throughMysql2({ databaseUrl, scripts, runs, atOnce: RUSH.atOnce, connections: POOL });
  await tidy(database, target.event.id);

  console.log(`\nrush: ${RUSH.people} people, ${RUSH.capacity} places, ${RUSH.atOnce} at a time`);
  console.log(`  ${product.confirmed} confirmed, ${product.waitlisted} on the waiting list`);
  compare('over HTTP', product, `the same ${scripts.map(countOf).join(' and ')} statements through mysql2`, straight);
  console.log(
    `  requests a second, of the baseline's: ${(product.perSecond / straight.perSecond).toFixed(2)} (aim: 0.5)`,
  );

  const pages = await rushedEvent(ask, 'The rush by hand', RUSH);
  console.log('\njourney: list, event, form, check, confirmation, as pages with a session, 50 at a time');
  await journeys(url, pages.event, await peopleFor(pages, 150), RUSH.atOnce);

  const checked = admin(environment, ['check']);
  console.log(`\n${checked.stdout.trim().split('\n').at(-1)}`);
  await database.end();
  if (checked.status !== 0) throw new Error(`The operator's check is not green.\n${checked.stderr}`);
}

const countOf = ({ before, inside, after }) => before.length + inside.length + after.length;

async function book(url, event, { token }) {
  const answer = await fetch(`${url}/api/events/${event.id}/bookings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  const body = await answer.json();
  if (answer.status !== 201) throw new Error(`Booking answered ${answer.status}: ${JSON.stringify(body)}`);
  return body;
}

async function rush(url, event, people) {
  const times = [];
  const statuses = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: RUSH.atOnce }, async () => {
      while (next < people.length) {
        const person = people[next++];
        const started = performance.now();
        statuses.push((await book(url, event, person)).status);
        times.push(performance.now() - started);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const count = (wanted) => statuses.filter((status) => status === wanted).length;
  const confirmed = count('confirmed');
  if (confirmed !== RUSH.capacity) throw new Error(`${confirmed} confirmed of ${RUSH.capacity} places.`);
  return { ...spread(times, seconds), confirmed, waitlisted: count('waitlisted') };
}

function throughMysql2(given) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(new URL('straight.mjs', import.meta.url))], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (part) => (text += part));
    child.on('exit', (code) => {
      if (code !== 0) return reject(new Error('The baseline failed.'));
      const { times, seconds } = JSON.parse(text);
      resolve(spread(times, seconds));
    });
    child.stdin.end(JSON.stringify(given));
  });
}

/** What the baseline wrote has the texts of another booking, so it is no state of the product. */
async function tidy(database, eventId) {
  const ofEvent = '(SELECT id FROM bookings WHERE event_id = ?)';
  await database.query(`DELETE FROM calendar_entries WHERE booking_id IN ${ofEvent}`, [eventId]);
  await database.query('DELETE FROM bookings WHERE event_id = ?', [eventId]);
}

function coordinatorToken(environment) {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-bench-'));
  const password = join(folder, 'password');
  writeFileSync(password, 'a password of some length');
  const account = [
    '--email',
    'rush@partnership.example',
    '--name',
    'Rush',
    '--agency',
    'Rush',
    '--role',
    'coordinator',
  ];
  admin(environment, ['create-user', ...account, '--password-file', password]);
  rmSync(folder, { recursive: true });
  return admin(environment, ['create-token', '--email', 'rush@partnership.example']).stdout.trim();
}

function admin(environment, args) {
  const done = spawnSync(process.execPath, ['dist/api/cli.js', ...args], { env: environment, encoding: 'utf8' });
  if (args[0] !== 'check' && done.status !== 0) throw new Error(`${args[0]} failed: ${done.stderr}`);
  return done;
}
