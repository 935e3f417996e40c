import type { Stem } from '@roundtable/contracts';
import type { OutcomeStatementEntity } from './outcome-statement.entity';

export interface WantedStatement {
  stem: Stem;
  wording: string;
}

export interface StatementPlan {
  /** Already there with these very words, now or once retired: asked at this position. */
  kept: { statement: OutcomeStatementEntity; position: number }[];
  added: (WantedStatement & { position: number })[];
  retired: OutcomeStatementEntity[];
}

const keyOf = ({ stem, wording }: WantedStatement): string => `${stem} ${wording.trim()}`;

/**
 * What becomes of a course's statements when these are wanted, in this order. A statement never changes its words: a
 * new wording is a new statement, the old one is retired, and words that were retired come back as they were.
 */
export function planStatements(all: OutcomeStatementEntity[], wanted: readonly WantedStatement[]): StatementPlan {
  const oldestFirst = [...all].sort((a, b) => Number(a.retiredAt === null) - Number(b.retiredAt === null));
  const known = new Map(oldestFirst.map((statement) => [keyOf(statement), statement]));
  const plan: StatementPlan = { kept: [], added: [], retired: [] };
  wanted.forEach((one, position) => {
    const statement = known.get(keyOf(one));
    if (statement) plan.kept.push({ statement, position });
    else plan.added.push({ stem: one.stem, wording: one.wording.trim(), position });
  });
  const kept = new Set(plan.kept.map(({ statement }) => statement));
  plan.retired = all.filter((statement) => statement.retiredAt === null && !kept.has(statement));
  return plan;
}

/** Whether two of these say the same. */
export function hasRepeated(wanted: readonly WantedStatement[]): boolean {
  return new Set(wanted.map(keyOf)).size < wanted.length;
}
