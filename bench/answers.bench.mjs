import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { seedTenYears } from './answers-seed.mjs';

const EMAIL = 'answers@partnership.example';
const SAME_ROWS = `SELECT response.event_id, response.person_id, response.mode, response.sector, response.area, answer.statement_id, answer.value
  FROM answers answer JOIN responses response ON response.id = answer.response_id`;
const SAME_COUNTS = `SELECT answer.statement_id, response.mode, answer.value, COUNT(*) AS people
  FROM answers answer JOIN responses response ON response.id = answer.response_id
  GROUP BY answer.statement_id, response.mode, answer.value`;

/** Ten years of answers: the report on the screen, and all answers as a file, each beside plain SQL that reads the same rows. */
export async function run({ connect, environment, url, pid }) {
  const database = await connect();
  const { answers, attendances } = await seedTenYears(database);
  console.log(`\nanswers: ${attendances} attendances, ${answers} answers`);
  const headers = { authorization: `Bearer ${tokenOf(environment)}` };
  const get = async (path) => {
    const answer = await fetch(`${url}${path}`, { headers });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };

  const report = await median(async () => (await get('/api/reports/knowledge-gain')).json());
  const counted = await median(() => database.query(SAME_COUNTS));
  line('report on the screen (aim: 1 s)', report, 'the same answers counted in SQL', counted);

  const connection = (await connect()).connection;
  const read = await median(() => drained(connection.query(SAME_ROWS).stream()), 1);
  for (const ending of ['csv', 'xlsx']) {
    const idle = memory(pid, 'VmRSS');
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    let bytes = 0;
    const file = await median(async () => {
      for await (const part of (await get(`/api/reports/answers.${ending}`)).body) bytes += part.length;
    }, 1);
    line(`all answers as ${ending.toUpperCase()} (aim: 20 s)`, file, 'the same rows through mysql2', read);
    const peak = memory(pid, 'VmHWM');
    console.log(
      `  ${(bytes / 1024 ** 2).toFixed(1)} MB; memory ${(peak - idle).toFixed(0)} MB above ${idle.toFixed(0)} MB idle (aim: 150 MB)`,
    );
  }
  connection.end();
  await database.end();
}

function line(name, took, baseline, baselineTook) {
  console.log(
    `  ${name.padEnd(40)} ${took.toFixed(2)} s   baseline: ${baseline} ${baselineTook.toFixed(2)} s   ratio ${(took / baselineTook).toFixed(2)}`,
  );
}

/** Seconds: the middle of some turns. */
async function median(work, turns = 5) {
  const times = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const began = performance.now();
    await work();
    times.push((performance.now() - began) / 1000);
  }
  return times.sort((one, other) => one - other)[Math.floor(turns / 2)];
}

async function drained(rows) {
  let count = 0;
  for await (const _ of rows) count += 1;
  return count;
}

/** What the kernel says of a process, in megabytes. */
function memory(pid, field) {
  const [, kilobytes] = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) / 1024;
}

function tokenOf(environment) {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-bench-'));
  const password = join(folder, 'password');
  writeFileSync(password, 'a password of some length');
  for (const role of ['coordinator', 'answers-exporter'])
    admin(environment, [
      ...['create-user', '--email', EMAIL, '--name', 'Answers', '--agency', 'Answers'],
      ...['--role', role, '--password-file', password],
    ]);
  rmSync(folder, { recursive: true });
  return admin(environment, ['create-token', '--email', EMAIL]).stdout.trim();
}

function admin(environment, args) {
  const done = spawnSync(process.execPath, ['dist/api/cli.js', ...args], { env: environment, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${args[0]} failed: ${done.stderr}`);
  return done;
}
