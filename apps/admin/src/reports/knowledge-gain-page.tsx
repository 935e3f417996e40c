import { useQuery } from '@tanstack/react-query';
import type { KnowledgeGainRow } from '@roundtable/contracts';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { api } from '../api/request';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { KnowledgeGainCourse } from './knowledge-gain-course';
import { KnowledgeGainFilters } from './knowledge-gain-filters';
import { PublishedFigures } from './published-figures';
import { ReportFiles } from './report-files';

export default function KnowledgeGainPage() {
  const [filters] = useSearchParams();
  const search = filters.toString();
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
      <ReportFiles search={search} statements={report.data?.length ?? 0} />
      <Refusal error={report.error} />
      {report.isPending ? <Waiting /> : null}
      {report.data?.length === 0 ? (
        <Nothing>No answers in these dates. Choose wider dates, or bring in evaluations under Imports.</Nothing>
      ) : null}
      {courses.map((rows) => (
        <KnowledgeGainCourse key={rows[0].courseId} rows={rows} />
      ))}
      <PublishedFigures />
    </>
  );
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
