import { type MigrationInterface, type QueryRunner, Table, TableColumn, type TableColumnOptions } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const id = (table: string): TableColumnOptions => ({
  name: 'id',
  type: 'varchar',
  length: '36',
  isPrimary: true,
  primaryKeyConstraintName: `pk_${table}`,
});
const words = (name: string, length: string, isNullable = false): TableColumnOptions => ({
  name,
  type: 'varchar',
  length,
  isNullable,
});
const instant = (name: string, isNullable = false): TableColumnOptions => ({
  name,
  type: 'datetime',
  precision: 3,
  isNullable,
});

const TABLES = [
  new Table({
    name: 'event_supporters',
    columns: [id('event_supporters'), words('event_id', '36'), { name: 'chairs', type: 'integer' }],
    indices: [{ name: 'ix_event_supporters_event_id', columnNames: ['event_id'], isUnique: true }],
    foreignKeys: [references('event_supporters', 'event_id', 'events')],
  }),
  new Table({
    name: 'trainers',
    columns: [
      id('trainers'),
      words('kind', '20'),
      words('person_id', '36', true),
      words('name', '200', true),
      words('name_key', '200', true),
      words('email', '254', true),
      words('organisation', '190', true),
      words('agency_id', '36', true),
      words('topics', '500', true),
      words('availability', '1000', true),
      { name: 'is_active', type: 'boolean' },
      instant('created_at'),
    ],
    indices: [{ name: 'ix_trainers_person_id', columnNames: ['person_id'], isUnique: true }],
    foreignKeys: [references('trainers', 'person_id', 'people'), references('trainers', 'agency_id', 'agencies')],
  }),
  new Table({
    name: 'trainer_absences',
    columns: [id('trainer_absences'), words('trainer_id', '36'), words('from_date', '10'), words('to_date', '10')],
    indices: [{ name: 'ix_trainer_absences_trainer_id', columnNames: ['trainer_id'] }],
    foreignKeys: [references('trainer_absences', 'trainer_id', 'trainers')],
  }),
  new Table({
    name: 'event_trainers',
    columns: [
      id('event_trainers'),
      words('event_id', '36'),
      words('trainer_id', '36'),
      words('answer', '20'),
      words('part', '10'),
      { name: 'minutes', type: 'integer' },
      words('link_hash', '64', true),
      words('code_hash', '64', true),
      instant('link_sent_at', true),
      instant('created_at'),
    ],
    indices: [
      { name: 'ix_event_trainers_event_id_trainer_id', columnNames: ['event_id', 'trainer_id'], isUnique: true },
      { name: 'ix_event_trainers_trainer_id', columnNames: ['trainer_id'] },
      { name: 'ix_event_trainers_link_hash', columnNames: ['link_hash'], isUnique: true },
    ],
    foreignKeys: [
      references('event_trainers', 'event_id', 'events'),
      references('event_trainers', 'trainer_id', 'trainers'),
    ],
  }),
  new Table({
    name: 'agenda_items',
    columns: [
      id('agenda_items'),
      words('event_id', '36'),
      words('session_id', '36', true),
      { name: 'position', type: 'integer' },
      words('local_time', '5'),
      words('item', '200'),
      words('presenter', '120', true),
    ],
    indices: [{ name: 'ix_agenda_items_event_id', columnNames: ['event_id'] }],
    foreignKeys: [
      references('agenda_items', 'event_id', 'events'),
      references('agenda_items', 'session_id', 'event_sessions'),
    ],
  }),
  new Table({
    name: 'other_provider_events',
    columns: [
      id('other_provider_events'),
      words('title', '190'),
      words('provider', '190'),
      words('search_key', '600'),
      words('url', '500'),
      words('audience', '300', true),
      words('area', '10', true),
      { name: 'is_free_in_county', type: 'boolean' },
      words('topic', '100', true),
      words('cost', '190', true),
      words('from_date', '10', true),
      words('to_date', '10', true),
      words('dates', '190', true),
      { name: 'is_published', type: 'boolean' },
      { name: 'is_demonstration', type: 'boolean' },
      instant('created_at'),
    ],
    indices: [{ name: 'ix_other_provider_events_is_published_from_date', columnNames: ['is_published', 'from_date'] }],
  }),
  new Table({
    name: 'outside_attendances',
    columns: [
      id('outside_attendances'),
      words('person_id', '36'),
      words('other_provider_event_id', '36'),
      words('attended_on', '10'),
      { name: 'evidence', type: 'text', isNullable: true },
      words('evidence_url', '500', true),
      words('state', '20'),
      instant('declared_at'),
      instant('decided_at', true),
      words('decided_by_id', '36', true),
      words('reason', '300', true),
      { name: 'decisions', type: 'integer' },
    ],
    indices: [
      {
        name: 'ix_outside_attendances_person_id_other_provider_event_id_attended_on'.slice(0, 64),
        columnNames: ['person_id', 'other_provider_event_id', 'attended_on'],
        isUnique: true,
      },
      { name: 'ix_outside_attendances_state_declared_at', columnNames: ['state', 'declared_at'] },
    ],
    foreignKeys: [
      references('outside_attendances', 'person_id', 'people'),
      references('outside_attendances', 'other_provider_event_id', 'other_provider_events'),
    ],
  }),
];

const OF_VENUES = [
  new TableColumn(words('map_url', '500', true)),
  new TableColumn({ name: 'access_notes', type: 'text', isNullable: true }),
  new TableColumn(instant('archived_at', true)),
];

export class AddVenuesTrainersAgendasAndOtherProviders1764000000040 implements MigrationInterface {
  name = 'AddVenuesTrainersAgendasAndOtherProviders1764000000040';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of OF_VENUES) await runner.addColumn('venues', column.clone());
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
    for (const column of OF_VENUES) await runner.dropColumn('venues', column.name);
  }
}
