import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';
import { createTables, dropTables } from '../tables';

const TABLES = [
  new Table({
    name: 'bounced_addresses',
    columns: [
      { name: 'id', type: 'varchar', length: '36', isPrimary: true, primaryKeyConstraintName: 'pk_bounced_addresses' },
      { name: 'address', type: 'varchar', length: '254' },
      { name: 'said', type: 'varchar', length: '200' },
      { name: 'marked_at', type: 'datetime', precision: 3 },
    ],
    indices: [{ name: 'ix_bounced_addresses_address', columnNames: ['address'], isUnique: true }],
  }),
];
/** The queue is read by state and then in the order in which messages fell due. */
const QUEUE = new TableIndex({ name: 'ix_messages_state_due_at', columnNames: ['state', 'due_at'] });
const FORMER = new TableIndex({ name: 'ix_messages_due_at', columnNames: ['due_at'] });

export class MarkAddressesThatBounce1764000000130 implements MigrationInterface {
  name = 'MarkAddressesThatBounce1764000000130';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
    await runner.createIndex('messages', QUEUE.clone());
    await runner.dropIndex('messages', FORMER.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createIndex('messages', FORMER.clone());
    await runner.dropIndex('messages', QUEUE.clone());
    await dropTables(runner, TABLES);
  }
}
