import { CreateBase } from 'react-admin';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { ListingFields } from './listing-fields';

export default function ListingCreate() {
  return (
    <CreateBase resource="other-provider-events" redirect="list">
      <Heading intro="It is shown with its own link and marked as another provider's. Nobody books it here.">
        List an event of another provider
      </Heading>
      <FormPage verb="List the event" back="/other-provider-events" sanitizeEmptyValues>
        <ListingFields />
      </FormPage>
    </CreateBase>
  );
}
