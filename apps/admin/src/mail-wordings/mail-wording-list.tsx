import type { MailWordingView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Tag } from '../look/tag';
import { TextLink } from '../look/text-link';

const Col = DataTable.Col<MailWordingView>;

const filters = [
  <TextInput key="q" source="q" label="Mail" type="search" helperText={false} />,
  <SelectInput
    key="isOwn"
    source="isOwn"
    label="Wording"
    choices={[
      { id: 'true', name: 'Our own' },
      { id: 'false', name: 'Original' },
    ]}
    helperText={false}
  />,
];

/** Every mail that the service writes by itself, and whose words may be changed. */
export default function MailWordingList() {
  return (
    <ListPage
      resource="mail-wordings"
      heading="Wording of mails"
      intro="What the service says in each mail about training. Mails about signing in, passwords and data requests always read the same."
      sort={{ field: 'id', order: 'ASC' }}
      filters={filters}
      empty="Nothing matches."
    >
      <ListTable<MailWordingView>>
        <Col
          label="Mail"
          disableSort
          render={({ id, name }) => (
            <TextLink to={`/mail-wordings/${id}`} strong>
              {name}
            </TextLink>
          )}
        />
        <Col label="About" disableSort render={({ group }) => group} />
        <Col label="Goes out" disableSort render={({ when }) => when} />
        <Col
          label="Wording"
          disableSort
          render={({ isOwn }) => (isOwn ? <Tag tone="attention">our own</Tag> : 'original')}
        />
      </ListTable>
    </ListPage>
  );
}
