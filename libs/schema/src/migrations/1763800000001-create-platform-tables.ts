import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables } from '../tables';

const TABLES = [
  new Table({
    name: 'audit_entries',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_audit_entries' },
      { name: 'at', type: 'datetime', precision: 3 },
      { name: 'actor_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'action', type: 'varchar', length: '60' },
      { name: 'subject_kind', type: 'varchar', length: '40' },
      { name: 'subject_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'before', type: 'json', isNullable: true },
      { name: 'after', type: 'json', isNullable: true },
      { name: 'reason', type: 'varchar', length: '300', isNullable: true },
    ],
    indices: [
      { name: 'ix_audit_entries_at', columnNames: ['at'] },
      { name: 'ix_audit_entries_actor_id', columnNames: ['actor_id'] },
      { name: 'ix_audit_entries_subject_id', columnNames: ['subject_id'] },
    ],
  }),
  new Table({
    name: 'idempotent_answers',
    columns: [
      {
        name: 'key',
        type: 'varchar',
        length: '64',
        isPrimary: true,
        primaryKeyConstraintName: 'pk_idempotent_answers',
      },
      { name: 'person_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'body_hash', type: 'varchar', length: '64' },
      { name: 'status', type: 'integer' },
      { name: 'answer', type: 'json', isNullable: true },
      { name: 'expires_at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_idempotent_answers_expires_at', columnNames: ['expires_at'] }],
  }),
  new Table({
    name: 'job_leases',
    columns: [
      { name: 'name', type: 'varchar', length: '60', isPrimary: true, primaryKeyConstraintName: 'pk_job_leases' },
      { name: 'lease_until', type: 'datetime', precision: 3 },
      { name: 'next_run_at', type: 'datetime', precision: 3 },
    ],
  }),
  new Table({
    name: 'links',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_links' },
      { name: 'purpose', type: 'varchar', length: '40' },
      { name: 'subject_id', type: 'varchar', length: '36' },
      { name: 'token_hash', type: 'varchar', length: '64' },
      { name: 'expires_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_links_subject_id', columnNames: ['subject_id'] },
      { name: 'ix_links_token_hash', columnNames: ['token_hash'], isUnique: true },
    ],
  }),
  new Table({
    name: 'messages',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_messages' },
      { name: 'kind', type: 'varchar', length: '60' },
      { name: 'unique_key', type: 'varchar', length: '190' },
      { name: 'regarding', type: 'varchar', length: '36', isNullable: true },
      { name: 'person_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'to_name', type: 'varchar', length: '200' },
      { name: 'to_address', type: 'varchar', length: '254' },
      { name: 'subject', type: 'varchar', length: '250' },
      { name: 'text_body', type: 'text' },
      { name: 'html_body', type: 'text' },
      { name: 'calendar', type: 'text', isNullable: true },
      { name: 'calendar_method', type: 'varchar', length: '10', isNullable: true },
      { name: 'message_id', type: 'varchar', length: '120' },
      { name: 'state', type: 'varchar', length: '10' },
      { name: 'attempts', type: 'integer' },
      { name: 'due_at', type: 'datetime', precision: 3 },
      { name: 'lease_until', type: 'datetime', precision: 3, isNullable: true },
      { name: 'lease_holder', type: 'varchar', length: '36', isNullable: true },
      { name: 'last_error', type: 'varchar', length: '300', isNullable: true },
      { name: 'created_at', type: 'datetime', precision: 3 },
      { name: 'sent_at', type: 'datetime', precision: 3, isNullable: true },
    ],
    indices: [
      { name: 'ix_messages_unique_key', columnNames: ['unique_key'], isUnique: true },
      { name: 'ix_messages_regarding', columnNames: ['regarding'] },
      { name: 'ix_messages_person_id', columnNames: ['person_id'] },
      { name: 'ix_messages_due_at', columnNames: ['due_at'] },
      { name: 'ix_messages_created_at', columnNames: ['created_at'] },
    ],
  }),
  new Table({
    name: 'settings',
    columns: [
      { name: 'name', type: 'varchar', length: '100', isPrimary: true, primaryKeyConstraintName: 'pk_settings' },
      { name: 'value', type: 'json' },
    ],
  }),
  new Table({
    name: 'throttles',
    columns: [
      { name: 'key', type: 'varchar', length: '64', isPrimary: true, primaryKeyConstraintName: 'pk_throttles' },
      { name: 'count', type: 'integer' },
      { name: 'until', type: 'datetime', precision: 3 },
    ],
  }),
];

export class CreatePlatformTables1763800000001 implements MigrationInterface {
  name = 'CreatePlatformTables1763800000001';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
