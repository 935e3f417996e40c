import type { NeedTaskView } from '@roundtable/contracts';
import { DataTable, SelectInput } from 'react-admin';
import { EventInput } from '../events/event-input';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Moment } from '../look/moment';
import { TextLink } from '../look/text-link';
import { dayInWords } from '../words/london-time';
import { FinishTask } from './finish-task';

const Col = DataTable.Col<NeedTaskView>;

const filters = [
  <SelectInput
    key="state"
    source="state"
    label="State"
    choices={[
      { id: 'open', name: 'To arrange' },
      { id: 'done', name: 'Arranged' },
    ]}
    helperText={false}
  />,
  <EventInput key="eventId" />,
];

/** What is to be arranged for people with access or dietary needs; what they are is read with the event. */
export default function NeedTaskList() {
  return (
    <ListPage
      resource="access-need-tasks"
      heading="Needs to arrange"
      intro="Somebody with a booking told us what they need to take part. Read it with the event; each reading is recorded."
      sort={{ field: 'startsAt', order: 'ASC' }}
      filterDefaultValues={{ state: 'open' }}
      filters={filters}
      empty="Nothing is to be arranged."
    >
      <ListTable<NeedTaskView>>
        <Col
          label="Person"
          disableSort
          render={({ bookingId, practitionerName }) => (
            <TextLink to={`/bookings/${bookingId}/show`} strong>
              {practitionerName}
            </TextLink>
          )}
        />
        <Col
          label="Course"
          disableSort
          render={({ eventId, courseTitle }) => <TextLink to={`/events/${eventId}/show`}>{courseTitle}</TextLink>}
        />
        <Col
          source="startsAt"
          label="When"
          render={({ startsAt }) => (startsAt ? <Moment at={startsAt} /> : 'no date')}
        />
        <Col source="openedAt" label="Since" render={({ openedAt }) => dayInWords(openedAt)} />
        <Col
          label="Arranged"
          disableSort
          render={(task) =>
            task.doneAt ? (
              `${dayInWords(task.doneAt)}${task.doneByName ? `, by ${task.doneByName}` : ''}`
            ) : (
              <FinishTask task={task} />
            )
          }
        />
      </ListTable>
    </ListPage>
  );
}
