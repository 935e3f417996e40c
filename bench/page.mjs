import { gzipSync } from 'node:zlib';
import { compare, measure } from './measure.mjs';
import { logged } from './statements.mjs';

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

/** What the database was asked for one request. */
async function statementsOf(database, request) {
  return (await logged(database, request)).filter((text) => /^\s*SELECT/i.test(text));
}

/** The median time of each statement on a connection of its own. */
async function alone(connection, statements) {
  const each = [];
  for (const statement of statements) {
    const times = [];
    for (let turn = 0; turn < 9; turn += 1) {
      const began = performance.now();
      await connection.query(statement);
      times.push(performance.now() - began);
    }
    each.push(`${times.sort((one, other) => one - other)[4].toFixed(1)} ms`);
  }
  return each;
}

/** A page: its time beside the same statements straight through mysql2, how many there are, and what it weighs. */
export async function page(name, path, { url, connect }) {
  const database = await connect();
  const get = async () => {
    const answer = await fetch(`${url}${path}`);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  };
  await get();
  const text = await get();
  const statements = await statementsOf(database, get);
  const atOnce = 4;
  const connections = await Promise.all(Array.from({ length: atOnce }, () => connect()));
  const figures = await measure(get, { atOnce });
  const baseline = await measure(
    async () => {
      const connection = connections.pop();
      for (const statement of statements) await connection.query(statement);
      connections.push(connection);
    },
    { atOnce },
  );
  console.log(`\n${name}: ${path}`);
  compare(name, figures, `its ${statements.length} statements through mysql2`, baseline);
  console.log(`  statement by statement, alone: ${(await alone(database, statements)).join(', ')}`);
  const bytes = Buffer.byteLength(text);
  const zipped = gzipSync(text).length;
  console.log(`  weight: ${kilobytes(bytes)} raw, ${kilobytes(zipped)} gzipped, ratio ${(zipped / bytes).toFixed(2)}`);
  await Promise.all([database, ...connections].map((connection) => connection.end()));
}
