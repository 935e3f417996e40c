import { useQuery } from '@tanstack/react-query';
import type { EvaluationProgress, EventEvaluationView, EventView } from '@roundtable/contracts';
import { useRoles } from '../api/access';
import { useNow } from '../api/demonstration';
import { api } from '../api/request';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { percent } from '../words/figures';
import { momentInWords } from '../words/london-time';

type Row = EvaluationProgress & { stage: string; now: Date };

const COLUMNS: Column<Row>[] = [
  { heading: 'Form', isRowHeading: true, cell: ({ stage }) => stage },
  { heading: 'State', cell: stateInWords },
  { heading: 'People', isNumber: true, cell: ({ people }) => people },
  { heading: 'Asked', isNumber: true, cell: ({ invited }) => invited },
  { heading: 'Answered', isNumber: true, cell: ({ answered }) => answered },
  { heading: 'Too late', isNumber: true, cell: ({ late }) => late },
  { heading: 'Response rate', isNumber: true, cell: (row) => (row.people ? percent(row.percent) : '') },
];

/** How many answered before and after an event; what they answered is in the report. */
export function EvaluationPanel({ event }: { event: EventView }) {
  const { may } = useRoles();
  const now = useNow();
  const { data, error } = useQuery({
    queryKey: ['events', 'evaluation', event.id],
    queryFn: () => api.get<EventEvaluationView>(`/events/${encodeURIComponent(event.id)}/evaluation`),
    retry: false,
  });
  return (
    <Panel heading="Evaluation">
      {error ? <Refusal error={error} /> : null}
      {data && now ? <Progress progress={data} now={now} /> : error ? null : <Waiting />}
      {may('reports.read') ? (
        <p>
          <TextLink to={`/reports/knowledge-gain?courseId=${encodeURIComponent(event.courseId)}`}>
            See what people learnt on this course
          </TextLink>
        </p>
      ) : null}
    </Panel>
  );
}

function Progress({ progress: { before, after }, now }: { progress: EventEvaluationView; now: Date }) {
  if (before.people === 0) return <Nothing>Nobody has a confirmed place, so nobody is asked.</Nothing>;
  const rows = [
    { ...before, stage: 'Before', now },
    { ...after, stage: 'After', now },
  ];
  return <PlainTable caption="Answers before and after" columns={COLUMNS} rows={rows} rowKey={({ stage }) => stage} />;
}

function stateInWords({ opensAt, closesAt, now }: Row): string {
  if (closesAt === null) return 'Opens when there is a date';
  if (opensAt !== null && now < new Date(opensAt)) return `Opens ${momentInWords(opensAt)}`;
  return now < new Date(closesAt) ? `Open until ${momentInWords(closesAt)}` : `Closed ${momentInWords(closesAt)}`;
}
