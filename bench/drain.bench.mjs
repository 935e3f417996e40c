import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';

const MESSAGES = 5000;
const DOMAINS = 100;

/** 5,000 messages that are due: a worker process drains them; nodemailer alone sends the same to the same server. */
export async function run({ connect, environment }) {
  const database = await connect();
  await database.query("UPDATE messages SET state = 'kept' WHERE state IN ('queued', 'sending')");
  await set(database, '0');
  const server = await mailServer();
  const ids = await fill(database);

  const worker = spawn(process.execPath, ['--trace-gc', 'dist/api/cli.js', 'worker'], {
    env: { ...environment, SMTP_URL: server.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const live = liveHeap(worker.stdout);
  const memory = watchedMemory(worker.pid);
  await until(() => server.received.length > 0);
  const began = performance.now();
  // The server's own jobs may write mails meanwhile, which are not counted.
  const ours = new Set(ids);
  const arrived = () => server.received.filter((id) => ours.has(id));
  await until(() => server.received.length >= MESSAGES && arrived().length >= MESSAGES);
  const seconds = (performance.now() - began) / 1000;
  await until(async () => (await inState(database, 'sent', ids)) === MESSAGES);
  const { start, peak, end } = memory.stop();
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill('SIGTERM');
  await ended;
  const outOfOrder = arrived().filter((id, at) => id !== ids[at]).length;
  const unique = new Set(arrived()).size;

  server.received.length = 0;
  const alone = await throughNodemailer(database, server, ids);
  const megabytes = (kilobytes) => `${(kilobytes / 1024).toFixed(0)} MB`;
  const line = (label, rate) => console.log(`  ${label.padEnd(52)} ${rate.toFixed(0).padStart(6)} a second`);

  console.log(`\ndrain: ${MESSAGES} messages that are due, to ${DOMAINS} domains, without a limit for each`);
  console.log(`  ${unique} arrived once, ${outOfOrder} of them out of the order in which they fell due`);
  line('a worker process', MESSAGES / seconds);
  line('baseline: nodemailer alone, one connection kept open', MESSAGES / alone);
  console.log(`  ratio to the baseline: ${(alone / seconds).toFixed(2)}`);
  console.log(
    `  memory of the worker: ${megabytes(start)} at first, ${megabytes(peak)} at most, ${megabytes(end)} at last`,
  );
  console.log(`  of that in use, after each full collection: ${live.join(', ')} MB`);

  await database.query('DELETE FROM messages WHERE id IN (?)', [ids]);
  await database.query("DELETE FROM settings WHERE name = 'mail.perDomainAndMinute'");
  await database.end();
  await server.close();
  if (unique !== MESSAGES) throw new Error(`${unique} of ${MESSAGES} messages arrived.`);
}

async function set(database, limit) {
  await database.query("REPLACE INTO settings (name, value) VALUES ('mail.perDomainAndMinute', ?)", [limit]);
}

/** Messages of the size of a booking's, in the order in which they fall due. */
async function fill(database) {
  const first = Date.now() - 3600_000;
  const text = 'You have a place on this course. It is on Wednesday 22 May 2024, 9:30am to 12:30pm.\n\n'.repeat(8);
  const ids = [];
  for (let from = 0; from < MESSAGES; from += 500) {
    const rows = Array.from({ length: 500 }, (_, index) => {
      const id = randomUUID();
      const at = new Date(first + (from + index) * 100);
      ids.push(id);
      const to = `p${from + index}@d${(from + index) % DOMAINS}.example`;
      const mail = [
        'Pat Practitioner',
        to,
        'Place booked: A course',
        text,
        `<p>${text}</p>`,
        `<${id}@roundtable.example>`,
      ];
      return [id, 'bench', `bench|${id}|1`, ...mail, 'queued', 0, at, at];
    });
    await database.query(
      'INSERT INTO messages (id, kind, unique_key, to_name, to_address, subject, text_body, html_body, message_id, state, attempts, due_at, created_at) VALUES ?',
      [rows],
    );
  }
  return ids;
}

async function inState(database, state, ids) {
  const [[{ count }]] = await database.query('SELECT COUNT(*) AS count FROM messages WHERE state = ? AND id IN (?)', [
    state,
    ids,
  ]);
  return Number(count);
}

async function throughNodemailer(database, server, ids) {
  const [rows] = await database.query('SELECT * FROM messages WHERE id IN (?) ORDER BY due_at, id', [ids]);
  const transport = createTransport({ url: server.url, pool: true, maxConnections: 1 });
  const began = performance.now();
  for (const row of rows)
    await transport.sendMail({
      from: { name: 'Roundtable training', address: 'training@roundtable.example' },
      to: { name: row.to_name, address: row.to_address },
      subject: row.subject,
      text: row.text_body,
      html: row.html_body,
      messageId: row.message_id,
      date: row.created_at,
    });
  const seconds = (performance.now() - began) / 1000;
  transport.close();
  return seconds;
}

/** Takes every mail, and keeps its Message-ID alone. */
async function mailServer() {
  const received = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 10,
    onData: (stream, _session, done) => {
      let head = '';
      stream.on('data', (part) => (head += head.length < 4096 ? part : ''));
      stream.on('end', () => {
        received.push(/^message-id: <([^@]+)@/im.exec(head)?.[1]);
        done();
      });
    },
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address();
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** What the process holds in memory, in kilobytes, looked at ten times a second. */
function watchedMemory(pid) {
  const seen = [];
  const look = () => seen.push(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0));
  const timer = setInterval(look, 100);
  return {
    stop() {
      clearInterval(timer);
      look();
      // The first second is the start of the process.
      const running = seen.slice(Math.min(10, seen.length - 1));
      return { start: running[0], peak: Math.max(...running), end: seen.at(-1) };
    },
  };
}

/** Megabytes that are in use after each full collection of garbage, as the process prints them. */
function liveHeap(output) {
  const sizes = [];
  output.on('data', (text) => {
    for (const [, size] of String(text).matchAll(/Mark-Compact .*? -> ([\d.]+) \(/g)) sizes.push(Number(size));
  });
  return sizes;
}

async function until(isSo) {
  for (let tries = 0; tries < 6000; tries += 1) {
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error('The worker did not drain the queue in five minutes.');
}
