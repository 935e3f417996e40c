import type { OtherProviderEventView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { DemonstrationTag, Tag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { AREA, choicesOf } from '../words/labels';
import { dayInWords } from '../words/london-time';

const Col = DataTable.Col<OtherProviderEventView>;
const onlyWide = { display: { xs: 'none', lg: 'table-cell' } };
const SHOWN = [
  { id: 'true', name: 'Published' },
  { id: 'false', name: 'Not published' },
];

const filters = [
  <TextInput key="q" source="q" label="Title, provider or topic" type="search" helperText={false} />,
  <SelectInput key="area" source="area" label="Area" choices={choicesOf(AREA)} helperText={false} />,
  <SelectInput key="published" source="published" label="State" choices={SHOWN} helperText={false} />,
];

export default function ListingList() {
  return (
    <ListPage
      resource="other-provider-events"
      heading="Other providers"
      intro="Events that others run. Each is listed with its own link; nothing is booked here."
      create="List an event"
      sort={{ field: 'from', order: 'ASC' }}
      filters={filters}
      empty="Nothing is listed yet."
    >
      <ListTable<OtherProviderEventView>>
        <Col
          source="title"
          label="Title"
          render={({ id, title, demonstration }) => (
            <>
              <TextLink to={`/other-provider-events/${id}`} strong>
                {title}
              </TextLink>{' '}
              {demonstration ? <DemonstrationTag /> : null}
            </>
          )}
        />
        <Col source="provider" label="Provider" />
        <Col source="from" label="From" render={({ from, dates }) => (from ? dayInWords(from) : (dates ?? ''))} />
        <Col label="Area" disableSort sx={onlyWide} render={({ area }) => (area ? AREA[area] : '')} />
        <Col
          label="Free in the county"
          disableSort
          sx={onlyWide}
          render={({ freeInCounty }) => (freeInCounty ? 'Yes' : 'No')}
        />
        <Col
          label="State"
          disableSort
          render={({ published }) => (
            <Tag tone={published ? 'good' : 'plain'}>{published ? 'Published' : 'Not published'}</Tag>
          )}
        />
      </ListTable>
    </ListPage>
  );
}
