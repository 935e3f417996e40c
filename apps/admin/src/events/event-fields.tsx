import { required, SelectInput } from 'react-admin';
import { AREA, choicesOf, DELIVERY, WAITLIST_POLICY } from '../words/labels';
import { SessionsInput } from './sessions-input';
import { VenueInput } from './venue-input';

/** What planning and changing an event have in common. */
export function EventFields({ knowsVenue = true, knowsPolicy = true }) {
  return (
    <>
      <SessionsInput />
      <SelectInput
        source="delivery"
        label="Delivery"
        helperText={false}
        choices={choicesOf(DELIVERY)}
        validate={required('Choose how it is delivered')}
      />
      <SelectInput
        source="area"
        label="Area (optional)"
        choices={choicesOf(AREA)}
        helperText="Whose area it is meant for. The website filters by it."
      />
      {knowsVenue ? <VenueInput /> : null}
      {knowsPolicy ? (
        <SelectInput
          source="waitlistPolicy"
          label="When a place opens"
          choices={choicesOf(WAITLIST_POLICY)}
          helperText="What happens for the next person waiting."
        />
      ) : null}
    </>
  );
}
