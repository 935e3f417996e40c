import { CreateBase, email, required, TextInput } from 'react-admin';
import { AgencyInput } from '../agencies/agency-input';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';

export default function PractitionerCreate() {
  return (
    <CreateBase resource="practitioners" redirect="list">
      <Heading>Add a practitioner</Heading>
      <FormPage verb="Add the practitioner" back="/practitioners" sanitizeEmptyValues>
        <TextInput source="name" label="Name" helperText={false} validate={required('Enter the name')} />
        <TextInput
          source="email"
          label="Email address (optional)"
          type="email"
          validate={email('Enter an email address, such as name@agency.example')}
          helperText="Without it the person gets no mail and cannot sign in."
        />
        <AgencyInput helperText={false} validate={required('Choose the agency')} />
        <TextInput source="jobRole" label="Job role (optional)" helperText={false} />
      </FormPage>
    </CreateBase>
  );
}
