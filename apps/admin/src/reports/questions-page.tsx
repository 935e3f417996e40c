import { useQuery } from '@tanstack/react-query';
import type { QuestionFiguresRow } from '@roundtable/contracts';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { api } from '../api/request';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { QuestionPanel } from './question-panel';
import { ReportFilters } from './report-filters';
import { TableFiles } from './table-files';

/** What was answered to questions that are no ratings. */
export default function QuestionsPage() {
  const [filters] = useSearchParams();
  const search = filters.toString();
  const report = useQuery({
    queryKey: ['reports', 'questions', search],
    queryFn: () => api.get<QuestionFiguresRow[]>(`/reports/questions?${search}`),
  });
  const questions = useMemo(() => byQuestion(report.data ?? []), [report.data]);
  const headings = useMemo(() => headingsOf(questions), [questions]);
  return (
    <>
      <Heading intro="Answers to questions that are no ratings, each stage by itself. A person counts once for each event. What people wrote is under In their own words, once a reader let it through.">
        Other questions
      </Heading>
      <ReportFilters />
      {questions.length > 0 ? <TableFiles report="questions" search={search} /> : null}
      <Refusal error={report.error} />
      {report.isPending ? <Waiting /> : null}
      {report.data?.length === 0 ? (
        <Nothing>
          No answers in these dates. Choose wider dates, or put a question on the form of a course, from the course’s
          page.
        </Nothing>
      ) : null}
      {questions.map((rows, index) => (
        <QuestionPanel key={rows[0].questionId} heading={headings[index] ?? rows[0].wording} rows={rows} />
      ))}
    </>
  );
}

type QuestionRows = [QuestionFiguresRow, ...QuestionFiguresRow[]];

function byQuestion(rows: readonly QuestionFiguresRow[]): QuestionRows[] {
  const questions = new Map<string, QuestionRows>();
  for (const row of rows) {
    const question = questions.get(row.questionId);
    if (question) question.push(row);
    else questions.set(row.questionId, [row]);
  }
  return [...questions.values()];
}

/** The words of each question, an own one with its course; numbered where other answers were offered to the same words. */
function headingsOf(questions: readonly QuestionRows[]): string[] {
  const names = questions.map(([{ wording, source, courseTitle }]) =>
    source === 'own' && courseTitle ? `${wording} (${courseTitle})` : wording,
  );
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((one) => one === name).length;
    return before === 0 ? name : `${name} – ${before + 1}`;
  });
}
