import { Button } from '@mui/material';
import type { VenueView } from '@roundtable/contracts';
import { EditBase, useEditContext } from 'react-admin';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { FormPage } from '../layout/form-page';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { VenueFields } from './venue-fields';

export default function VenueEdit() {
  return (
    <EditBase resource="venues" mutationMode="pessimistic" redirect="list">
      <Venue />
    </EditBase>
  );
}

function Venue() {
  const { record: venue, error } = useEditContext<VenueView>();
  if (error) return <Refusal error={error} />;
  if (!venue) return <Waiting />;
  return (
    <>
      <Heading
        intro={venue.archivedAt ? 'Archived: it is not offered for new events.' : undefined}
        actions={<ArchiveVenue venue={venue} />}
      >
        {venue.name}
      </Heading>
      <FormPage verb="Save the changes" back="/venues">
        <VenueFields />
      </FormPage>
    </>
  );
}

function ArchiveVenue({ venue }: { venue: VenueView }) {
  const isArchived = venue.archivedAt !== null;
  const archive = useAction(
    () => api.patch<VenueView>(`/venues/${encodeURIComponent(venue.id)}`, { archived: !isArchived }),
    {
      done: isArchived
        ? 'The venue is back. It can be chosen for events again.'
        : 'The venue is archived. Events that are there keep it.',
    },
  );
  return (
    <Button variant="outlined" onClick={() => archive.mutate(undefined)} disabled={archive.isPending}>
      {isArchived ? 'Bring this venue back' : 'Archive this venue'}
    </Button>
  );
}
