import { Box, Button } from '@mui/material';
import type { EventNeedsView, EventView, NeedTaskView } from '@roundtable/contracts';
import { useState } from 'react';
import { useGetList } from 'react-admin';
import { useRoles } from '../../api/access';
import { useAnswer } from '../../api/use-answer';
import { Nothing, Refusal, Waiting } from '../../look/notices';
import { Panel } from '../../look/panel';
import { type Column, PlainTable } from '../../look/plain-table';
import { FinishTask } from '../../need-tasks/finish-task';
import { dayInWords } from '../../words/london-time';
import { eventPath } from '../event-path';

/** What people need to take part: what is to be arranged at once, the words only when they are asked for. */
export function NeedsPanel({ event }: { event: EventView }) {
  const { may } = useRoles();
  const [isRead, setRead] = useState(false);
  return (
    <Panel heading="Access and dietary needs">
      {may('bookings.manage') ? <Tasks eventId={event.id} /> : null}
      {isRead ? (
        <Box sx={{ mt: 2 }}>
          <Needs eventId={event.id} />
        </Box>
      ) : (
        <>
          <p>Each reading of what people need is recorded in the audit log.</p>
          <Button variant="outlined" onClick={() => setRead(true)}>
            Read what people need
          </Button>
        </>
      )}
    </Panel>
  );
}

const taskColumns: Column<NeedTaskView>[] = [
  { heading: 'To arrange for', isRowHeading: true, cell: ({ practitionerName }) => practitionerName },
  { heading: 'Since', cell: ({ openedAt }) => dayInWords(openedAt) },
  {
    heading: 'Arranged',
    cell: (task) =>
      task.doneAt ? (
        `${dayInWords(task.doneAt)}${task.doneByName ? `, by ${task.doneByName}` : ''}`
      ) : (
        <FinishTask task={task} />
      ),
  },
];

function Tasks({ eventId }: { eventId: string }) {
  const { data, error } = useGetList<NeedTaskView>('access-need-tasks', {
    filter: { eventId },
    sort: { field: 'openedAt', order: 'ASC' },
    pagination: { page: 1, perPage: 100 },
  });
  if (error) return <Refusal error={error} />;
  if (!data) return <Waiting />;
  return (
    <PlainTable
      caption="What is to be arranged"
      columns={taskColumns}
      rows={data}
      rowKey={({ id }) => id}
      empty={<Nothing>Nothing is to be arranged.</Nothing>}
    />
  );
}

const needColumns: Column<EventNeedsView>[] = [
  { heading: 'Person', isRowHeading: true, cell: ({ practitionerName }) => practitionerName },
  { heading: 'Agency', cell: ({ agencyName }) => agencyName },
  { heading: 'Access', cell: ({ accessNeeds }) => accessNeeds || 'nothing said' },
  { heading: 'Food and drink', cell: ({ dietaryNeeds }) => dietaryNeeds || 'nothing said' },
];

function Needs({ eventId }: { eventId: string }) {
  const { data, error } = useAnswer<EventNeedsView[]>(eventPath(eventId, 'access-needs'));
  if (error) return <Refusal error={error} />;
  if (!data) return <Waiting />;
  return (
    <PlainTable
      caption="What people need to take part"
      columns={needColumns}
      rows={data}
      rowKey={({ bookingId }) => bookingId}
      empty={<Nothing>Nobody with a booking told us what they need.</Nothing>}
    />
  );
}
