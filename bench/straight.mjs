import { randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { createPool } from 'mysql2/promise';

/**
 * The statements of one request, said again for many people straight through mysql2, in a process of its own: what it
 * gets on standard input, what it prints are the times.
 */
const { databaseUrl, scripts, runs, atOnce, connections } = JSON.parse(await readAll());
const pool = createPool({
  uri: databaseUrl.replace('mariadb:', 'mysql:'),
  connectionLimit: connections,
  timezone: 'Z',
  queueLimit: 0,
});
pool.pool.on('connection', (connection) => connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'));
await Promise.all(Array.from({ length: connections }, () => pool.query('SELECT SLEEP(0.01)')));

const times = [];
let next = 0;
const began = performance.now();
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    while (next < runs.length) {
      const { script, names } = runs[next++];
      const started = performance.now();
      await perform(scripts[script], names);
      times.push(performance.now() - started);
    }
  }),
);
console.log(JSON.stringify({ times, seconds: (performance.now() - began) / 1000 }));
await pool.end();

async function perform({ before, inside, after }, names) {
  const made = {};
  const said = (text) =>
    text.replace(
      /\{\{(\w+)\}\}/g,
      (_, name) => names[name] ?? (made[name] ??= name.startsWith('ref') ? reference() : randomUUID()),
    );
  for (const text of before) await pool.query(said(text));
  const connection = await pool.getConnection();
  try {
    for (let attempt = 1; ; attempt += 1)
      try {
        for (const text of inside) await connection.query(said(text));
        break;
      } catch (error) {
        await connection.query('ROLLBACK');
        if (error.errno !== 1213 || attempt === 5) throw error;
      }
  } finally {
    connection.release();
  }
  for (const text of after) await pool.query(said(text));
}

function reference() {
  return `RT-${randomBytes(6).toString('hex').toUpperCase()}`;
}

async function readAll() {
  let text = '';
  for await (const part of process.stdin) text += part;
  return text;
}
