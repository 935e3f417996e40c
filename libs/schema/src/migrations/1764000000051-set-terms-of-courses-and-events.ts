import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const COURSE_FEES = new Table({
  name: 'course_fees',
  columns: [
    { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_course_fees' },
    { name: 'course_id', type: 'varchar', length: '36' },
    { name: 'fee_type', type: 'varchar', length: '20' },
    { name: 'pence', type: 'integer' },
    { name: 'charge_pence', type: 'integer' },
  ],
  indices: [{ name: 'ix_course_fees_course_id_fee_type', columnNames: ['course_id', 'fee_type'], isUnique: true }],
  foreignKeys: [references('course_fees', 'course_id', 'courses')],
});

const EXPECTED_MIX = new Table({
  name: 'expected_mix',
  columns: [
    { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_expected_mix' },
    { name: 'event_id', type: 'varchar', length: '36' },
    { name: 'sector_id', type: 'varchar', length: '36' },
    { name: 'people', type: 'integer' },
  ],
  indices: [{ name: 'ix_expected_mix_event_id_sector_id', columnNames: ['event_id', 'sector_id'], isUnique: true }],
  foreignKeys: [references('expected_mix', 'event_id', 'events'), references('expected_mix', 'sector_id', 'sectors')],
});

const OF_EVENTS = [
  new TableColumn({ name: 'booking_opens_at', type: 'datetime', precision: 3, isNullable: true }),
  new TableColumn({ name: 'booking_closes_at', type: 'datetime', precision: 3, isNullable: true }),
  new TableColumn({ name: 'booking_closes_working_days', type: 'integer', isNullable: true }),
  new TableColumn({ name: 'free_cancellation_working_days', type: 'integer', isNullable: true }),
  new TableColumn({ name: 'group_cap', type: 'integer', isNullable: true }),
  new TableColumn({ name: 'minimum_places', type: 'integer', isNullable: true }),
  new TableColumn({ name: 'decide_by', type: 'varchar', length: '10', isNullable: true }),
  new TableColumn({ name: 'note', type: 'text', isNullable: true }),
];
const OF_EVENT_FEES = new TableColumn({ name: 'charge_pence', type: 'integer', isNullable: true });
const OF_COURSES = new TableColumn({ name: 'free_cancellation_working_days', type: 'integer', isNullable: true });

export class SetTermsOfCoursesAndEvents1764000000051 implements MigrationInterface {
  name = 'SetTermsOfCoursesAndEvents1764000000051';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, [COURSE_FEES, EXPECTED_MIX]);
    await runner.addColumn('courses', OF_COURSES.clone());
    await runner.addColumns(
      'events',
      OF_EVENTS.map((column) => column.clone()),
    );
    await runner.addColumn('event_fees', OF_EVENT_FEES.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('event_fees', OF_EVENT_FEES.name);
    for (const { name } of OF_EVENTS) await runner.dropColumn('events', name);
    await runner.dropColumn('courses', OF_COURSES.name);
    await dropTables(runner, [COURSE_FEES, EXPECTED_MIX]);
  }
}
