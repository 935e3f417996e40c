import type { OtherProviderEventView } from '@roundtable/contracts';
import { EditBase, useEditContext } from 'react-admin';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { ListingFields } from './listing-fields';

export default function ListingEdit() {
  return (
    <EditBase resource="other-provider-events" mutationMode="pessimistic" redirect="list">
      <Listing />
    </EditBase>
  );
}

function Listing() {
  const { record, error } = useEditContext<OtherProviderEventView>();
  if (error) return <Refusal error={error} />;
  if (!record) return <Waiting />;
  return (
    <>
      <Heading intro={record.provider}>{record.title}</Heading>
      <FormPage verb="Save the changes" back="/other-provider-events">
        <ListingFields />
      </FormPage>
    </>
  );
}
