import { AutocompleteInput, ReferenceInput } from 'react-admin';
import { eventInWords } from './office-event';

/** Chooses one event by a part of its course's title or its reference. */
export function EventInput() {
  return (
    <ReferenceInput source="eventId" reference="events" sort={{ field: 'startsAt', order: 'DESC' }} perPage={50}>
      <AutocompleteInput
        label="Event"
        optionText={eventInWords}
        filterToQuery={(q: string) => (q ? { q } : {})}
        helperText={false}
      />
    </ReferenceInput>
  );
}
