import { MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { StandingQuestionRow } from '@roundtable/contracts';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { api } from '../api/request';
import { Heading } from '../look/heading';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { OverTimePanel } from './over-time-panel';
import { ReportFilters } from './report-filters';
import { TableFiles } from './table-files';

/** Standing questions over the years: who is aware, and who used it. */
export default function QuestionsOverTimePage() {
  const [filters, setFilters] = useSearchParams();
  const search = filters.toString();
  const report = useQuery({
    queryKey: ['reports', 'standing-questions', search],
    queryFn: () => api.get<StandingQuestionRow[]>(`/reports/standing-questions?${search}`),
  });
  const pairs = useMemo(() => byPair(report.data ?? []), [report.data]);
  const choose = (every: string) => {
    const next = new URLSearchParams(filters);
    if (every === 'year') next.delete('every');
    else next.set('every', every);
    setFilters(next, { replace: true });
  };
  return (
    <>
      <Heading intro="Standing questions with yes or no, by the day on which the event ended. Where one question follows another, as use follows awareness, both stand together. Say under Standing questions which follows which.">
        Questions over time
      </Heading>
      <ReportFilters>
        <TextField
          select
          id="every"
          label="Every"
          value={filters.get('every') === 'quarter' ? 'quarter' : 'year'}
          onChange={({ target }) => choose(target.value)}
        >
          <MenuItem value="year">Year</MenuItem>
          <MenuItem value="quarter">Quarter</MenuItem>
        </TextField>
      </ReportFilters>
      {pairs.length > 0 ? <TableFiles report="standing-questions" search={search} /> : null}
      <Refusal error={report.error} />
      {report.isPending ? <Waiting /> : null}
      {report.data?.length === 0 ? (
        <Nothing>
          No answers in these dates. Choose wider dates, or put a standing question with yes or no on the form of a
          course.
        </Nothing>
      ) : null}
      {pairs.map((rows) => (
        <OverTimePanel key={`${rows[0].questionId}|${rows[0].useId}`} rows={rows} />
      ))}
    </>
  );
}

type PairRows = [StandingQuestionRow, ...StandingQuestionRow[]];

function byPair(rows: readonly StandingQuestionRow[]): PairRows[] {
  const pairs = new Map<string, PairRows>();
  for (const row of rows) {
    const key = `${row.questionId}|${row.useId}`;
    const pair = pairs.get(key);
    if (pair) pair.push(row);
    else pairs.set(key, [row]);
  }
  return [...pairs.values()];
}
