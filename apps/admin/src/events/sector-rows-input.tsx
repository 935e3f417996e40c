import { Box, Button, FormHelperText, Typography } from '@mui/material';
import { NumberInput, required } from 'react-admin';
import { useFieldArray, useFormState, type FieldError } from 'react-hook-form';
import { SectorInput } from '../agencies/sector-input';

interface SectorRowsInputProps {
  source: 'keptPlaces' | 'expectedMix';
  heading: string;
  hint: string;
  verb: string;
  /** The numbers of a row, with what each is. */
  numbers: readonly { source: string; label: string; otherwise?: number }[];
}

type Rows = Record<string, Record<string, unknown>[]>;

/** One row for each sector, with its numbers. */
export function SectorRowsInput({ source, heading, hint, verb, numbers }: SectorRowsInputProps) {
  const { fields, append, remove } = useFieldArray<Rows, string, 'key'>({ name: source, keyName: 'key' });
  const { errors } = useFormState<Rows>();
  const refused = (errors[source] as FieldError | undefined)?.message;
  const start = Object.fromEntries(
    numbers.flatMap(({ source: name, otherwise }) => (otherwise ? [[name, otherwise]] : [])),
  );
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, my: 1.5, width: '100%', minWidth: 0 }}>
      <Typography component="legend" sx={{ fontWeight: 700, p: 0 }}>
        {heading}
      </Typography>
      <FormHelperText>{hint}</FormHelperText>
      {refused ? <FormHelperText error>{refused}</FormHelperText> : null}
      {fields.map((field, index) => (
        <Box
          key={field.key}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', sm: `2fr ${'1fr '.repeat(numbers.length)}auto` },
            columnGap: 2,
          }}
        >
          <SectorInput source={`${source}.${index}.sector`} validate={required('Choose the sector')} />
          {numbers.map((number) => (
            <NumberInput
              key={number.source}
              source={`${source}.${index}.${number.source}`}
              label={number.label}
              helperText={false}
              min={0}
              step={1}
              validate={required('Enter a number')}
            />
          ))}
          <Button onClick={() => remove(index)} sx={{ alignSelf: 'start', mt: { sm: 4.25 } }}>
            Remove
          </Button>
        </Box>
      ))}
      <Button variant="outlined" onClick={() => append({ sector: '', ...start })} sx={{ mt: 1 }}>
        {verb}
      </Button>
    </Box>
  );
}
