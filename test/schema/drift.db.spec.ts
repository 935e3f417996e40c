import { describe, expect, it } from '@jest/globals';
import { SettingEntity } from '@roundtable/platform';
import { onEachEngine } from '@roundtable/schema/testing';
import { ENTITIES } from '../../apps/api/src/entities';

onEachEngine(ENTITIES, (world) => {
  describe('the schema', () => {
    it('is what the entities say, with nothing left to change', async () => {
      const drift = await world.source.driver.createSchemaBuilder().log();
      expect(drift.upQueries.map((query) => query.query)).toEqual([]);
    });

    it('holds every foreign key that the entities name', async () => {
      const runner = world.source.createQueryRunner();
      const tables = await runner.getTables(world.source.entityMetadatas.map((meta) => meta.tableName));
      await runner.release();
      const held = tables
        .flatMap((table) => table.foreignKeys.map((key) => `${table.name.split('.').pop()}.${key.columnNames.join()}`))
        .sort();
      const wanted = world.source.entityMetadatas
        .flatMap((meta) => meta.foreignKeys.map((key) => `${meta.tableName}.${key.columnNames.join()}`))
        .sort();
      expect(held).toEqual(wanted);
      expect(held.length).toBeGreaterThan(30);
    });

    it('tells josé from jose, as SQLite does', async () => {
      const settings = world.database.repo(SettingEntity);
      await settings.insert({ name: 'jose', value: 1 as never });
      expect(await settings.existsBy({ name: 'josé' })).toBe(false);
      const collations =
        world.engine === 'sqlite'
          ? []
          : await world.database.query<{ c: string }>(
              "SELECT DISTINCT collation_name AS c FROM information_schema.columns WHERE table_schema = DATABASE() AND collation_name IS NOT NULL AND data_type = 'varchar' AND table_name NOT LIKE 'migration%'",
            );
      expect(collations.map((row) => row.c)).toEqual(world.engine === 'sqlite' ? [] : ['utf8mb4_bin']);
    });
  });
});
