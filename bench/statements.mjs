const UUID = /'([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})/g;

/** The statements of one connection after another, as the database's own log tells them. */
export async function logged(database, request) {
  await database.query("SET GLOBAL log_output = 'TABLE'");
  await database.query('TRUNCATE TABLE mysql.general_log');
  await database.query('SET GLOBAL general_log = ON');
  await request();
  await database.query('SET GLOBAL general_log = OFF');
  const [rows] = await database.query(
    "SELECT CONVERT(argument USING utf8mb4) AS text FROM mysql.general_log WHERE command_type = 'Query' AND thread_id <> CONNECTION_ID() ORDER BY event_time",
  );
  return rows.map(({ text }) => text);
}

/**
 * The statements of one booking with names in the place of what differs from one person to the next: who asks, for what,
 * and every id that was made on the way, which is told by the time in it.
 */
export async function scriptOf(database, { person, event, course }, request) {
  const since = Date.now();
  const statements = await logged(database, request);
  const known = new Map([
    [person.id, 'person'],
    [person.tokenHash, 'token'],
    [person.agency.id, 'agency'],
    [event.id, 'event'],
    [course.id, 'course'],
  ]);
  const made = new Set();
  for (const text of statements)
    for (const [, id] of text.matchAll(UUID)) if (parseInt(id.replace('-', '').slice(0, 12), 16) >= since) made.add(id);
  [...made].forEach((id, index) => known.set(id, `made${index}`));
  const references = new Set(statements.flatMap((text) => text.match(/RT-[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? []));
  [...references].forEach((reference, index) => known.set(reference, `ref${index}`));
  const named = statements.map((text) =>
    [...known].reduce((changed, [value, name]) => changed.replaceAll(value, `{{${name}}}`), text),
  );
  const begin = named.findIndex((text) => /^START TRANSACTION/i.test(text));
  const end = named.findLastIndex((text) => /^COMMIT/i.test(text));
  return { before: named.slice(0, begin), inside: named.slice(begin, end + 1), after: named.slice(end + 1) };
}
