import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const TABLES = [
  new Table({
    name: 'course_interests',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_course_interests' },
      { name: 'course_id', type: 'varchar', length: '36' },
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'area', type: 'varchar', length: '10', isNullable: true },
      { name: 'delivery', type: 'varchar', length: '10', isNullable: true },
      { name: 'declared_at', type: 'datetime', precision: 3 },
    ],
    indices: [
      { name: 'ix_course_interests_person_id_course_id', columnNames: ['person_id', 'course_id'], isUnique: true },
      { name: 'ix_course_interests_course_id', columnNames: ['course_id'] },
    ],
    foreignKeys: [
      references('course_interests', 'course_id', 'courses'),
      references('course_interests', 'person_id', 'people'),
    ],
  }),
  new Table({
    name: 'course_interest_dates',
    columns: [
      {
        name: 'id',
        type: 'varchar',
        length: '36',
        isPrimary: true,
        primaryKeyConstraintName: 'pk_course_interest_dates',
      },
      { name: 'interest_id', type: 'varchar', length: '36' },
      { name: 'event_id', type: 'varchar', length: '36' },
      { name: 'told_at', type: 'datetime', precision: 3, isNullable: true },
    ],
    indices: [
      {
        name: 'ix_course_interest_dates_interest_id_event_id',
        columnNames: ['interest_id', 'event_id'],
        isUnique: true,
      },
      { name: 'ix_course_interest_dates_event_id', columnNames: ['event_id'] },
    ],
    foreignKeys: [
      references('course_interest_dates', 'interest_id', 'course_interests'),
      references('course_interest_dates', 'event_id', 'events'),
    ],
  }),
];

export class KeepInterestInCourses1764000000061 implements MigrationInterface {
  name = 'KeepInterestInCourses1764000000061';

  up(runner: QueryRunner): Promise<void> {
    return createTables(runner, TABLES);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropTables(runner, TABLES);
  }
}
