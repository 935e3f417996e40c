import { Box, Button, FormHelperText, Typography } from '@mui/material';
import { required, SelectInput, TextInput } from 'react-admin';
import { useFieldArray, useFormState, type FieldError } from 'react-hook-form';
import { FEE_TYPE, choicesOf } from '../words/labels';
import { penceFrom } from '../words/pounds';
import type { TypedFee } from '../words/typed-fees';

const FEE_TYPES = choicesOf({ '*': 'Everybody else', ...FEE_TYPE });
const inPounds = (typed: unknown) =>
  typeof typed !== 'string' || typed === '' || penceFrom(typed) !== null
    ? undefined
    : 'Enter pounds, such as 30 or 12.50';

/** The fee and the charge for absence, for each kind of agency that pays differently. */
export function FeesInput({ hint }: { hint: string }) {
  const { fields, append, remove } = useFieldArray<{ fees: TypedFee[] }, 'fees', 'key'>({
    name: 'fees',
    keyName: 'key',
  });
  const { errors } = useFormState<{ fees: TypedFee[] }>();
  const refused = (errors.fees as FieldError | undefined)?.message;
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, my: 1.5, width: '100%', minWidth: 0 }}>
      <Typography component="legend" sx={{ fontWeight: 700, p: 0 }}>
        Fees, and charges for absence or cancelling too late
      </Typography>
      <FormHelperText>{hint}</FormHelperText>
      {refused ? <FormHelperText error>{refused}</FormHelperText> : null}
      {fields.map((field, index) => (
        <Box
          key={field.key}
          sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr 1fr auto' }, columnGap: 2 }}
        >
          <SelectInput
            source={`fees.${index}.feeType`}
            label="Who pays"
            choices={FEE_TYPES}
            helperText={false}
            validate={required('Choose who pays')}
          />
          <TextInput
            source={`fees.${index}.pounds`}
            label="Fee, £"
            helperText={false}
            validate={[required('Enter the fee'), inPounds]}
          />
          <TextInput source={`fees.${index}.charge`} label="Charge, £" helperText={false} validate={inPounds} />
          <Button onClick={() => remove(index)} sx={{ alignSelf: 'start', mt: { sm: 4.25 } }}>
            Remove
          </Button>
        </Box>
      ))}
      <Button variant="outlined" onClick={() => append({ feeType: '*', pounds: '', charge: '' })} sx={{ mt: 1 }}>
        Add a fee
      </Button>
    </Box>
  );
}
