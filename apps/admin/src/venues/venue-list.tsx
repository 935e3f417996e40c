import type { VenueView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Tag } from '../look/tag';
import { TextLink } from '../look/text-link';

const Col = DataTable.Col<VenueView>;
const onlyWide = { display: { xs: 'none', lg: 'table-cell' } };
const SHOWN = [
  { id: 'false', name: 'In use' },
  { id: 'true', name: 'Archived' },
  { id: 'all', name: 'All' },
];

const filters = [
  <TextInput key="q" source="q" label="Name" type="search" helperText={false} />,
  <SelectInput key="archived" source="archived" label="State" choices={SHOWN} helperText={false} />,
];

export default function VenueList() {
  return (
    <ListPage
      resource="venues"
      heading="Venues"
      create="Add a venue"
      sort={{ field: 'name', order: 'ASC' }}
      filters={filters}
      empty="There are no venues yet. Add one, then choose it when you plan an event."
    >
      <ListTable<VenueView>>
        <Col
          source="name"
          label="Name"
          render={({ id, name, archivedAt }) => (
            <>
              <TextLink to={`/venues/${id}`} strong>
                {name}
              </TextLink>{' '}
              {archivedAt ? <Tag>Archived</Tag> : null}
            </>
          )}
        />
        <Col label="Address" disableSort render={({ address }) => address ?? ''} />
        <Col label="Access" disableSort sx={onlyWide} render={({ accessNotes }) => accessNotes ?? ''} />
        <Col source="safeLimit" label="Safe limit" align="right" render={({ safeLimit }) => safeLimit ?? 'not known'} />
      </ListTable>
    </ListPage>
  );
}
