import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Data only: the oldest current membership of a person and an agency carries the key that allows one. */
export class NameCurrentMemberships1763900000024 implements MigrationInterface {
  name = 'NameCurrentMemberships1763900000024';

  async up(runner: QueryRunner): Promise<void> {
    const current = (await runner.query(
      'SELECT person_id, agency_id, MIN(id) AS id FROM memberships WHERE until IS NULL GROUP BY person_id, agency_id',
    )) as { person_id: string; agency_id: string; id: string }[];
    for (const one of current)
      await runner.query('UPDATE memberships SET current_key = ? WHERE id = ?', [
        `${one.person_id}|${one.agency_id}`,
        one.id,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE memberships SET current_key = NULL');
  }
}
