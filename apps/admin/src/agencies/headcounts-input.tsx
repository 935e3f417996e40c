import { Box, Button, FormHelperText, Typography } from '@mui/material';
import { NumberInput, required, TextInput } from 'react-admin';
import { useFieldArray, useFormState, type FieldError } from 'react-hook-form';
import type { AgencyForm } from './agency-change';

/** How many people the agency has, by partnership year. */
export function HeadcountsInput() {
  const { fields, append, remove } = useFieldArray<Pick<AgencyForm, 'headcounts'>, 'headcounts', 'key'>({
    name: 'headcounts',
    keyName: 'key',
  });
  const { errors } = useFormState<Pick<AgencyForm, 'headcounts'>>();
  const refused = (errors.headcounts as FieldError | undefined)?.message;
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, my: 1.5, width: '100%', minWidth: 0 }}>
      <Typography component="legend" sx={{ fontWeight: 700, p: 0 }}>
        People who work there, by partnership year
      </Typography>
      {refused ? <FormHelperText error>{refused}</FormHelperText> : null}
      {fields.map((field, index) => (
        <Box
          key={field.key}
          sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr auto' }, columnGap: 2 }}
        >
          <TextInput
            source={`headcounts.${index}.year`}
            label="Year"
            helperText="Such as 2026-27."
            validate={required('Enter the year')}
          />
          <NumberInput
            source={`headcounts.${index}.headcount`}
            label="People"
            helperText={false}
            min={0}
            step={1}
            validate={required('Enter how many')}
          />
          <Button onClick={() => remove(index)} sx={{ alignSelf: 'start', mt: { sm: 4.25 } }}>
            Remove this year
          </Button>
        </Box>
      ))}
      <Button variant="outlined" onClick={() => append({ year: '' })} sx={{ mt: 1 }}>
        Add a year
      </Button>
    </Box>
  );
}
