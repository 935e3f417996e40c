import { Box } from '@mui/material';
import type { MorningLines, MorningListView } from '@roundtable/contracts';
import { EventStatusTag } from '../events/event-status-tag';
import { colours } from '../look/colours';
import { Moment } from '../look/moment';
import { Nothing } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { Unbroken } from '../look/unbroken';
import { placeInWords } from '../words/labels';

const MOST = 8;
type ComingEvent = MorningListView['comingUp']['lines'][number];

const columns: Column<ComingEvent>[] = [
  {
    heading: 'Course',
    isRowHeading: true,
    cell: ({ id, courseTitle, status }) => (
      <>
        <TextLink to={`/events/${id}/show`}>{courseTitle}</TextLink>{' '}
        {status === 'draft' ? <EventStatusTag status={status} /> : null}
      </>
    ),
  },
  { heading: 'When', cell: ({ startsAt }) => <Moment at={startsAt} /> },
  { heading: 'Where', cell: placeInWords },
  { heading: 'Places held', isNumber: true, cell: (event) => <Fullness event={event} /> },
  { heading: 'Waiting', isNumber: true, cell: ({ waiting }) => waiting },
];

/** The next events, with how full they are. */
export function ComingUp({ events: { total, lines } }: { events: MorningLines<ComingEvent> }) {
  return (
    <Panel heading="Coming up">
      <PlainTable
        caption="The next events"
        columns={columns}
        rows={lines.slice(0, MOST)}
        rowKey={({ id }) => id}
        empty={<Nothing>No event is coming. Plan one, then publish it.</Nothing>}
      />
      {total > MOST ? (
        <p>
          <TextLink to="/events">See all coming events</TextLink>
        </p>
      ) : null}
    </Panel>
  );
}

function Fullness({ event: { placesHeld, capacity } }: { event: ComingEvent }) {
  return (
    <>
      <Unbroken>
        {placesHeld} of {capacity}
      </Unbroken>
      <Box
        component="span"
        aria-hidden="true"
        sx={{
          display: 'block',
          height: 8,
          minWidth: 72,
          mt: 0.25,
          ml: 'auto',
          border: `1px solid ${colours.ink}`,
          background: `linear-gradient(90deg, ${colours.teal} ${(100 * placesHeld) / Math.max(capacity, 1)}%, #ffffff 0)`,
        }}
      />
    </>
  );
}
