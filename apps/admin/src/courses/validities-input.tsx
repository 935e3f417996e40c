import { Box, Button, FormHelperText, Typography } from '@mui/material';
import type { CourseView } from '@roundtable/contracts';
import { NumberInput, required, SelectInput } from 'react-admin';
import { useFieldArray, useFormState, type FieldError } from 'react-hook-form';
import { useSectors } from '../agencies/use-sectors';
import { capitalised } from '../words/labels';

type ValiditiesForm = Pick<CourseView, 'validities'>;

/** Periods of their own for sectors and for designated leads. */
export function ValiditiesInput() {
  const { fields, append, remove } = useFieldArray<ValiditiesForm, 'validities', 'key'>({
    name: 'validities',
    keyName: 'key',
  });
  const { errors } = useFormState<ValiditiesForm>();
  const refused = (errors.validities as FieldError | undefined)?.message;
  const { branches } = useSectors();
  const choices = branches.flatMap(({ sector, below }) => [
    { id: sector.name, name: capitalised(sector.name) },
    ...below.map(({ name }) => ({ id: name, name: `– ${capitalised(name)}` })),
  ]);
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, my: 1.5, width: '100%', minWidth: 0 }}>
      <Typography component="legend" sx={{ fontWeight: 700, p: 0 }}>
        Other periods for sectors (optional)
      </Typography>
      <FormHelperText>
        Without one, early years and designated leads refresh after 24 months at the latest.
      </FormHelperText>
      {refused ? <FormHelperText error>{refused}</FormHelperText> : null}
      {fields.map((field, index) => (
        <Box
          key={field.key}
          sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '2fr 1fr auto' }, columnGap: 2 }}
        >
          <SelectInput
            source={`validities.${index}.sector`}
            label="Sector"
            choices={choices}
            emptyText="Designated leads"
            helperText={false}
          />
          <NumberInput
            source={`validities.${index}.months`}
            label="Months"
            helperText={false}
            min={1}
            step={1}
            validate={required('Enter how many')}
          />
          <Button onClick={() => remove(index)} sx={{ alignSelf: 'start', mt: { sm: 4.25 } }}>
            Remove this period
          </Button>
        </Box>
      ))}
      <Button variant="outlined" onClick={() => append({ sector: null, months: 24 })} sx={{ mt: 1 }}>
        Add a period
      </Button>
    </Box>
  );
}
