import { Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { AnswerState, EvaluationPersonView } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../api/request';
import { Refusal, Waiting } from '../look/notices';
import { PlainTable, type Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';

const STATE: Record<AnswerState, string> = {
  answered: 'Answered',
  late: 'Answered late',
  owed: 'Not answered',
  'not-asked': 'Not asked yet',
};

const columns: Column<EvaluationPersonView>[] = [
  {
    heading: 'Person',
    isRowHeading: true,
    minWidth: '9rem',
    cell: ({ bookingId, name }) => <TextLink to={`/bookings/${bookingId}/show`}>{name}</TextLink>,
  },
  { heading: 'Agency', minWidth: '8rem', cell: ({ agencyName }) => agencyName },
  { heading: 'Before', cell: ({ before }) => STATE[before] },
  { heading: 'After', cell: ({ after }) => STATE[after] },
  { heading: 'Three months later', cell: ({ followUp }) => STATE[followUp] },
];

/** Who answered and who did not, asked for when it is opened; what they answered is not there to be seen. */
export function WhoAnswered({ eventId }: { eventId: string }) {
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['events', 'evaluation', eventId, 'people'],
    queryFn: () => api.get<EvaluationPersonView[]>(`/events/${encodeURIComponent(eventId)}/evaluation/people`),
    enabled: isOpen,
    retry: false,
  });
  return (
    <Box
      component="details"
      onToggle={({ currentTarget }: { currentTarget: HTMLElement }) => setOpen(currentTarget.hasAttribute('open'))}
      sx={{ mt: 1.5, '& summary': { cursor: 'pointer', width: 'fit-content', mb: 1 } }}
    >
      <summary>Who has not answered</summary>
      <Refusal error={error} />
      {data ? (
        <PlainTable
          caption="Who answered each form"
          columns={columns}
          rows={data}
          rowKey={({ bookingId }) => bookingId}
        />
      ) : error || !isOpen ? null : (
        <Waiting />
      )}
    </Box>
  );
}
