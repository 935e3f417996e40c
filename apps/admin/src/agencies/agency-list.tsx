import type { AgencyView } from '@roundtable/contracts';
import { DataTable, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Hidden } from '../look/hidden';
import { TextLink } from '../look/text-link';
import { listOf } from '../look/list-of';
import { capitalised, FEE_TYPE } from '../words/labels';

const Col = DataTable.Col<AgencyView>;

export default function AgencyList() {
  return (
    <ListPage
      resource="agencies"
      heading="Agencies"
      create="Add an agency"
      sort={{ field: 'name', order: 'ASC' }}
      filters={<TextInput source="q" label="Name" type="search" helperText={false} />}
      empty="There are no agencies yet. Add one, or bring in a file under Imports."
    >
      <ListTable<AgencyView>>
        <Col source="name" label="Name" />
        <Col source="sector" label="Sector" disableSort render={({ sector }) => capitalised(sector)} />
        <Col
          source="feeType"
          label="Pays as"
          render={({ feeType }) => (FEE_TYPE as Record<string, string>)[feeType] ?? capitalised(feeType)}
        />
        <Col source="emailDomain" label="Email domain" disableSort />
        <Col
          label="See"
          disableSort
          sx={{ whiteSpace: { lg: 'nowrap' } }}
          render={({ id, name }) => (
            <>
              <TextLink to={listOf('practitioners', { agencyId: id })}>
                People<Hidden> of {name}</Hidden>
              </TextLink>{' '}
              <TextLink to={listOf('bookings', { agencyId: id })}>
                Bookings<Hidden> of {name}</Hidden>
              </TextLink>
            </>
          )}
        />
      </ListTable>
    </ListPage>
  );
}
