import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const CUT_OFF_AT_END = new TableColumn({ name: 'cut_off_at_end', type: 'datetime', precision: 3, isNullable: true });
const COST_CODE = new TableColumn({ name: 'cost_code', type: 'varchar', length: '40', isNullable: true });

const TABLES = [
  new Table({
    name: 'charges',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_charges' },
      { name: 'reference', type: 'varchar', length: '20' },
      { name: 'booking_id', type: 'varchar', length: '36' },
      { name: 'agency_id', type: 'varchar', length: '36' },
      { name: 'kind', type: 'varchar', length: '20' },
      { name: 'state', type: 'varchar', length: '20' },
      { name: 'live_key', type: 'varchar', length: '80', isNullable: true },
      { name: 'payer', type: 'varchar', length: '10' },
      { name: 'pence', type: 'integer' },
      { name: 'order_number', type: 'varchar', length: '60', isNullable: true },
      { name: 'cost_code', type: 'varchar', length: '40', isNullable: true },
      { name: 'waiver', type: 'varchar', length: '20', isNullable: true },
      { name: 'reason', type: 'varchar', length: '300', isNullable: true },
      { name: 'decided_by_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'proposed_at', type: 'datetime', precision: 3 },
      { name: 'changed_at', type: 'datetime', precision: 3 },
      { name: 'told_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'sent_on_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'credited_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'credit_sent_on_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'overtaken_at', type: 'datetime', precision: 3, isNullable: true },
    ],
    indices: [
      { name: 'ix_charges_reference', columnNames: ['reference'], isUnique: true },
      { name: 'ix_charges_live_key', columnNames: ['live_key'], isUnique: true },
      { name: 'ix_charges_booking_id', columnNames: ['booking_id'] },
      { name: 'ix_charges_agency_id', columnNames: ['agency_id'] },
      { name: 'ix_charges_state_proposed_at', columnNames: ['state', 'proposed_at'] },
    ],
    foreignKeys: [references('charges', 'booking_id', 'bookings'), references('charges', 'agency_id', 'agencies')],
  }),
];

export class ProposeChargesAndKeepCostCodes1764000000160 implements MigrationInterface {
  name = 'ProposeChargesAndKeepCostCodes1764000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('bookings', CUT_OFF_AT_END.clone());
    await runner.addColumn('courses', COST_CODE.clone());
    await runner.addColumn('events', COST_CODE.clone());
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
    await runner.dropColumn('events', COST_CODE.name);
    await runner.dropColumn('courses', COST_CODE.name);
    await runner.dropColumn('bookings', CUT_OFF_AT_END.name);
  }
}
