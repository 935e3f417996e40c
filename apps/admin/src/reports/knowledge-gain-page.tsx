import { useQuery } from '@tanstack/react-query';
import type { CutRow, KnowledgeGainRow } from '@roundtable/contracts';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { api } from '../api/request';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { DemonstrationTag } from '../look/tag';
import { CutFigures } from './cut-figures';
import { KnowledgeGainCourse } from './knowledge-gain-course';
import { KnowledgeGainFilters } from './knowledge-gain-filters';
import { PublishedFigures } from './published-figures';
import { ReportFiles } from './report-files';

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
  const courses = useMemo(() => byCourse(report.data ?? []), [report.data]);
  return (
    <>
      <Heading intro="How many people rate themselves good or very good, before and after a course. People count only where the same person answered both.">
        Knowledge gain
      </Heading>
      <KnowledgeGainFilters />
      <ReportFiles search={file.toString()} statements={report.data?.length ?? 0} />
      <Refusal error={report.error} />
      {report.isPending ? <Waiting /> : null}
      {report.data?.length === 0 ? (
        <Nothing>No answers in these dates. Choose wider dates, or bring in evaluations under Imports.</Nothing>
      ) : null}
      {courses.map((rows) =>
        isCut ? (
          <Panel key={rows[0].courseId} heading={rows[0].courseTitle}>
            {rows.some(({ demonstration }) => demonstration) ? <DemonstrationTag /> : null}
            <CutFigures rows={rows.filter(isCutRow)} />
          </Panel>
        ) : (
          <KnowledgeGainCourse key={rows[0].courseId} rows={rows} />
        ),
      )}
      <PublishedFigures />
    </>
  );
}

function isCutRow(row: KnowledgeGainRow): row is CutRow {
  return 'cuts' in row;
}

type CourseRows = [KnowledgeGainRow, ...KnowledgeGainRow[]];

function byCourse(rows: readonly KnowledgeGainRow[]): CourseRows[] {
  const courses = new Map<string, CourseRows>();
  for (const row of rows) {
    const course = courses.get(row.courseId);
    if (course) course.push(row);
    else courses.set(row.courseId, [row]);
  }
  return [...courses.values()];
}
