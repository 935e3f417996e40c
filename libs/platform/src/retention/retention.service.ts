import { Injectable } from '@nestjs/common';
import type { RetentionPreviewView, RetentionRuleView } from '@roundtable/contracts';
import { Audit } from '../audit/audit.service';
import { Clock } from '../clock';
import { Database } from '../database';
import { type Actor, SYSTEM } from '../http/actor';
import { invalid } from '../http/problem';
import { Holds } from '../reach/holds.service';
import { Settings } from '../settings/settings.service';
import { type OverdueRow, type RetentionRule, periodStart } from './retention-rule';

const PERIODS = 'retention.periods';
const SHOWN = 10;

/** What is kept, and for how long: erases what is past its period, and nothing that a hold names. */
@Injectable()
export class Retention {
  private readonly rules = new Map<string, RetentionRule>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly audit: Audit,
    private readonly holds: Holds,
  ) {}

  register(rule: RetentionRule): void {
    if (this.rules.has(rule.name)) throw new Error(`Two retention rules are called ${rule.name}.`);
    this.rules.set(rule.name, rule);
  }

  /** Every rule with the period that applies now, by name. */
  async list(): Promise<RetentionRuleView[]> {
    const periods = await this.periods();
    return this.sorted().map((rule) => this.view(rule, periods));
  }

  /** Sets the periods of some rules, in their own unit. Refuses a rule that is not there. */
  async change(actor: Actor, changes: readonly { rule: string; period: number }[]): Promise<RetentionRuleView[]> {
    const unknown = changes.find(({ rule }) => !this.rules.has(rule));
    if (unknown) throw invalid({ periods: `There is no rule called ${unknown.rule}` });
    await this.database.transaction(async () => {
      const before = await this.periods();
      const wanted = Object.fromEntries(changes.map(({ rule, period }) => [rule, period]));
      await this.settings.write(PERIODS, { ...before, ...wanted });
      await this.audit.record(actor, {
        action: 'retention.change',
        subjectKind: 'setting',
        subjectId: null,
        before: Object.fromEntries(changes.map(({ rule }) => [rule, before[rule] ?? this.rules.get(rule)?.usual])),
        after: wanted,
      });
    });
    return this.list();
  }

  /** What each rule would erase now. Changes nothing. */
  async preview(): Promise<RetentionPreviewView[]> {
    const periods = await this.periods();
    const held = await this.holds.reach();
    const previews: RetentionPreviewView[] = [];
    for (const rule of this.sorted()) {
      const before = this.before(rule, periods);
      const preview = { ...this.view(rule, periods), before: before.toISOString(), count: 0, held: 0 };
      const first: string[] = [];
      for (let start: string | null = ''; start !== null;) {
        const { rows, next } = await rule.overdue(before, start);
        const due = rows.filter((row) => !isHeld(row, held));
        preview.count += due.length;
        preview.held += rows.length - due.length;
        first.push(...due.slice(0, SHOWN - first.length).map(({ reference }) => reference));
        start = next;
      }
      previews.push({ ...preview, first });
    }
    return previews;
  }

  /** Erases what is past its period, batch by batch, each a transaction of its own. Answers how many rows went, by rule. */
  async sweep(): Promise<Record<string, number>> {
    const periods = await this.periods();
    const erased: Record<string, number> = {};
    for (const rule of this.sorted()) {
      const before = this.before(rule, periods);
      const count = await this.sweepOne(rule, before);
      if (count === 0) continue;
      erased[rule.name] = count;
      await this.audit.record(SYSTEM, {
        action: 'retention.erase',
        subjectKind: 'retention-rule',
        subjectId: null,
        after: { rule: rule.name, before: before.toISOString(), erased: count },
      });
    }
    return erased;
  }

  private async sweepOne(rule: RetentionRule, before: Date): Promise<number> {
    let count = 0;
    for (let start: string | null = ''; start !== null;) {
      const from: string = start;
      const batch = await this.database.transaction(async () => {
        const held = await this.holds.reach();
        const { rows, next } = await rule.overdue(before, from);
        const ids = rows.filter((row) => !isHeld(row, held)).map(({ id }) => id);
        if (ids.length > 0) await rule.erase(ids, before);
        return { erased: ids.length, next };
      });
      count += batch.erased;
      start = batch.next;
    }
    return count;
  }

  private sorted(): RetentionRule[] {
    return [...this.rules.values()].sort((one, other) => one.name.localeCompare(other.name));
  }

  private periods(): Promise<Record<string, number>> {
    return this.settings.read<Record<string, number>>(PERIODS, {});
  }

  private before(rule: RetentionRule, periods: Record<string, number>): Date {
    const now = rule.isRealTime ? new Date() : this.clock.now();
    return periodStart(now, rule.unit, periods[rule.name] ?? rule.usual);
  }

  private view(rule: RetentionRule, periods: Record<string, number>): RetentionRuleView {
    const { name, title, unit, usual } = rule;
    return { id: name, title, unit, period: periods[name] ?? usual, usual };
  }
}

function isHeld(row: OverdueRow, held: ReadonlyMap<string, unknown>): boolean {
  return held.has(row.id) || row.belongsTo.some((id) => id !== null && held.has(id));
}
