import { BooleanInput, required, SelectInput, TextInput } from 'react-admin';
import { AREA, choicesOf } from '../words/labels';

export function ListingFields() {
  return (
    <>
      <TextInput source="title" label="Title" helperText={false} validate={required('Enter the title')} />
      <TextInput source="provider" label="Provider" helperText={false} validate={required('Enter who provides it')} />
      <TextInput
        source="url"
        label="Link"
        type="url"
        helperText="Where it is booked. It starts with https://."
        validate={required('Enter the link')}
      />
      <TextInput source="audience" label="Who it is for (optional)" helperText={false} />
      <SelectInput source="area" label="Area (optional)" choices={choicesOf(AREA)} helperText={false} />
      <BooleanInput source="freeInCounty" label="Free for practitioners in the county" helperText={false} />
      <TextInput source="cost" label="Cost in words (optional)" helperText="Such as £20 for others." />
      <TextInput source="topic" label="Topic (optional)" helperText={false} />
      <TextInput source="from" label="First day (optional)" type="date" helperText={false} />
      <TextInput source="to" label="Last day (optional)" type="date" helperText={false} />
      <TextInput
        source="dates"
        label="Dates in words (optional)"
        helperText="Such as on demand, or monthly on Tuesdays."
      />
      <BooleanInput source="published" label="Published: everybody sees it" helperText={false} />
    </>
  );
}
