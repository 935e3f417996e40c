import type { TrainerView } from '@roundtable/contracts';
import { AutocompleteInput, DataTable, ReferenceInput, SelectInput, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Tag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { choicesOf, TRAINER_KIND } from '../words/labels';
import { LentHours } from './lent-hours';

const Col = DataTable.Col<TrainerView>;
const onlyWide = { display: { xs: 'none', lg: 'table-cell' } };

const filters = [
  <TextInput key="q" source="q" label="Name or topic" type="search" helperText={false} />,
  <SelectInput key="kind" source="kind" label="Kind" choices={choicesOf(TRAINER_KIND)} helperText={false} />,
  <ReferenceInput key="agencyId" source="agencyId" reference="agencies" sort={{ field: 'name', order: 'ASC' }}>
    <AutocompleteInput
      label="Lent by"
      optionText="name"
      filterToQuery={(q: string) => (q ? { q } : {})}
      helperText={false}
    />
  </ReferenceInput>,
];

export default function TrainerList() {
  return (
    <>
      <ListPage
        resource="trainers"
        heading="Trainers"
        create="Add a trainer"
        sort={{ field: 'name', order: 'ASC' }}
        filters={filters}
        empty="There are no trainers yet. Add a practitioner whom an agency lends, or somebody you commission."
      >
        <ListTable<TrainerView>>
          <Col
            source="name"
            label="Name"
            render={({ id, name, active }) => (
              <>
                <TextLink to={`/trainers/${id}`} strong>
                  {name}
                </TextLink>{' '}
                {active ? null : <Tag>No longer trains</Tag>}
              </>
            )}
          />
          <Col source="kind" label="Kind" render={({ kind }) => TRAINER_KIND[kind]} />
          <Col source="agencyName" label="Lent by" render={({ agencyName }) => agencyName ?? 'nobody'} />
          <Col label="Topics" disableSort sx={onlyWide} render={({ topics }) => topics ?? ''} />
          <Col label="Hours this year" disableSort align="right" render={({ hoursThisYear }) => hoursThisYear} />
        </ListTable>
      </ListPage>
      <LentHours />
    </>
  );
}
