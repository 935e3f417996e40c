import type { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { FifoLock } from './fifo-lock';

/** The transaction that the running code is in. */
export interface Scope {
  manager: EntityManager;
  runner: QueryRunner;
  afterCommit: (() => void)[];
}

export interface QueryCounter {
  count: number;
  /** Set by tests and by `LOG_QUERIES` to see each statement. */
  listener?: (sql: string) => void;
}

type Querying = Omit<QueryRunner, 'query'> & {
  query(sql: string, parameters?: unknown[], structured?: boolean): Promise<unknown>;
};

/**
 * Makes every query runner of a data source keep three promises:
 * a statement inside a transaction that goes round its handle is an error at once;
 * on SQLite, which has one connection, transactions and lone statements queue first in, first out;
 * on SQLite a transaction takes the write lock when it begins, so that a second process cannot make it fail half-way.
 */
export function guardRunners(source: DataSource, scopes: AsyncLocalStorage<Scope>, counter: QueryCounter): void {
  const driver = source.driver as unknown as {
    createQueryRunner(mode: 'master' | 'slave'): Querying;
    queryRunner?: unknown;
  };
  const isSqlite = source.options.type === 'better-sqlite3';
  const lock = new FifoLock();
  const statements = new Map<string, unknown>();
  const create = driver.createQueryRunner.bind(driver);

  driver.createQueryRunner = (mode) => {
    if (isSqlite) driver.queryRunner = undefined;
    const runner = create(mode);
    if (isSqlite) (runner as unknown as { stmtCache: Map<string, unknown> }).stmtCache = statements;
    const query = runner.query.bind(runner);
    const start = runner.startTransaction.bind(runner);
    const commit = runner.commitTransaction.bind(runner);
    const rollback = runner.rollbackTransaction.bind(runner);
    let free: (() => void) | undefined;
    const freeWhenOver = (): void => {
      if (runner.isTransactionActive) return;
      free?.();
      free = undefined;
    };

    runner.query = async (sql: string, parameters?: unknown[], structured?: boolean) => {
      const scope = scopes.getStore();
      if (scope && scope.runner !== (runner as unknown))
        throw new Error(`A statement went round the transaction it is in: ${sql.slice(0, 80)}`);
      counter.count += 1;
      counter.listener?.(sql);
      const statement = isSqlite && sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql;
      if (!isSqlite || free) return query(statement, parameters, structured);
      const done = await lock.acquire();
      try {
        return await query(statement, parameters, structured);
      } finally {
        done();
      }
    };
    if (!isSqlite) return runner;

    runner.startTransaction = async (isolation) => {
      free ??= await lock.acquire();
      try {
        await start(isolation);
      } catch (error) {
        (runner as unknown as { isTransactionActive: boolean }).isTransactionActive = false;
        freeWhenOver();
        throw error;
      }
    };
    runner.commitTransaction = async () => {
      try {
        await commit();
      } finally {
        freeWhenOver();
      }
    };
    runner.rollbackTransaction = async () => {
      try {
        await rollback();
      } finally {
        freeWhenOver();
      }
    };
    return runner;
  };
}
