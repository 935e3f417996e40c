import { AutocompleteInput, ReferenceInput, type Validator } from 'react-admin';

interface AgencyInputProps {
  validate?: Validator;
  helperText?: false;
}

/** Chooses one agency by a part of its name. */
export function AgencyInput({ validate, helperText }: AgencyInputProps) {
  return (
    <ReferenceInput source="agencyId" reference="agencies" sort={{ field: 'name', order: 'ASC' }} perPage={50}>
      <AutocompleteInput
        label="Agency"
        optionText="name"
        filterToQuery={(q: string) => (q ? { q } : {})}
        validate={validate}
        helperText={helperText}
      />
    </ReferenceInput>
  );
}
