import type { PersonLookupView } from '@roundtable/contracts';
import { AutocompleteInput, ReferenceInput } from 'react-admin';

/** Chooses who acted, by a part of the name or address. */
export function ActorInput() {
  return (
    <ReferenceInput source="actorId" reference="lookups/people" sort={{ field: 'name', order: 'ASC' }} perPage={25}>
      <AutocompleteInput
        label="Who"
        optionText={({ name, email }: PersonLookupView) => (email ? `${name} (${email})` : name)}
        filterToQuery={(q: string) => (q ? { q } : {})}
        noOptionsText="Type a part of the name"
        helperText={false}
      />
    </ReferenceInput>
  );
}
