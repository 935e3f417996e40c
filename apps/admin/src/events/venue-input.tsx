import type { Delivery } from '@roundtable/contracts';
import { AutocompleteInput, ReferenceInput } from 'react-admin';
import { useWatch } from 'react-hook-form';

/** Where people meet; not asked for an event that is only online. */
export function VenueInput() {
  const delivery = useWatch<{ delivery?: Delivery }, 'delivery'>({ name: 'delivery' });
  if (!delivery || delivery === 'online') return null;
  return (
    <ReferenceInput source="venueId" reference="venues" sort={{ field: 'name', order: 'ASC' }} perPage={50}>
      <AutocompleteInput
        label="Venue (optional)"
        optionText="name"
        filterToQuery={(q: string) => (q ? { q } : {})}
        helperText="It can be added later."
      />
    </ReferenceInput>
  );
}
