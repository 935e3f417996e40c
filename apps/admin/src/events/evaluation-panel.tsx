import { Link, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { paths, type EvaluationProgress, type EventEvaluationView, type EventView } from '@roundtable/contracts';
import { useRoles } from '../api/access';
import { useNow } from '../api/demonstration';
import { api } from '../api/request';
import { Facts } from '../look/facts';
import { listOf } from '../look/list-of';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { percent, plural } from '../words/figures';
import { WhoAnswered } from './who-answered';
import { momentInWords } from '../words/london-time';

/** How many answered before and after an event and three months later; what they answered is in the report. */
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
      {data && data.before.people > 0 ? <WhoAnswered eventId={event.id} /> : null}
      {may('evaluations.room') && event.status === 'published' ? (
        <p>
          <Link href={paths.answeringRoom({ id: event.id })} target="_blank" rel="noopener">
            Show the code and the digits in the room (opens in a new tab)
          </Link>
        </p>
      ) : null}
      {may('evaluations.type-in') && event.status === 'published' ? (
        <p>
          <TextLink to={`/events/${encodeURIComponent(event.id)}/paper`}>
            Print the form, or type in answers on paper
          </TextLink>
        </p>
      ) : null}
      {may('released-texts.read') ? (
        <p>
          <TextLink to={listOf('released-texts', { q: event.courseTitle })}>
            Read what people wrote about this course
          </TextLink>
        </p>
      ) : null}
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

function Progress({
  progress: { before, after, followUp, lineManagers },
  now,
}: {
  progress: EventEvaluationView;
  now: Date;
}) {
  if (before.people === 0) return <Nothing>Nobody has a confirmed place, so nobody is asked.</Nothing>;
  return (
    <Facts
      facts={[
        ['Before', <Form key="before" of={before} now={now} />],
        ['After', <Form key="after" of={after} now={now} />],
        ['Three months later', <Form key="follow-up" of={followUp} now={now} />],
        ...(lineManagers ? [['Line managers, three months later', managersInWords(lineManagers)] as const] : []),
      ]}
    />
  );
}

function Form({ of, now }: { of: EvaluationProgress; now: Date }) {
  const { people, invited, answered, late, owed } = of;
  return (
    <Stack spacing={0.25}>
      <span>{stateInWords(of, now)}</span>
      {of.opensAt !== null && now < new Date(of.opensAt) ? null : (
        <>
          <span>
            <strong>{percent(of.percent)}</strong> answered: {answered} of {plural(people, 'person', 'people')}
          </span>
          {invited < people ? <span>{invited} asked so far</span> : null}
          {owed > 0 ? <span>{owedInWords(of, now)}</span> : null}
          {late > 0 ? <span>{late} more answered too late for the figures</span> : null}
        </>
      )}
    </Stack>
  );
}

function managersInWords({ asked, answered }: NonNullable<EventEvaluationView['lineManagers']>): string {
  return asked === 0 ? 'Nobody was asked so far' : `${asked} asked, ${answered} answered`;
}

function owedInWords({ owed, closesAt }: EvaluationProgress, now: Date): string {
  return closesAt !== null && now >= new Date(closesAt) ? `${owed} did not answer` : `${owed} not answered yet`;
}

function stateInWords({ opensAt, closesAt }: EvaluationProgress, now: Date): string {
  if (closesAt === null) return 'Opens when there is a date';
  if (opensAt !== null && now < new Date(opensAt)) return `Opens on ${momentInWords(opensAt)}`;
  return now < new Date(closesAt) ? `Open until ${momentInWords(closesAt)}` : `Closed on ${momentInWords(closesAt)}`;
}
