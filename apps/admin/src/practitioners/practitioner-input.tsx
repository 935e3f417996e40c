import type { PractitionerView } from '@roundtable/contracts';
import { AutocompleteInput, ReferenceInput } from 'react-admin';
import { nameOf } from './practitioner-name';

/** Chooses one practitioner by a part of the name or address. */
export function PractitionerInput() {
  return (
    <ReferenceInput
      source="practitionerId"
      reference="practitioners"
      sort={{ field: 'name', order: 'ASC' }}
      perPage={50}
    >
      <AutocompleteInput
        label="Practitioner"
        optionText={(person: PractitionerView) => nameOf(person)}
        filterToQuery={(q: string) => (q ? { q } : {})}
        helperText={false}
      />
    </ReferenceInput>
  );
}
