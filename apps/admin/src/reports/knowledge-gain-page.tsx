import { useQuery } from '@tanstack/react-query';
import type { CutRow, KnowledgeGainRow, StageRow } from '@roundtable/contracts';
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
  // A question of its own, so that the report does not wait for it.
  const stages = useQuery({
    queryKey: ['reports', 'follow-up', search],
    queryFn: () => api.get<StageRow[]>(`/reports/follow-up?${search}`),
    enabled: !isCut,
  });
  const courses = useMemo(() => byCourse(report.data ?? [], stages.data ?? []), [report.data, stages.data]);
  return (
    <>
      <Heading intro="How many people rate themselves good or very good, before and after a course. People count only where the same person answered both.">
        Knowledge gain
      </Heading>
      <KnowledgeGainFilters />
      <ReportFiles
        search={file.toString()}
        statements={report.data?.length ?? 0}
        stageStatements={stages.data?.length ?? 0}
      />
      <Refusal error={report.error ?? stages.error} />
      {report.isPending ? <Waiting /> : null}
      {report.data && courses.length === 0 ? (
        <Nothing>No answers in these dates. Choose wider dates, or bring in evaluations under Imports.</Nothing>
      ) : null}
      {courses.map(({ courseId, title, rows, stages: later }) =>
        isCut ? (
          <Panel key={courseId} heading={title}>
            {rows.some(({ demonstration }) => demonstration) ? <DemonstrationTag /> : null}
            <CutFigures rows={rows.filter(isCutRow)} />
          </Panel>
        ) : (
          <KnowledgeGainCourse key={courseId} title={title} rows={rows} stages={later} />
        ),
      )}
      <PublishedFigures />
    </>
  );
}

function isCutRow(row: KnowledgeGainRow): row is CutRow {
  return 'cuts' in row;
}

interface CourseRows {
  courseId: string;
  title: string;
  rows: KnowledgeGainRow[];
  stages: StageRow[];
}

function byCourse(rows: readonly KnowledgeGainRow[], stages: readonly StageRow[]): CourseRows[] {
  const courses = new Map<string, CourseRows>();
  const courseOf = ({ courseId, courseTitle }: KnowledgeGainRow | StageRow): CourseRows => {
    const course = courses.get(courseId) ?? { courseId, title: courseTitle, rows: [], stages: [] };
    courses.set(courseId, course);
    return course;
  };
  for (const row of rows) courseOf(row).rows.push(row);
  for (const row of stages) courseOf(row).stages.push(row);
  return [...courses.values()];
}
