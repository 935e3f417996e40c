import { Box, Checkbox, FormControlLabel, FormHelperText, Typography } from '@mui/material';

interface BoxesProps<Value extends string> {
  legend: string;
  choices: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChoose: (chosen: Value[]) => void;
  hint?: string;
  error?: string | undefined;
  /** One below the other, where they are many or long. */
  isColumn?: boolean;
}

/** Several of a few, side by side. */
export function Boxes<Value extends string>({
  legend,
  choices,
  chosen,
  onChoose,
  hint,
  error,
  isColumn = false,
}: BoxesProps<Value>) {
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 1.5, minWidth: 0 }}>
      <Typography component="legend" sx={{ fontWeight: 600, p: 0 }}>
        {legend}
      </Typography>
      {hint ? <FormHelperText sx={{ mx: 0 }}>{hint}</FormHelperText> : null}
      {error ? (
        <FormHelperText error sx={{ mx: 0 }}>
          {error}
        </FormHelperText>
      ) : null}
      {choices.map(({ value, label }) => (
        <FormControlLabel
          key={value}
          label={label}
          sx={isColumn ? { display: 'flex', m: 0, mb: 0.75 } : {}}
          control={
            <Checkbox
              checked={chosen.includes(value)}
              onChange={(_, isChosen) =>
                onChoose(isChosen ? [...chosen, value] : chosen.filter((other) => other !== value))
              }
            />
          }
        />
      ))}
    </Box>
  );
}
