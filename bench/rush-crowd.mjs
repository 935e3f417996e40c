import { createHash, randomBytes, randomUUID } from 'node:crypto';

const hashOf = (secret) => createHash('sha256').update(secret).digest('hex');
const SECTORS = ['health', 'police', 'education', 'voluntary', 'district'];
const DAY_MS = 24 * 3600_000;

/** Asks the product's API as a coordinator. */
export function office(url, token) {
  return async (method, path, body) => {
    const answer = await fetch(`${url}/api/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} /api/${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
}

/** A published event with something to complete first and places kept for one sector; with its course and that sector. */
export async function rushedEvent(ask, name, { capacity, kept }) {
  const [module] = await ask('GET', 'modules?_end=1');
  const [sector] = await ask('GET', 'sectors?_end=1');
  const course = await ask('POST', 'courses', {
    title: name,
    summary: 'What everybody wants to learn',
    prerequisiteModuleIds: [module.id],
  });
  await ask('POST', `courses/${course.id}/publication`);
  const day = new Date(Date.now() + 70 * DAY_MS).toISOString().slice(0, 10);
  const event = await ask('POST', 'events', {
    courseId: course.id,
    capacity,
    delivery: 'in-person',
    keptPlaces: [{ sector: sector.name, places: kept, releaseDays: 14 }],
    sessions: [{ startsAt: `${day}T10:00:00Z`, endsAt: `${day}T13:00:00Z` }],
  });
  await ask('POST', `events/${event.id}/publication`);
  return { event, course, module, sector: sector.name };
}

/** Agencies of several sectors, the kept one first. */
export async function agenciesFor(ask, keptSector) {
  const agencies = [];
  const names = (await ask('GET', 'sectors?_end=200')).map(({ name }) => name).filter((name) => name !== keptSector);
  for (const [index, sector] of [keptSector, ...names].slice(0, SECTORS.length).entries())
    agencies.push(await ask('POST', 'agencies', { name: `Rush ${index + 1} ${randomUUID().slice(0, 8)}`, sector }));
  return agencies;
}

/**
 * People with a membership, a completion of the module, a bearer token and a signed-in session, written straight into
 * the database: making them over the API is not what is measured.
 */
export async function crowd(database, count, { agencies, module }) {
  const now = new Date();
  const people = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    name: `Rush Person ${index}`,
    agency: agencies[index % agencies.length],
    token: `rt_${randomBytes(24).toString('base64url')}`,
    cookie: randomBytes(24).toString('base64url'),
  }));
  const insert = (table, columns, rowOf) =>
    database.query(`INSERT INTO ${table} (${columns}) VALUES ?`, [people.map(rowOf)]);
  await insert('people', 'id, name, name_key, email, is_demonstration, created_at', ({ id, name }) => [
    id,
    name,
    name.toLowerCase(),
    `${id}@rush.example`,
    true,
    now,
  ]);
  await insert('memberships', 'id, person_id, agency_id, since, current_key', ({ id, agency }) => [
    randomUUID(),
    id,
    agency.id,
    now,
    `${id}|${agency.id}`,
  ]);
  await insert('api_tokens', 'id, token_hash, person_id, created_at, last_used_at', ({ id, token }) => [
    randomUUID(),
    hashOf(token),
    id,
    now,
    now,
  ]);
  await insert('sign_ins', 'id, token_hash, person_id, started_at, last_seen_at', ({ id, cookie }) => [
    randomUUID(),
    hashOf(cookie),
    id,
    now,
    now,
  ]);
  await insert(
    'completions',
    'id, person_id, module_id, title, edition, completed_at, source, source_key',
    ({ id }) => [randomUUID(), id, module.id, module.title, 1, new Date(now - DAY_MS), 'recorded', `rush-${id}`],
  );
  return people.map((person) => ({ ...person, tokenHash: hashOf(person.token) }));
}
