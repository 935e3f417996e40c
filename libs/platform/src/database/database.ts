import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityTarget, ObjectLiteral, Repository } from 'typeorm';
import { type QueryCounter, type Scope, guardRunners } from './guarded-runner';

/** A row that other rows are decided by: passing its gate serialises every decision about it. */
export interface Gated extends ObjectLiteral {
  id: string;
  gate: number;
}

const REPEATABLE = new Set([1213, 1205, 1020, 3101]);
const TRIES = 5;

function isWorthRepeating(error: unknown): boolean {
  const cause = ((error as { driverError?: unknown }).driverError ?? error) as { errno?: number; code?: string };
  return (cause.errno !== undefined && REPEATABLE.has(cause.errno)) || (cause.code ?? '').startsWith('SQLITE_BUSY');
}

/** Whether a statement was refused because a unique key already holds the value. */
export function isDuplicate(error: unknown): boolean {
  const cause = ((error as { driverError?: unknown }).driverError ?? error) as { code?: string };
  return ['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(cause.code ?? '');
}

/** Whether a statement was refused because another row still refers to this one. */
export function isStillReferred(error: unknown): boolean {
  const cause = ((error as { driverError?: unknown }).driverError ?? error) as { code?: string };
  return [
    'ER_ROW_IS_REFERENCED_2',
    'ER_ROW_IS_REFERENCED',
    'SQLITE_CONSTRAINT_FOREIGNKEY',
    'SQLITE_CONSTRAINT_TRIGGER',
  ].includes(cause.code ?? '');
}

/**
 * The one handle to the database. Nobody else holds repositories, data sources or query runners:
 * `repo` is asked inside a method and never kept, so that it is always in the transaction that is running.
 */
export class Database {
  private readonly scopes = new AsyncLocalStorage<Scope>();
  readonly statements: QueryCounter = { count: 0 };

  constructor(private readonly source: DataSource) {
    guardRunners(source, this.scopes, this.statements);
  }

  get engine(): 'sqlite' | 'mysql' | 'mariadb' {
    const type = this.source.options.type;
    return type === 'better-sqlite3' ? 'sqlite' : (type as 'mysql' | 'mariadb');
  }

  repo<Row extends ObjectLiteral>(entity: EntityTarget<Row>): Repository<Row> {
    const scope = this.scopes.getStore();
    return (scope?.manager ?? this.source.manager).getRepository(entity);
  }

  /** A statement written by hand, for the few hot paths; `?` marks its parameters. */
  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const scope = this.scopes.getStore();
    return scope ? scope.manager.query(sql, parameters) : this.source.query(sql, parameters);
  }

  /**
   * Runs work in one transaction, reading what is committed; a call inside another joins it.
   * On deadlock or certification failure the whole work is repeated, five times at most, so work touches
   * nothing but the database.
   */
  async transaction<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (this.scopes.getStore()) return work();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (attempt === TRIES || !isWorthRepeating(error)) throw error;
        await sleep(Math.random() * 20 * attempt);
      }
    }
  }

  /**
   * Passes the gate of a row: an update before any read that decides. Answers the gate's new value,
   * or null when there is no such row. Only inside a transaction.
   */
  async gate<Row extends Gated>(entity: EntityTarget<Row>, id: string): Promise<number | null> {
    if (!this.scopes.getStore()) throw new Error('A gate is passed inside a transaction only.');
    const table = this.source.getMetadata(entity).tablePath;
    await this.query(`UPDATE ${table} SET gate = gate + 1 WHERE id = ?`, [id]);
    const rows = await this.query<{ gate: number }>(`SELECT gate FROM ${table} WHERE id = ?`, [id]);
    return rows[0] ? Number(rows[0].gate) : null;
  }

  /** Does something once what is written now is committed; at once outside a transaction. */
  afterCommit(work: () => void): void {
    const scope = this.scopes.getStore();
    if (scope) scope.afterCommit.push(work);
    else work();
  }

  /** Runs work outside the transaction it was started in, such as a worker woken by a request. */
  outside<Answer>(work: () => Answer): Answer {
    return this.scopes.exit(work);
  }

  isUp(): Promise<boolean> {
    return this.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  async hasPendingMigrations(): Promise<boolean> {
    return this.source.showMigrations();
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async attempt<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const runner = this.source.createQueryRunner();
    const scope: Scope = { manager: runner.manager, runner, afterCommit: [] };
    let answer: Answer;
    try {
      await runner.startTransaction();
      try {
        answer = await this.scopes.run(scope, work);
        await runner.commitTransaction();
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction();
        throw error;
      }
    } finally {
      await runner.release();
    }
    scope.afterCommit.forEach((next) => next());
    return answer;
  }
}
