import type { EventView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { CourseInput } from '../courses/course-input';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Moment } from '../look/moment';
import { DemonstrationTag } from '../look/tag';
import { Unbroken } from '../look/unbroken';
import { TextLink } from '../look/text-link';
import { choicesOf, DELIVERY, EVENT_STATUS } from '../words/labels';
import { EventStatusTag } from './event-status-tag';

const Col = DataTable.Col<EventView>;

const filters = [
  <CourseInput key="courseId" helperText={false} />,
  <TextInput key="from" source="from" label="From" type="date" helperText={false} />,
  <TextInput key="to" source="to" label="To" type="date" helperText={false} />,
  <SelectInput key="status" source="status" label="State" choices={choicesOf(EVENT_STATUS)} helperText={false} />,
  <SelectInput key="delivery" source="delivery" label="Delivery" choices={choicesOf(DELIVERY)} helperText={false} />,
];

export default function EventList() {
  return (
    <ListPage
      resource="events"
      heading="Events"
      create="Plan an event"
      sort={{ field: 'startsAt', order: 'ASC' }}
      filters={filters}
      empty="There are no events yet. Plan one, then publish it."
    >
      <ListTable<EventView>>
        <Col
          label="Course"
          disableSort
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
          render={({ startsAt }) => (startsAt ? <Moment at={startsAt} /> : 'no date')}
        />
        <Col label="Delivery" disableSort render={({ delivery }) => DELIVERY[delivery]} />
        <Col
          label="Venue"
          disableSort
          sx={{ display: { xs: 'none', lg: 'table-cell' } }}
          render={({ venue }) => venue ?? ''}
        />
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
        <Col label="Free" disableSort align="right" render={({ placesFree }) => placesFree} />
        <Col label="Waiting" disableSort align="right" render={({ waiting }) => waiting} />
        <Col label="State" disableSort render={({ status }) => <EventStatusTag status={status} />} />
      </ListTable>
    </ListPage>
  );
}
