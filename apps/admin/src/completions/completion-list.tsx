import type { CompletionView, PractitionerView } from '@roundtable/contracts';
import { AutocompleteInput, DataTable, ReferenceField, ReferenceInput, TextField } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { COMPLETION_SOURCE } from '../words/labels';
import { dayInWords } from '../words/london-time';

const Col = DataTable.Col<CompletionView>;

const filters = [
  <ReferenceInput
    key="practitionerId"
    source="practitionerId"
    reference="practitioners"
    sort={{ field: 'name', order: 'ASC' }}
  >
    <AutocompleteInput
      label="Practitioner"
      optionText={(person: PractitionerView) => person.name}
      filterToQuery={(q: string) => (q ? { q } : {})}
      helperText={false}
    />
  </ReferenceInput>,
  <ReferenceInput key="moduleId" source="moduleId" reference="modules" sort={{ field: 'title', order: 'ASC' }}>
    <AutocompleteInput
      label="Module"
      optionText="title"
      filterToQuery={(q: string) => (q ? { q } : {})}
      helperText={false}
    />
  </ReferenceInput>,
];

export default function CompletionList() {
  return (
    <ListPage
      resource="completions"
      heading="Completions"
      intro="Modules and courses that people have completed."
      sort={{ field: 'completedAt', order: 'DESC' }}
      filters={filters}
      empty="Nobody has completed anything yet. Completions come from modules, and from registers when they are closed."
    >
      <ListTable<CompletionView>>
        <Col label="Practitioner" disableSort>
          <ReferenceField source="practitionerId" reference="practitioners" link={false}>
            <TextField source="name" sx={{ fontSize: 'inherit' }} />
          </ReferenceField>
        </Col>
        <Col label="What" disableSort render={({ title }) => title} />
        <Col label="How" disableSort render={({ source }) => COMPLETION_SOURCE[source]} />
        <Col source="completedAt" label="Completed" render={({ completedAt }) => dayInWords(completedAt)} />
        <Col
          label="Valid until"
          disableSort
          render={({ expiresAt }) => (expiresAt ? dayInWords(expiresAt) : 'no end')}
        />
      </ListTable>
    </ListPage>
  );
}
