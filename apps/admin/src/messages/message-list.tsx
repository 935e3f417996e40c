import type { MessageView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { EventInput } from '../events/event-input';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Moment } from '../look/moment';
import { TextLink } from '../look/text-link';
import { choicesOf, MESSAGE_STATE, sentenceCase } from '../words/labels';
import { StateWithReason } from './message-state';

const Col = DataTable.Col<MessageView>;

const filters = [
  <TextInput key="q" source="q" label="Name or subject" type="search" helperText={false} />,
  <SelectInput key="state" source="state" label="State" choices={choicesOf(MESSAGE_STATE)} helperText={false} />,
  <EventInput key="eventId" />,
];

export default function MessageList() {
  return (
    <ListPage
      resource="messages"
      heading="Messages"
      intro="Each mail that the service wrote, exactly as it goes out."
      sort={{ field: 'createdAt', order: 'DESC' }}
      filters={filters}
      empty="No messages yet. They are written when people book, cancel or wait."
    >
      <ListTable<MessageView>>
        <Col source="createdAt" label="Written" render={({ createdAt }) => <Moment at={createdAt} />} />
        <Col source="toName" label="To" sx={{ whiteSpace: { lg: 'nowrap' } }} />
        <Col
          source="subject"
          label="Subject"
          render={({ id, subject }) => (
            <TextLink to={`/messages/${id}/show`} strong>
              {subject}
            </TextLink>
          )}
        />
        <Col source="kind" label="Kind" render={({ kind }) => sentenceCase(kind)} />
        <Col source="state" label="State" render={(message) => <StateWithReason message={message} />} />
      </ListTable>
    </ListPage>
  );
}
