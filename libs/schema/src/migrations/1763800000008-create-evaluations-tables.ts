import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'responses',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_responses' },
      { name: 'unique_key', type: 'varchar', length: '120' },
      { name: 'event_id', type: 'varchar', length: '36' },
      { name: 'booking_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'mode', type: 'varchar', length: '20' },
      { name: 'sent_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'is_late', type: 'boolean' },
      { name: 'is_demonstration', type: 'boolean' },
      { name: 'agency_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'sector', type: 'varchar', length: '100', isNullable: true },
      { name: 'job_role', type: 'varchar', length: '120', isNullable: true },
      { name: 'area', type: 'varchar', length: '10', isNullable: true },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_responses_unique_key', columnNames: ['unique_key'], isUnique: true },
      { name: 'ix_responses_booking_id', columnNames: ['booking_id'] },
      { name: 'ix_responses_person_id', columnNames: ['person_id'] },
      { name: 'ix_responses_event_id_mode', columnNames: ['event_id', 'mode'] },
    ],
    foreignKeys: [
      references('responses', 'event_id', 'events'),
      references('responses', 'booking_id', 'bookings'),
      references('responses', 'person_id', 'people'),
      references('responses', 'agency_id', 'agencies'),
    ],
  }),
  new Table({
    name: 'answers',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_answers' },
      { name: 'response_id', type: 'varchar', length: '36' },
      { name: 'statement_id', type: 'varchar', length: '36' },
      { name: 'value', type: 'integer' },
    ],
    indices: [
      { name: 'ix_answers_statement_id_value', columnNames: ['statement_id', 'value'] },
      { name: 'ix_answers_response_id_statement_id', columnNames: ['response_id', 'statement_id'], isUnique: true },
    ],
    foreignKeys: [
      references('answers', 'response_id', 'responses'),
      references('answers', 'statement_id', 'outcome_statements'),
    ],
  }),
  new Table({
    name: 'certificates',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_certificates' },
      { name: 'booking_id', type: 'varchar', length: '36' },
      { name: 'code', type: 'varchar', length: '20' },
      { name: 'printed_name', type: 'varchar', length: '200' },
      { name: 'issued_at', type: 'datetime', precision: 3 },
      { name: 'withdrawn_at', type: 'datetime', precision: 3, isNullable: true },
    ],
    indices: [
      { name: 'ix_certificates_booking_id', columnNames: ['booking_id'], isUnique: true },
      { name: 'ix_certificates_code', columnNames: ['code'], isUnique: true },
    ],
    foreignKeys: [references('certificates', 'booking_id', 'bookings')],
  }),
];

export class CreateEvaluationsTables1763800000008 implements MigrationInterface {
  name = 'CreateEvaluationsTables1763800000008';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
