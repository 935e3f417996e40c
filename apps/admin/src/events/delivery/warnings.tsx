import { Alert, Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { EventPlan, EventWarning } from '@roundtable/contracts';
import { useRecordContext } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { api } from '../../api/request';
import { TextLink } from '../../look/text-link';
import { instantsOf, type TypedSession } from '../event-sessions';
import { warningInWords } from './warning-words';

/** Each warning on a line of its own; nothing where there are none. Nothing is refused for them. */
export function Warnings({ warnings }: { warnings: readonly EventWarning[] | undefined }) {
  return (
    <Box role="status" sx={{ width: '100%' }}>
      {(warnings ?? []).map((warning) => (
        <Alert key={`${warning.kind} ${warning.name} ${warning.eventId}`} severity="warning" sx={{ mb: 1.5 }}>
          {warningInWords(warning)}{' '}
          {warning.eventId ? <TextLink to={`/events/${warning.eventId}/show`}>See that event</TextLink> : null}
        </Alert>
      ))}
    </Box>
  );
}

/** What to know of an event as it is stored. */
export function EventWarnings({ eventId }: { eventId: string }) {
  const { data } = useQuery({
    queryKey: ['events', 'warnings', eventId],
    queryFn: () => api.get<EventWarning[]>(`/events/${encodeURIComponent(eventId)}/warnings`),
  });
  return <Warnings warnings={data} />;
}

interface Typed {
  delivery?: string;
  venueId?: string | null;
  sessions?: TypedSession[];
}

/** What to know of an event as it is typed, before it is saved. */
export function PlanWarnings() {
  const [delivery, venueId, typed] = useWatch<Typed, ['delivery', 'venueId', 'sessions']>({
    name: ['delivery', 'venueId', 'sessions'],
  });
  const record = useRecordContext<{ id: string }>();
  const sessions = instantsOf(typed ?? []).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
  const hasPlace = Boolean(venueId) && delivery !== 'online' && sessions.length > 0;
  const plan: EventPlan = { sessions, venueId: venueId ?? null, ...(record ? { eventId: record.id } : {}) };
  const { data } = useQuery({
    queryKey: ['events', 'plan-warnings', plan],
    queryFn: () => api.post<EventWarning[]>('/event-warnings', plan),
    enabled: hasPlace,
  });
  return <Warnings warnings={hasPlace ? data : []} />;
}
