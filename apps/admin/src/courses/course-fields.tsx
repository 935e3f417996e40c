import { COURSE_KINDS } from '@roundtable/contracts';
import {
  AutocompleteArrayInput,
  maxLength,
  minValue,
  NumberInput,
  ReferenceArrayInput,
  required,
  SelectInput,
  TextArrayInput,
  TextInput,
} from 'react-admin';
import { EditionsInput } from './editions-input';
import { ValiditiesInput } from './validities-input';
import { AudienceSectorsInput } from './audience-sectors-input';
import { choicesOf, PREREQUISITE_POLICY, sentenceCase } from '../words/labels';

const kinds = COURSE_KINDS.map((kind) => ({ id: kind, name: sentenceCase(kind) }));

export function CourseFields() {
  return (
    <>
      <TextInput source="title" label="Title" helperText={false} validate={required('Enter the title')} />
      <TextInput
        source="summary"
        label="Summary"
        multiline
        minRows={3}
        validate={required('Enter the summary')}
        helperText="Two or three sentences that a practitioner reads before booking."
      />
      <TextInput source="aims" label="Aims (optional)" multiline minRows={2} helperText={false} />
      <TextInput
        source="code"
        label="Code (optional)"
        validate={maxLength(20, 'Use 20 characters or fewer')}
        helperText="A few letters that name the course in files, such as HSB. We make one where it is empty."
      />
      <SelectInput
        source="kind"
        label="Kind"
        helperText={false}
        choices={kinds}
        defaultValue="course"
        validate={required('Choose the kind')}
      />
      <TextInput source="level" label="Level (optional)" helperText="Such as 2." />
      <TextArrayInput
        source="topics"
        label="Topics (optional)"
        helperText="Such as exploitation. Press Enter after each; the first one is the main topic."
      />
      <TextInput source="audience" label="Who it is for (optional)" multiline helperText={false} />
      <AudienceSectorsInput />
      <NumberInput
        source="hours"
        label="Hours (optional)"
        helperText={false}
        min={0}
        step={0.5}
        validate={minValue(0, 'Enter 0 or more')}
      />
      <NumberInput
        source="validityMonths"
        label="Refresh after this many months (optional)"
        helperText="Usually 36. Empty where what was learnt stays valid for ever."
        min={1}
        step={1}
      />
      <ValiditiesInput />
      <EditionsInput />
      <SelectInput
        source="prerequisitePolicy"
        label="What must be completed first"
        helperText={false}
        choices={choicesOf(PREREQUISITE_POLICY)}
        defaultValue="block"
        validate={required('Choose one')}
      />
      <ReferenceArrayInput
        source="prerequisiteModuleIds"
        reference="modules"
        sort={{ field: 'title', order: 'ASC' }}
        perPage={100}
      >
        <AutocompleteArrayInput
          label="Modules to complete first (optional)"
          optionText="title"
          filterToQuery={(q: string) => (q ? { q } : {})}
          helperText={false}
        />
      </ReferenceArrayInput>
    </>
  );
}
