import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'registrations',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_registrations' },
      { name: 'email', type: 'varchar', length: '254' },
      { name: 'name', type: 'varchar', length: '200' },
      { name: 'job_role', type: 'varchar', length: '120' },
      { name: 'agency_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'new_agency', type: 'varchar', length: '190', isNullable: true },
      { name: 'new_agency_sector', type: 'varchar', length: '100', isNullable: true },
      { name: 'area', type: 'varchar', length: '10' },
      { name: 'manager_name', type: 'varchar', length: '200', isNullable: true },
      { name: 'manager_email', type: 'varchar', length: '254', isNullable: true },
      { name: 'password_hash', type: 'varchar', length: '200' },
      { name: 'expires_at', type: 'datetime', precision: 3 },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_registrations_email', columnNames: ['email'] },
      { name: 'ix_registrations_expires_at', columnNames: ['expires_at'] },
    ],
  }),
  new Table({
    name: 'address_proofs',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_address_proofs' },
      { name: 'purpose', type: 'varchar', length: '20' },
      { name: 'subject_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'email', type: 'varchar', length: '254' },
      { name: 'token_hash', type: 'varchar', length: '64' },
      { name: 'code_hash', type: 'varchar', length: '200', isNullable: true },
      { name: 'code_expires_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'tries', type: 'integer' },
      { name: 'expires_at', type: 'datetime', precision: 3 },
      { name: 'used_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_address_proofs_subject_id', columnNames: ['subject_id'] },
      { name: 'ix_address_proofs_token_hash', columnNames: ['token_hash'], isUnique: true },
      { name: 'ix_address_proofs_purpose_email', columnNames: ['purpose', 'email'] },
      { name: 'ix_address_proofs_expires_at', columnNames: ['expires_at'] },
    ],
  }),
  new Table({
    name: 'second_factors',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_second_factors' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'secret', type: 'varchar', length: '64' },
      { name: 'last_step', type: 'integer', isNullable: true },
      { name: 'confirmed_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'created_at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_second_factors_person_id', columnNames: ['person_id'], isUnique: true }],
    foreignKeys: [references('second_factors', 'person_id', 'people')],
  }),
  new Table({
    name: 'recovery_codes',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_recovery_codes' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'code_hash', type: 'varchar', length: '64' },
      { name: 'used_at', type: 'datetime', precision: 3, isNullable: true },
    ],
    indices: [
      { name: 'ix_recovery_codes_person_id', columnNames: ['person_id'] },
      { name: 'ix_recovery_codes_code_hash', columnNames: ['code_hash'], isUnique: true },
    ],
    foreignKeys: [references('recovery_codes', 'person_id', 'people')],
  }),
];

export class CreateRegistrationAndSecondFactorTables1763900000011 implements MigrationInterface {
  name = 'CreateRegistrationAndSecondFactorTables1763900000011';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
