import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';

const ISSUE = () => new TableColumn({ name: 'issue', type: 'integer', default: '1' });
const ONE_EACH = () =>
  new TableIndex({
    name: 'ix_certificates_booking_id_issue',
    columnNames: ['booking_id', 'issue'],
    isUnique: true,
  });
const ONE = () => new TableIndex({ name: 'ix_certificates_booking_id', columnNames: ['booking_id'], isUnique: true });

/** The new key comes before the old one goes, because MariaDB holds the booking's foreign key by either. */
export class IssueCertificatesAgainAfterAChangeOfName1764000000240 implements MigrationInterface {
  name = 'IssueCertificatesAgainAfterAChangeOfName1764000000240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('certificates', ISSUE());
    await runner.createIndex('certificates', ONE_EACH());
    await runner.dropIndex('certificates', 'ix_certificates_booking_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM certificates WHERE issue > 1');
    await runner.createIndex('certificates', ONE());
    await runner.dropIndex('certificates', 'ix_certificates_booking_id_issue');
    await runner.dropColumn('certificates', 'issue');
  }
}
