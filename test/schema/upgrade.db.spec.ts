import { describe, expect, it } from '@jest/globals';
import { openDataSource } from '@roundtable/platform';
import { MIGRATIONS, migrate } from '@roundtable/schema';
import { ENGINES, freshDatabase } from '@roundtable/schema/testing';

const NOW = '2026-01-05 09:00:00.000';

describe.each(ENGINES)('an upgrade on %s', (engine) => {
  it('keeps the domain of an agency as its first, accepts it, and names current memberships', async () => {
    const { url, drop } = await freshDatabase(engine);
    const before = MIGRATIONS.filter((migration) => Number(migration.name.slice(-13)) < 1763900000000);
    const old = await openDataSource({ url, entities: [], migrations: before });
    await migrate(old);
    for (const [sql, ...values] of [
      ["INSERT INTO sectors (id, name, position) VALUES ('s', 'housing', 1)"],
      [
        "INSERT INTO agencies (id, name, name_key, sector_id, fee_type, email_domain, is_demonstration, created_at) VALUES ('a', 'Homes', 'homes', 's', 'other', 'Homes.example', 0, ?)",
        NOW,
      ],
      ["INSERT INTO people (id, name, name_key, is_demonstration, created_at) VALUES ('p', 'Pat', 'pat', 0, ?)", NOW],
      ["INSERT INTO memberships (id, person_id, agency_id, since) VALUES ('m', 'p', 'a', ?)", NOW],
      ["INSERT INTO memberships (id, person_id, agency_id, since, until) VALUES ('n', 'p', 'a', ?, ?)", NOW, NOW],
    ] as [string, ...string[]][])
      await old.query(sql, values);
    await old.destroy();

    const source = await openDataSource({ url, entities: [], migrations: MIGRATIONS });
    await migrate(source);
    expect(await source.query('SELECT id, approval, status, merged_into_id FROM agencies')).toEqual([
      { id: 'a', approval: 'off', status: 'accepted', merged_into_id: null },
    ]);
    expect(await source.query('SELECT agency_id, domain, position FROM agency_domains')).toEqual([
      { agency_id: 'a', domain: 'homes.example', position: 0 },
    ]);
    expect(await source.query('SELECT id, current_key FROM memberships ORDER BY id')).toEqual([
      { id: 'm', current_key: 'p|a' },
      { id: 'n', current_key: null },
    ]);
    await source.destroy();
    await drop();
  });
});
