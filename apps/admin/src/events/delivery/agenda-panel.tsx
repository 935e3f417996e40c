import { useQuery } from '@tanstack/react-query';
import { Button } from '@mui/material';
import type { AgendaItem, EventView } from '@roundtable/contracts';
import { useState } from 'react';
import { useRoles } from '../../api/access';
import { api } from '../../api/request';
import { Nothing, Refusal, Waiting } from '../../look/notices';
import { Panel } from '../../look/panel';
import { PlainTable, type Column } from '../../look/plain-table';
import { AgendaDialog } from './agenda-dialog';
import { sessionLabel } from './session-label';

/** What happens when at an event, and who presents it. */
export function AgendaPanel({ event }: { event: EventView }) {
  const { may } = useRoles();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['events', 'agenda', event.id],
    queryFn: () => api.get<AgendaItem[]>(`/events/${encodeURIComponent(event.id)}/agenda`),
  });
  const columns: Column<AgendaItem>[] = [
    ...(event.sessions.length > 1
      ? [{ heading: 'Session', cell: ({ sessionId }: AgendaItem) => sessionLabel(event, sessionId) }]
      : []),
    { heading: 'Time', isUnbroken: true, cell: ({ time }) => time },
    { heading: 'Item', isRowHeading: true, cell: ({ item }) => item },
    { heading: 'Presenter', cell: ({ presenter }) => presenter ?? '' },
  ];
  return (
    <Panel
      heading="Agenda"
      actions={
        data && may('events.write') ? (
          <Button variant="outlined" sx={{ mt: 2 }} onClick={() => setOpen(true)}>
            {data.length ? 'Change the agenda' : 'Write the agenda'}
          </Button>
        ) : undefined
      }
    >
      <Refusal error={error} />
      {data ? (
        <PlainTable
          caption="Agenda of this event"
          columns={columns}
          rows={data}
          rowKey={({ sessionId, time, item }, index) => `${sessionId} ${time} ${item} ${index}`}
          empty={<Nothing>There is no agenda yet. It is shown on the page of the event.</Nothing>}
        />
      ) : error ? null : (
        <Waiting />
      )}
      {isOpen && data ? <AgendaDialog event={event} items={data} onClose={() => setOpen(false)} /> : null}
    </Panel>
  );
}
