import { type KnowledgeGainRow, STAGE_KINDS, type StageRow, chartStatements } from '@roundtable/contracts';
import { useMemo } from 'react';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { DemonstrationTag } from '../look/tag';
import { count, interval, percent, points } from '../words/figures';
import { ChartBesideTable } from './chart-beside-table';
import { CourseChart } from './course-chart';
import { KnowledgeGainStatement } from './knowledge-gain-statement';
import { StageSection } from './stage-section';

const NOT_SHOWN = 'Not shown';

const shown = (cell: (row: KnowledgeGainRow) => string) => (row: KnowledgeGainRow) =>
  row.suppressed ? NOT_SHOWN : row.paired.n === 0 ? '–' : cell(row);

const columns: Column<KnowledgeGainRow>[] = [
  { heading: 'Statement', isRowHeading: true, minWidth: '8rem', cell: ({ statement }) => statement },
  { heading: 'Pairs', isNumber: true, isUnbroken: true, cell: shown(({ paired }) => count(paired.n)) },
  {
    heading: 'Before',
    isNumber: true,
    isUnbroken: true,
    cell: shown(({ paired }) => percent(paired.beforePercent, 1)),
  },
  { heading: 'After', isNumber: true, isUnbroken: true, cell: shown(({ paired }) => percent(paired.afterPercent, 1)) },
  { heading: 'Difference in points', isNumber: true, cell: shown(({ paired }) => points(paired.differencePoints)) },
  { heading: '95% interval', isNumber: true, isUnbroken: true, cell: shown(({ paired }) => interval(paired.ci95)) },
];

interface KnowledgeGainCourseProps {
  title: string;
  rows: readonly KnowledgeGainRow[];
  stages: readonly StageRow[];
}

/** A course: its chart with the same figures in a table beside it, each statement by itself, then the other modes. */
export function KnowledgeGainCourse({ title, rows, stages }: KnowledgeGainCourseProps) {
  const kinds = useMemo(
    () => STAGE_KINDS.map((kind) => ({ kind, ofKind: stages.filter((row) => row.kind === kind) })),
    [stages],
  );
  return (
    <Panel heading={title}>
      {[...rows, ...stages].some(({ demonstration }) => demonstration) ? <DemonstrationTag /> : null}
      {rows.length > 0 ? <BeforeAndAfter title={title} rows={rows} /> : null}
      {kinds.map(({ kind, ofKind }) => (
        <StageSection key={kind} kind={kind} rows={ofKind} />
      ))}
    </Panel>
  );
}

function BeforeAndAfter({ title, rows }: { title: string; rows: readonly KnowledgeGainRow[] }) {
  const statements = useMemo(() => chartStatements(rows, (given, of) => percent((100 * given) / of, 1)), [rows]);
  return (
    <>
      <ChartBesideTable>
        {statements.length > 0 ? <CourseChart statements={statements} /> : <span />}
        <PlainTable
          caption={`${title}: good or very good before and after, the same people`}
          columns={columns}
          rows={rows}
          rowKey={({ statement }) => statement}
        />
      </ChartBesideTable>
      {rows.map((row) => (
        <KnowledgeGainStatement key={row.statement} row={row} />
      ))}
    </>
  );
}
