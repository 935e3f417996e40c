import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'bookings',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_bookings' },
      { name: 'reference', type: 'varchar', length: '20' },
      { name: 'event_id', type: 'varchar', length: '36' },
      { name: 'course_id', type: 'varchar', length: '36' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'agency_id', type: 'varchar', length: '36' },
      { name: 'sector', type: 'varchar', length: '100' },
      { name: 'job_role', type: 'varchar', length: '120', isNullable: true },
      { name: 'area', type: 'varchar', length: '10', isNullable: true },
      { name: 'status', type: 'varchar', length: '20' },
      { name: 'queue_number', type: 'integer' },
      { name: 'live_event_key', type: 'varchar', length: '80', isNullable: true },
      { name: 'live_course_key', type: 'varchar', length: '80', isNullable: true },
      { name: 'booked_by_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'requested_at', type: 'datetime', precision: 3 },
      { name: 'ended_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'end_reason', type: 'varchar', length: '300', isNullable: true },
      { name: 'offered_until', type: 'datetime', precision: 3, isNullable: true },
      { name: 'offers_missed', type: 'integer' },
      { name: 'promoted_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'attendance', type: 'varchar', length: '20', isNullable: true },
      { name: 'order_number', type: 'varchar', length: '60', isNullable: true },
      { name: 'replaces_id', type: 'varchar', length: '36', isNullable: true },
    ],
    indices: [
      { name: 'ix_bookings_reference', columnNames: ['reference'], isUnique: true },
      { name: 'ix_bookings_agency_id', columnNames: ['agency_id'] },
      { name: 'ix_bookings_live_event_key', columnNames: ['live_event_key'], isUnique: true },
      { name: 'ix_bookings_live_course_key', columnNames: ['live_course_key'], isUnique: true },
      { name: 'ix_bookings_person_id_requested_at', columnNames: ['person_id', 'requested_at'] },
      { name: 'ix_bookings_event_id_status_queue_number', columnNames: ['event_id', 'status', 'queue_number'] },
    ],
    foreignKeys: [
      references('bookings', 'event_id', 'events'),
      references('bookings', 'course_id', 'courses'),
      references('bookings', 'person_id', 'people'),
      references('bookings', 'agency_id', 'agencies'),
    ],
  }),
  new Table({
    name: 'access_needs',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_access_needs' },
      { name: 'booking_id', type: 'varchar', length: '36' },
      { name: 'needs', type: 'text' },
      { name: 'consented_at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_access_needs_booking_id', columnNames: ['booking_id'], isUnique: true }],
    foreignKeys: [references('access_needs', 'booking_id', 'bookings')],
  }),
  new Table({
    name: 'calendar_entries',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_calendar_entries' },
      { name: 'booking_id', type: 'varchar', length: '36' },
      { name: 'session_id', type: 'varchar', length: '36' },
      { name: 'uid', type: 'varchar', length: '120' },
      { name: 'sequence', type: 'integer' },
      { name: 'method', type: 'varchar', length: '10' },
      { name: 'stamped_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_calendar_entries_uid', columnNames: ['uid'], isUnique: true },
      { name: 'ix_calendar_entries_booking_id_session_id', columnNames: ['booking_id', 'session_id'], isUnique: true },
    ],
    foreignKeys: [references('calendar_entries', 'booking_id', 'bookings')],
  }),
  new Table({
    name: 'register_marks',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_register_marks' },
      { name: 'booking_id', type: 'varchar', length: '36' },
      { name: 'session_id', type: 'varchar', length: '36' },
      { name: 'attendance', type: 'varchar', length: '10' },
      { name: 'minutes', type: 'integer', isNullable: true },
      { name: 'marked_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_register_marks_booking_id_session_id', columnNames: ['booking_id', 'session_id'], isUnique: true },
    ],
    foreignKeys: [
      references('register_marks', 'booking_id', 'bookings'),
      references('register_marks', 'session_id', 'event_sessions'),
    ],
  }),
  new Table({
    name: 'registers',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_registers' },
      { name: 'event_id', type: 'varchar', length: '36' },
      { name: 'closed_at', type: 'datetime', precision: 3 },
      { name: 'closed_by_id', type: 'varchar', length: '36', isNullable: true },
    ],
    indices: [{ name: 'ix_registers_event_id', columnNames: ['event_id'], isUnique: true }],
    foreignKeys: [references('registers', 'event_id', 'events')],
  }),
];

export class CreateBookingsTables1763800000007 implements MigrationInterface {
  name = 'CreateBookingsTables1763800000007';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
