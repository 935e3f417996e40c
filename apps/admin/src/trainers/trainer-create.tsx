import type { PractitionerView } from '@roundtable/contracts';
import { AutocompleteInput, CreateBase, ReferenceInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { nameOf } from '../practitioners/practitioner-name';
import { TrainerFields } from './trainer-fields';

export default function TrainerCreate() {
  return (
    <CreateBase resource="trainers" redirect="list">
      <Heading intro="A practitioner gets the role of a trainer, and sees the people and the register of own events. Somebody without an entry is named, and gets a link for each event.">
        Add a trainer
      </Heading>
      <FormPage verb="Add the trainer" back="/trainers" sanitizeEmptyValues defaultValues={{ kind: 'pool' }}>
        <ReferenceInput source="personId" reference="practitioners" sort={{ field: 'name', order: 'ASC' }} perPage={50}>
          <AutocompleteInput
            label="Practitioner (optional)"
            optionText={(person: PractitionerView) => nameOf(person)}
            filterToQuery={(q: string) => (q ? { q } : {})}
            helperText="Leave it empty for somebody who is no practitioner here."
          />
        </ReferenceInput>
        <Rest />
      </FormPage>
    </CreateBase>
  );
}

function Rest() {
  const personId = useWatch<{ personId?: string | null }, 'personId'>({ name: 'personId' });
  return <TrainerFields isPerson={Boolean(personId)} />;
}
