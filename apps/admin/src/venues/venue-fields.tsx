import { NumberInput, required, TextInput } from 'react-admin';

export function VenueFields() {
  return (
    <>
      <TextInput source="name" label="Name" helperText={false} validate={required('Enter the name of the venue')} />
      <TextInput source="address" label="Address (optional)" multiline minRows={2} helperText={false} />
      <TextInput
        source="mapUrl"
        label="Map link (optional)"
        type="url"
        helperText="It starts with https:// and is shown on the page of each event there."
      />
      <TextInput
        source="accessNotes"
        label="Access (optional)"
        multiline
        minRows={3}
        helperText="Step-free access, hearing loop, parking. Everybody sees it."
      />
      <NumberInput
        source="safeLimit"
        label="Safe limit (optional)"
        min={1}
        step={1}
        helperText="How many people the room may hold, trainers and supporters included. No event there may have more."
      />
    </>
  );
}
