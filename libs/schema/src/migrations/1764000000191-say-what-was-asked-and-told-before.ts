import { type MigrationInterface, type QueryRunner } from 'typeorm';

const DONE = [
  // Until now a response was made by answering it or by the mail that asked for it.
  "UPDATE responses SET asked_at = created_at WHERE sent_at IS NULL AND mode = 'after'",
  'UPDATE certificates SET told_at = issued_at',
  `UPDATE certificates SET withdrawal_told_at = issued_at WHERE booking_id IN
    (SELECT id FROM bookings WHERE status <> 'confirmed' OR attendance IS NULL OR attendance <> 'attended')`,
];

export class SayWhatWasAskedAndToldBefore1764000000191 implements MigrationInterface {
  name = 'SayWhatWasAskedAndToldBefore1764000000191';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of DONE) await runner.query(statement);
  }

  async down(): Promise<void> {
    // The columns go with the migration before.
  }
}
