export const TEN_YEARS = { courses: 60, statements: 10, events: 2000, people: 15 };

/**
 * Ten years of training that took place, made by the database from the rows of the large programme: events, places with
 * attendance, closed registers, answers before and after.
 */
export async function seedTenYears(database) {
  const { courses, statements, events, people } = TEN_YEARS;
  const copy = async (table, from, changed) => {
    const [columns] = await database.query(
      'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position',
      [table],
    );
    const names = columns.map(({ name }) => name);
    const values = names.map((name) => changed[name] ?? `one.${name}`);
    await database.query(`INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${from}`);
  };
  const template = (table, where = '1 = 1') => `(SELECT * FROM ${table} WHERE ${where} LIMIT 1) one`;
  const numbered = (table, where, count) =>
    `(SELECT id, ROW_NUMBER() OVER (ORDER BY id) AS number FROM ${table} WHERE ${where} LIMIT ${count})`;

  await copy(
    'outcome_statements',
    `outcome_statements one JOIN seq_2_to_${statements} JOIN courses ON courses.id = one.course_id AND courses.code LIKE 'LP%'`,
    {
      id: 'UUID()',
      wording: "CONCAT(one.wording, ', part ', seq)",
      position: 'seq',
    },
  );
  await copy(
    'events',
    `${template('events', "status = 'published' AND starts_at IS NOT NULL")} JOIN seq_1_to_${events} s JOIN ${numbered('courses', "code LIKE 'LP%'", courses)} course ON course.number = 1 + s.seq % ${courses}`,
    {
      id: 'UUID()',
      reference: "CONCAT('TY', s.seq)",
      course_id: 'course.id',
      import_key: 'NULL',
      starts_at: `NOW(3) - INTERVAL (60 + FLOOR(s.seq * 3600 / ${events})) DAY - INTERVAL 3 HOUR`,
      ends_at: `NOW(3) - INTERVAL (60 + FLOOR(s.seq * 3600 / ${events})) DAY`,
    },
  );
  const past = `${numbered('events', "reference LIKE 'TY%'", events)} event JOIN events e ON e.id = event.id`;
  await copy(
    'bookings',
    `${template('bookings', "status = 'confirmed'")} JOIN ${past} JOIN seq_1_to_${people} s JOIN ${numbered('people', "email LIKE '%large%'", 2000)} person ON person.number = 1 + (event.number * 7 + s.seq) % 2000`,
    {
      id: 'UUID()',
      reference: "CONCAT('TY', event.number, 'B', s.seq)",
      event_id: 'e.id',
      course_id: 'e.course_id',
      person_id: 'person.id',
      attendance: "'attended'",
      live_event_key: 'NULL',
      live_course_key: 'NULL',
      requested_at: 'e.starts_at - INTERVAL 20 DAY',
    },
  );
  await database.query(
    `INSERT INTO registers (id, event_id, closed_at, closed_by_id) SELECT UUID(), id, ends_at, NULL FROM events WHERE reference LIKE 'TY%'`,
  );
  await database.query(
    `INSERT INTO responses (id, unique_key, event_id, booking_id, person_id, mode, sent_at, is_late, is_demonstration, agency_id, sector, job_role, area, created_at)
     SELECT UUID(), CONCAT(b.event_id, '|', b.person_id, '|', m.mode), b.event_id, b.id, b.person_id, m.mode, e.ends_at, 0, 1, b.agency_id, b.sector, b.job_role, b.area, b.requested_at
     FROM bookings b JOIN events e ON e.id = b.event_id JOIN (SELECT 'before' AS mode UNION SELECT 'after') m WHERE b.reference LIKE 'TY%'`,
  );
  await database.query(
    `INSERT INTO answers (id, response_id, statement_id, value)
     SELECT UUID(), r.id, s.id, 1 + (CRC32(CONCAT(r.person_id, s.id)) + IF(r.mode = 'after', 2, 0)) % 5
     FROM responses r JOIN events e ON e.id = r.event_id AND e.reference LIKE 'TY%' JOIN outcome_statements s ON s.course_id = e.course_id`,
  );
  await database.query('ANALYZE TABLE events, bookings, registers, responses, answers, outcome_statements');
  const [[counts]] = await database.query(
    "SELECT (SELECT COUNT(*) FROM answers) AS answers, (SELECT COUNT(*) FROM bookings WHERE attendance = 'attended') AS attendances",
  );
  return counts;
}
