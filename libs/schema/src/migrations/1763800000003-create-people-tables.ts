import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'people',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_people' },
      { name: 'name', type: 'varchar', length: '200' },
      { name: 'name_key', type: 'varchar', length: '200' },
      { name: 'email', type: 'varchar', length: '254', isNullable: true },
      { name: 'area', type: 'varchar', length: '10', isNullable: true },
      { name: 'is_demonstration', type: 'boolean' },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_people_name_key', columnNames: ['name_key'] },
      { name: 'ix_people_email', columnNames: ['email'], isUnique: true },
    ],
  }),
  new Table({
    name: 'accounts',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_accounts' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'password_hash', type: 'varchar', length: '200', isNullable: true },
      { name: 'confirmed_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_accounts_person_id', columnNames: ['person_id'], isUnique: true }],
    foreignKeys: [references('accounts', 'person_id', 'people')],
  }),
  new Table({
    name: 'api_tokens',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_api_tokens' },
      { name: 'token_hash', type: 'varchar', length: '64' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'created_at', type: 'datetime', precision: 3 },
      { name: 'revoked_at', type: 'datetime', precision: 3, isNullable: true },
    ],
    indices: [
      { name: 'ix_api_tokens_token_hash', columnNames: ['token_hash'], isUnique: true },
      { name: 'ix_api_tokens_person_id', columnNames: ['person_id'] },
    ],
    foreignKeys: [references('api_tokens', 'person_id', 'people')],
  }),
  new Table({
    name: 'memberships',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_memberships' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'agency_id', type: 'varchar', length: '36' },
      { name: 'job_role', type: 'varchar', length: '120', isNullable: true },
      { name: 'since', type: 'datetime', precision: 3 },
      { name: 'until', type: 'datetime', precision: 3, isNullable: true },
    ],
    indices: [
      { name: 'ix_memberships_agency_id', columnNames: ['agency_id'] },
      { name: 'ix_memberships_person_id_until', columnNames: ['person_id', 'until'] },
    ],
    foreignKeys: [references('memberships', 'person_id', 'people'), references('memberships', 'agency_id', 'agencies')],
  }),
  new Table({
    name: 'role_grants',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_role_grants' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'role', type: 'varchar', length: '30' },
      { name: 'agency_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'unique_key', type: 'varchar', length: '120' },
      { name: 'granted_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_role_grants_person_id', columnNames: ['person_id'] },
      { name: 'ix_role_grants_unique_key', columnNames: ['unique_key'], isUnique: true },
    ],
    foreignKeys: [references('role_grants', 'person_id', 'people'), references('role_grants', 'agency_id', 'agencies')],
  }),
  new Table({
    name: 'sign_ins',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_sign_ins' },
      { name: 'token_hash', type: 'varchar', length: '64' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'started_at', type: 'datetime', precision: 3 },
      { name: 'last_seen_at', type: 'datetime', precision: 3 },
      { name: 'ended_at', type: 'datetime', precision: 3, isNullable: true },
    ],
    indices: [
      { name: 'ix_sign_ins_token_hash', columnNames: ['token_hash'], isUnique: true },
      { name: 'ix_sign_ins_person_id', columnNames: ['person_id'] },
    ],
    foreignKeys: [references('sign_ins', 'person_id', 'people')],
  }),
];

export class CreatePeopleTables1763800000003 implements MigrationInterface {
  name = 'CreatePeopleTables1763800000003';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
