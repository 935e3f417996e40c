import type { DataRequestView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { useRoles } from '../api/access';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { TextLink } from '../look/text-link';
import { choicesOf, DATA_DECISION, DATA_REQUEST_KIND } from '../words/labels';
import { dayInWords } from '../words/london-time';
import { DueDate } from './due-date';
import { LogRequest } from './log-request';

const Col = DataTable.Col<DataRequestView>;
const onOneLine = { whiteSpace: { lg: 'nowrap' } };

const filters = [
  <TextInput key="q" source="q" label="Name or email" type="search" helperText={false} />,
  <SelectInput
    key="state"
    source="state"
    label="State"
    choices={choicesOf({ open: 'Open', decided: 'Decided' })}
    helperText={false}
  />,
  <SelectInput
    key="kind"
    source="kind"
    label="What is asked"
    choices={choicesOf(DATA_REQUEST_KIND)}
    helperText={false}
  />,
];

export default function DataRequestList() {
  const { may } = useRoles();
  return (
    <ListPage
      resource="data-requests"
      heading="Data requests"
      intro="What people asked about the data held of them. Each is due one calendar month after it came."
      actions={may('data-requests.make') ? <LogRequest /> : undefined}
      sort={{ field: 'dueAt', order: 'ASC' }}
      filterDefaultValues={{ state: 'open' }}
      filters={filters}
      empty="Nobody asked for anything yet. People ask under My training, Your data."
    >
      <ListTable<DataRequestView>>
        <Col
          label="Person"
          disableSort
          sx={onOneLine}
          render={({ id, personName }) => (
            <TextLink to={`/data-requests/${id}/show`} strong>
              {personName}
            </TextLink>
          )}
        />
        <Col source="kind" label="What is asked" render={({ kind }) => DATA_REQUEST_KIND[kind]} />
        <Col source="receivedAt" label="Received" sx={onOneLine} render={({ receivedAt }) => dayInWords(receivedAt)} />
        <Col source="dueAt" label="Due" render={(request) => <DueDate request={request} />} />
        <Col
          source="decidedAt"
          label="Decision"
          render={({ decision, decidedAt }) =>
            decision && decidedAt ? `${DATA_DECISION[decision]} on ${dayInWords(decidedAt)}` : 'open'
          }
        />
      </ListTable>
    </ListPage>
  );
}
