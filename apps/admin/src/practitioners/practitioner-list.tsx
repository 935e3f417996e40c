import type { PractitionerView } from '@roundtable/contracts';
import { DataTable, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Hidden } from '../look/hidden';
import { listOf } from '../look/list-of';
import { Address } from '../look/address';
import { TextLink } from '../look/text-link';
import { AgencyInput } from '../agencies/agency-input';
import { FoundByReference } from './found-by-reference';
import { isNameless } from './practitioner-name';

const Col = DataTable.Col<PractitionerView>;

const filters = [
  <TextInput key="q" source="q" label="Name, email or booking reference" type="search" helperText={false} />,
  <AgencyInput key="agencyId" helperText={false} />,
];

export default function PractitionerList() {
  return (
    <ListPage
      resource="practitioners"
      heading="Practitioners"
      create="Add a practitioner"
      sort={{ field: 'name', order: 'ASC' }}
      filters={filters}
      found={<FoundByReference />}
      empty="There are no practitioners yet. Add one, or wait for people to register on the website."
    >
      <ListTable<PractitionerView>>
        <Col
          source="name"
          label="Name"
          render={(person) => (
            <TextLink to={`/practitioners/${person.id}/show`} strong>
              {isNameless(person) ? 'not known' : person.name}
              {isNameless(person) ? <Hidden> ({person.email})</Hidden> : null}
            </TextLink>
          )}
        />
        <Col
          source="email"
          label="Email"
          render={({ email }) => (email === null ? 'none' : <Address>{email}</Address>)}
        />
        <Col source="agencyName" label="Agency" render={({ agencyName }) => agencyName ?? 'not known'} />
        <Col source="jobRole" label="Job role" disableSort />
        <Col
          label="See"
          disableSort
          sx={{ whiteSpace: { lg: 'nowrap' } }}
          render={({ id, name }) => (
            <>
              <TextLink to={listOf('bookings', { practitionerId: id })}>
                Bookings<Hidden> of {name}</Hidden>
              </TextLink>{' '}
              <TextLink to={listOf('completions', { practitionerId: id })}>
                Completions<Hidden> of {name}</Hidden>
              </TextLink>
            </>
          )}
        />
      </ListTable>
    </ListPage>
  );
}
