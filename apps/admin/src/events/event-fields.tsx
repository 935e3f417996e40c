import { required, SelectInput, useRecordContext } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { AREA, choicesOf, DELIVERY, WAITLIST_POLICY } from '../words/labels';
import { PlanWarnings } from './delivery/warnings';
import { SessionsInput } from './sessions-input';
import { VenueInput } from './venue-input';

/** What planning and changing an event have in common. */
export function EventFields({ knowsVenue = true, knowsPolicy = true }) {
  const isDateless = useWatch<{ dateToBeConfirmed?: boolean }, 'dateToBeConfirmed'>({ name: 'dateToBeConfirmed' });
  const isNew = useRecordContext() === undefined;
  return (
    <>
      {isNew && isDateless ? null : <SessionsInput />}
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
      <PlanWarnings />
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
