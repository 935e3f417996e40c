import type { CompletionView } from '@roundtable/contracts';
import { AutocompleteInput, DataTable, ReferenceField, ReferenceInput, TextField } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { CourseInput } from '../courses/course-input';
import { PractitionerInput } from '../practitioners/practitioner-input';
import { COMPLETION_SOURCE } from '../words/labels';
import { dayInWords } from '../words/london-time';

const Col = DataTable.Col<CompletionView>;
const onOneLine = { whiteSpace: { lg: 'nowrap' } };

const filters = [
  <PractitionerInput key="practitionerId" />,
  <ReferenceInput key="moduleId" source="moduleId" reference="modules" sort={{ field: 'title', order: 'ASC' }}>
    <AutocompleteInput
      label="Module"
      optionText="title"
      filterToQuery={(q: string) => (q ? { q } : {})}
      helperText={false}
    />
  </ReferenceInput>,
  <CourseInput key="courseId" helperText={false} />,
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
        <Col label="Practitioner" disableSort sx={onOneLine}>
          <ReferenceField source="practitionerId" reference="practitioners" link={false}>
            <TextField source="name" sx={{ fontSize: 'inherit' }} />
          </ReferenceField>
        </Col>
        <Col source="title" label="What" />
        <Col label="How" disableSort sx={onOneLine} render={({ source }) => COMPLETION_SOURCE[source]} />
        <Col
          source="completedAt"
          label="Completed"
          sx={onOneLine}
          render={({ completedAt }) => dayInWords(completedAt)}
        />
        <Col
          source="expiresAt"
          label="Valid until"
          sx={onOneLine}
          render={({ expiresAt }) => (expiresAt ? dayInWords(expiresAt) : 'no end')}
        />
      </ListTable>
    </ListPage>
  );
}
