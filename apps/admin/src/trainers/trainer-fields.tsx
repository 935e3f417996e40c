import {
  ArrayInput,
  AutocompleteInput,
  ReferenceInput,
  required,
  SelectInput,
  SimpleFormIterator,
  TextInput,
} from 'react-admin';
import { choicesOf, TRAINER_KIND } from '../words/labels';

/** What adding and changing a trainer have in common; a practitioner's name and address are on their own page. */
export function TrainerFields({ isPerson }: { isPerson: boolean }) {
  return (
    <>
      {isPerson ? null : (
        <>
          <TextInput source="name" label="Name" helperText={false} validate={required('Enter the name')} />
          <TextInput source="email" label="Email (optional)" type="email" helperText="For the link to the register." />
        </>
      )}
      <SelectInput
        source="kind"
        label="Kind"
        helperText={false}
        choices={choicesOf(TRAINER_KIND)}
        validate={required('Choose the kind')}
      />
      <TextInput source="organisation" label="Organisation (optional)" helperText={false} />
      <ReferenceInput source="agencyId" reference="agencies" sort={{ field: 'name', order: 'ASC' }} perPage={50}>
        <AutocompleteInput
          label="Lent by (optional)"
          optionText="name"
          filterToQuery={(q: string) => (q ? { q } : {})}
          helperText="The agency whose hours these are."
        />
      </ReferenceInput>
      <TextInput source="topics" label="Topics (optional)" helperText="Such as neglect, exploitation." />
      <TextInput
        source="availability"
        label="Availability (optional)"
        multiline
        helperText="Such as Tuesdays and Thursdays, in the city."
      />
      <ArrayInput
        source="absences"
        label="Away"
        helperText="Days on which the trainer cannot train, the last one included."
      >
        <SimpleFormIterator inline disableReordering disableClear>
          <TextInput
            source="from"
            label="From"
            type="date"
            helperText={false}
            validate={required('Enter the first day')}
          />
          <TextInput source="to" label="To" type="date" helperText={false} validate={required('Enter the last day')} />
        </SimpleFormIterator>
      </ArrayInput>
    </>
  );
}
