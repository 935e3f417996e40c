import type { PractitionerChange, PractitionerDetailView } from '@roundtable/contracts';
import { EditBase, email, required, SelectInput, TextInput, useEditContext, type TransformData } from 'react-admin';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { AREA, choicesOf } from '../words/labels';
import { isWhole } from './whole-person';

const asChange: TransformData = (person: PractitionerDetailView): PractitionerChange => ({
  name: person.name,
  email: person.email?.trim() || null,
  area: person.area || null,
});

export default function PractitionerEdit() {
  return (
    <EditBase resource="practitioners" mutationMode="pessimistic" redirect="show" transform={asChange}>
      <Practitioner />
    </EditBase>
  );
}

function Practitioner() {
  const { record, error } = useEditContext<PractitionerDetailView>();
  if (error) return <Refusal error={error} />;
  if (!record || !isWhole(record)) return <Waiting />;
  return (
    <>
      <Heading title={`Change the entry of ${record.name}`}>{`Change the entry of ${record.name}`}</Heading>
      <FormPage verb="Save the changes" back={`/practitioners/${record.id}/show`}>
        <TextInput source="name" label="Name" helperText={false} validate={required('Enter the name')} />
        <TextInput
          source="email"
          label="Email address (optional)"
          type="email"
          validate={email('Enter an email address, such as name@agency.example')}
          helperText="The former address is told. Whoever reads this mail can sign in."
        />
        <SelectInput source="area" label="Area (optional)" choices={choicesOf(AREA)} helperText={false} />
      </FormPage>
    </>
  );
}
