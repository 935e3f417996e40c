import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const OF_MESSAGES = [
  new TableColumn({ name: 'mailing_id', type: 'varchar', length: '36', isNullable: true }),
  new TableColumn({ name: 'unsubscribe_url', type: 'varchar', length: '300', isNullable: true }),
];
const BY_MAILING = new TableIndex({ name: 'ix_messages_mailing_id', columnNames: ['mailing_id'] });

const id = (table: string) => ({
  name: 'id',
  type: 'varchar',
  length: '36',
  isPrimary: true,
  primaryKeyConstraintName: `pk_${table}`,
});

const TABLES = [
  new Table({
    name: 'mailings',
    columns: [
      id('mailings'),
      { name: 'kind', type: 'varchar', length: '20' },
      { name: 'event_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'press_key', type: 'varchar', length: '64' },
      { name: 'subject', type: 'varchar', length: '200' },
      { name: 'words', type: 'text' },
      { name: 'audience', type: 'json' },
      { name: 'attached_ids', type: 'json' },
      { name: 'state', type: 'varchar', length: '12' },
      { name: 'send_at', type: 'datetime', precision: 3 },
      { name: 'sent_at', type: 'datetime', precision: 3, isNullable: true },
      { name: 'recipients', type: 'integer', isNullable: true },
      { name: 'written_by_id', type: 'varchar', length: '36', isNullable: true },
      { name: 'written_at', type: 'datetime', precision: 3 },
      { name: 'revision', type: 'integer', default: '1' },
    ],
    indices: [
      { name: 'ix_mailings_press_key', columnNames: ['press_key'], isUnique: true },
      { name: 'ix_mailings_event_id', columnNames: ['event_id'] },
      { name: 'ix_mailings_state_send_at', columnNames: ['state', 'send_at'] },
    ],
    foreignKeys: [references('mailings', 'event_id', 'events')],
  }),
  new Table({
    name: 'programme_subscriptions',
    columns: [
      id('programme_subscriptions'),
      { name: 'person_id', type: 'varchar', length: '36' },
      { name: 'all_topics', type: 'boolean' },
      { name: 'area', type: 'varchar', length: '10' },
      { name: 'consented_at', type: 'datetime', precision: 3 },
      { name: 'ended_at', type: 'datetime', precision: 3, isNullable: true },
    ],
    indices: [{ name: 'ix_programme_subscriptions_person_id', columnNames: ['person_id'], isUnique: true }],
    foreignKeys: [references('programme_subscriptions', 'person_id', 'people')],
  }),
  new Table({
    name: 'programme_subscription_topics',
    columns: [
      id('programme_subscription_topics'),
      { name: 'subscription_id', type: 'varchar', length: '36' },
      { name: 'topic', type: 'varchar', length: '100' },
    ],
    indices: [
      {
        name: 'ix_programme_subscription_topics_subscription_id_topic',
        columnNames: ['subscription_id', 'topic'],
        isUnique: true,
      },
    ],
    foreignKeys: [references('programme_subscription_topics', 'subscription_id', 'programme_subscriptions')],
  }),
];

export class KeepMailingsAndWhoAskedForThem1764000000150 implements MigrationInterface {
  name = 'KeepMailingsAndWhoAskedForThem1764000000150';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of OF_MESSAGES) await runner.addColumn('messages', column.clone());
    await runner.createIndex('messages', BY_MAILING.clone());
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
    await runner.dropIndex('messages', BY_MAILING.clone());
    for (const column of [...OF_MESSAGES].reverse()) await runner.dropColumn('messages', column.name);
  }
}
