import type { EventView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { useNow } from '../api/demonstration';
import { CourseInput } from '../courses/course-input';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Waiting } from '../look/notices';
import { Moment } from '../look/moment';
import { DemonstrationTag } from '../look/tag';
import { Unbroken } from '../look/unbroken';
import { TextLink } from '../look/text-link';
import { choicesOf, DELIVERY, EVENT_STATUS, placeInWords } from '../words/labels';
import { londonDateAfter } from '../words/london-time';
import { EventStatusTag } from './event-status-tag';
import { hasOpenRegister } from './office-event';
import { VenueFilter } from './venue-filter';

const Col = DataTable.Col<EventView>;

const filters = [
  <TextInput key="q" source="q" label="Title, topic or reference" type="search" helperText={false} />,
  <CourseInput key="courseId" helperText={false} />,
  <TextInput key="from" source="from" label="From" type="date" helperText={false} />,
  <TextInput key="to" source="to" label="To" type="date" helperText={false} />,
  <SelectInput key="status" source="status" label="State" choices={choicesOf(EVENT_STATUS)} helperText={false} />,
  <SelectInput key="delivery" source="delivery" label="Delivery" choices={choicesOf(DELIVERY)} helperText={false} />,
  <VenueFilter key="venueId" />,
];

/** From today on, in the order in which events come; without a date they show when that filter is cleared. */
export default function EventList() {
  const now = useNow();
  if (!now) return <Waiting />;
  return (
    <ListPage
      resource="events"
      heading="Events"
      create="Plan an event"
      sort={{ field: 'startsAt', order: 'ASC' }}
      filterDefaultValues={{ from: londonDateAfter(now, 0) }}
      filters={filters}
      empty="There are no events yet. Plan one, then publish it."
    >
      <ListTable<EventView>>
        <Col
          source="courseTitle"
          label="Course"
          render={({ id, courseTitle, demonstration }) => (
            <>
              <TextLink to={`/events/${id}/show`} strong>
                {courseTitle}
              </TextLink>{' '}
              {demonstration ? <DemonstrationTag /> : null}
            </>
          )}
        />
        <Col
          source="startsAt"
          label="When"
          sx={{ whiteSpace: { lg: 'nowrap' } }}
          render={({ startsAt }) => (startsAt ? <Moment at={startsAt} /> : 'no date')}
        />
        <Col label="Where" disableSort render={placeInWords} />
        <Col
          label="Places held"
          disableSort
          align="right"
          render={({ placesHeld, capacity }) => (
            <Unbroken>
              {placesHeld} of {capacity}
            </Unbroken>
          )}
        />
        <Col label="Free" disableSort align="right" render={(event) => (isOver(event) ? '' : event.placesFree)} />
        <Col label="Waiting" disableSort align="right" render={(event) => (isOver(event) ? '' : event.waiting)} />
        <Col
          source="status"
          label="State"
          render={(event) => (
            <>
              <EventStatusTag status={event.status} />
              {hasOpenRegister(event) ? ' Register open' : null}
            </>
          )}
        />
      </ListTable>
    </ListPage>
  );
}

function isOver({ status }: EventView): boolean {
  return status === 'ended' || status === 'cancelled';
}
