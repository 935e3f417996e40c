import { CreateBase } from 'react-admin';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { VenueFields } from './venue-fields';

export default function VenueCreate() {
  return (
    <CreateBase resource="venues" redirect="list">
      <Heading>Add a venue</Heading>
      <FormPage verb="Add the venue" back="/venues" sanitizeEmptyValues>
        <VenueFields />
      </FormPage>
    </CreateBase>
  );
}
