import { AutocompleteInput, ReferenceInput } from 'react-admin';

/** Finds events by where they are. */
export function VenueFilter() {
  return (
    <ReferenceInput source="venueId" reference="venues" sort={{ field: 'name', order: 'ASC' }} perPage={50}>
      <AutocompleteInput
        label="Venue"
        optionText="name"
        filterToQuery={(q: string) => (q ? { q } : {})}
        helperText={false}
      />
    </ReferenceInput>
  );
}
