import type { PractitionerView } from '@roundtable/contracts';
import { DataTable, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Hidden } from '../look/hidden';
import { listOf } from '../look/list-of';
import { TextLink } from '../look/text-link';

const Col = DataTable.Col<PractitionerView>;

export default function PractitionerList() {
  return (
    <ListPage
      resource="practitioners"
      heading="Practitioners"
      create="Add a practitioner"
      sort={{ field: 'name', order: 'ASC' }}
      filters={<TextInput source="q" label="Name or email" type="search" helperText={false} />}
      empty="There are no practitioners yet. Add one, or wait for people to register on the website."
    >
      <ListTable<PractitionerView>>
        <Col source="name" label="Name" />
        <Col source="email" label="Email" disableSort sx={{ overflowWrap: 'anywhere' }} />
        <Col source="agencyName" label="Agency" disableSort />
        <Col source="jobRole" label="Job role" disableSort />
        <Col
          label="See"
          disableSort
          render={({ id, name }) => (
            <TextLink to={listOf('bookings', { practitionerId: id })}>
              Bookings<Hidden> of {name}</Hidden>
            </TextLink>
          )}
        />
      </ListTable>
    </ListPage>
  );
}
