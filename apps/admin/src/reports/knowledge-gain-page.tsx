import { Link } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { CutRow, KnowledgeGainRow } from '@roundtable/contracts';
import { useSearchParams } from 'react-router-dom';
import { api } from '../api/request';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { DemonstrationTag } from '../look/tag';
import { CutFigures } from './cut-figures';
import { KnowledgeGainFilters } from './knowledge-gain-filters';
import { KnowledgeGainStatement } from './knowledge-gain-statement';
import { PublishedFigures } from './published-figures';

export default function KnowledgeGainPage() {
  const [filters] = useSearchParams();
  const search = filters.toString();
  const isCut = filters.has('by');
  const file = new URLSearchParams(filters);
  file.delete('by');
  const report = useQuery({
    queryKey: ['reports', 'knowledge-gain', search],
    queryFn: () => api.get<KnowledgeGainRow[]>(`/reports/knowledge-gain?${search}`),
  });
  return (
    <>
      <Heading
        intro="How many people rate themselves good or very good, before and after a course. People count only where the same person answered both."
        actions={<Link href={`/api/reports/knowledge-gain.csv?${file.toString()}`}>Download these figures (CSV)</Link>}
      >
        Knowledge gain
      </Heading>
      <KnowledgeGainFilters />
      <Refusal error={report.error} />
      {report.isPending ? <Waiting /> : null}
      {report.data?.length === 0 ? (
        <Nothing>No answers in these dates. Choose wider dates, or bring in evaluations under Imports.</Nothing>
      ) : null}
      {byCourse(report.data ?? []).map(({ courseId, rows: [first, ...others] }) => (
        <Panel key={courseId} heading={first.courseTitle}>
          {[first, ...others].some(({ demonstration }) => demonstration) ? <DemonstrationTag /> : null}
          {isCut ? (
            <CutFigures rows={[first, ...others] as CutRow[]} />
          ) : (
            [first, ...others].map((row) => <KnowledgeGainStatement key={row.statement} row={row} />)
          )}
        </Panel>
      ))}
      <PublishedFigures />
    </>
  );
}

interface CourseRows {
  courseId: string;
  rows: [KnowledgeGainRow, ...KnowledgeGainRow[]];
}

function byCourse(rows: readonly KnowledgeGainRow[]): CourseRows[] {
  const courses = new Map<string, CourseRows>();
  for (const row of rows) {
    const course = courses.get(row.courseId);
    if (course) course.rows.push(row);
    else courses.set(row.courseId, { courseId: row.courseId, rows: [row] });
  }
  return [...courses.values()];
}
