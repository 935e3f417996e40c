import { CreateBase, required, SelectInput, TextInput } from 'react-admin';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { choicesOf, FEE_TYPE } from '../words/labels';
import { SectorInput } from './sector-input';

const aDomain = (typed: string | null) =>
  !typed || /^[^\s@]+\.[^\s@]+$/.test(typed) ? undefined : 'Enter the part after the @, such as police.example';

export default function AgencyCreate() {
  return (
    <CreateBase resource="agencies" redirect="show">
      <Heading>Add an agency</Heading>
      <FormPage verb="Add the agency" back="/agencies" sanitizeEmptyValues>
        <TextInput source="name" label="Name" helperText={false} validate={required('Enter the name')} />
        <SectorInput validate={required('Choose the sector')} />
        <SelectInput source="feeType" label="Pays as (optional)" choices={choicesOf(FEE_TYPE)} helperText={false} />
        <TextInput
          source="emailDomain"
          label="Email domain (optional)"
          validate={aDomain}
          helperText="The part after the @ in its people's addresses. More can be added later."
        />
      </FormPage>
    </CreateBase>
  );
}
