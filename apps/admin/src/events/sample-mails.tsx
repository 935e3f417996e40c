import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { EventView, SampleMail } from '@roundtable/contracts';
import { useGetOne } from 'react-admin';
import { useParams } from 'react-router-dom';
import { api } from '../api/request';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { eventInWords } from './office-event';

const MOMENTS: Record<string, string> = {
  'booking-confirmed': 'When somebody gets a place',
  'booking-waitlisted': 'When somebody joins the waiting list',
  'booking-offered': 'When a place is offered',
  'booking-rescheduled': 'When time or place change',
  'booking-cancelled': 'When somebody cancels',
  'event-cancelled': 'When the event is cancelled',
};

/** The mails of an event as a made-up delegate would get them; nothing is sent. */
export default function SampleMails() {
  const { id = '' } = useParams();
  const event = useGetOne<EventView>('events', { id });
  const mails = useQuery({
    queryKey: ['events', 'sample-mails', id],
    queryFn: () => api.get<SampleMail[]>(`/events/${encodeURIComponent(id)}/sample-mails`),
  });
  const error = event.error ?? mails.error;
  if (error) return <Refusal error={error} />;
  if (!event.data || !mails.data) return <Waiting />;
  return (
    <>
      <Heading
        title={`Mails: ${eventInWords(event.data)}`}
        intro={
          <>
            {eventInWords(event.data)}, as Alex Example would get them, who is made up. Nothing is sent.{' '}
            <TextLink to={`/events/${id}/show`}>Back to the event</TextLink>
          </>
        }
      >
        Its mails as a delegate
      </Heading>
      {mails.data.map(({ kind, subject, text }) => (
        <Panel key={kind} heading={MOMENTS[kind] ?? subject}>
          <p>
            <strong>Subject:</strong> {subject}
          </p>
          <Box component="pre" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', font: 'inherit', m: 0 }}>
            {text}
          </Box>
        </Panel>
      ))}
    </>
  );
}
