import { newId } from '@roundtable/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Data only: each agency's one domain becomes the first of its several; every agency there is was accepted. */
export class MoveEmailDomainsOfAgencies1763900000021 implements MigrationInterface {
  name = 'MoveEmailDomainsOfAgencies1763900000021';

  async up(runner: QueryRunner): Promise<void> {
    const agencies = (await runner.query('SELECT id, email_domain FROM agencies WHERE email_domain IS NOT NULL')) as {
      id: string;
      email_domain: string;
    }[];
    for (const agency of agencies)
      await runner.query('INSERT INTO agency_domains (id, agency_id, domain, position) VALUES (?, ?, ?, 0)', [
        newId(),
        agency.id,
        agency.email_domain.toLowerCase(),
      ]);
    await runner.query("UPDATE agencies SET approval = 'off', status = 'accepted'");
  }

  async down(runner: QueryRunner): Promise<void> {
    const first = (await runner.query('SELECT agency_id, domain FROM agency_domains WHERE position = 0')) as {
      agency_id: string;
      domain: string;
    }[];
    for (const row of first)
      await runner.query('UPDATE agencies SET email_domain = ? WHERE id = ?', [row.domain, row.agency_id]);
    await runner.query('DELETE FROM agency_domains');
  }
}
