import {
  type ChartStatement,
  STAGE_CAVEATS,
  STAGE_HEADINGS,
  STAGE_KINDS,
  type StageKind,
  type StageRow,
  stageChartStatements,
} from '@roundtable/contracts';
import { type GainCourse, chartParts } from './gain-report';
import type { GainTable } from './gain-tables';
import { shareInWords } from './gain-words';
import { stageAnnexTables, stageTables } from './stage-tables';

/** What a document holds of a course beside before and after. */
export interface StagePart {
  heading: string;
  caveat: string;
  sentences: [statement: string, sentence: string][];
  tables: GainTable[];
  chartCaption: string;
  charts: ChartStatement[][];
  annex: GainTable[];
}

const ABOUT: Record<StageKind, string> = {
  'follow-up': 'before, after and at follow-up',
  'retrospective-before': 'before as remembered after, and after',
};

/** What remains at follow-up, and before as it was remembered after: each only where somebody was asked. */
export function stageParts({ title, stages = [] }: GainCourse): StagePart[] {
  return STAGE_KINDS.flatMap((kind) => {
    const rows = stages.filter((row) => row.kind === kind);
    return rows.length === 0 ? [] : [partOf(title, kind, rows)];
  });
}

function partOf(title: string, kind: StageKind, rows: readonly StageRow[]): StagePart {
  return {
    heading: STAGE_HEADINGS[kind],
    caveat: STAGE_CAVEATS[kind],
    sentences: rows.flatMap(({ statement, sentence }): [string, string][] =>
      sentence === null ? [] : [[statement, sentence]],
    ),
    tables: stageTables(title, kind, rows),
    chartCaption: `${title}: good or very good ${ABOUT[kind]}, the same people, with 95% intervals`,
    charts: chartParts({ chart: stageChartStatements(rows, shareInWords) }),
    annex: stageAnnexTables(title, kind, rows),
  };
}
