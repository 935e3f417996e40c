import { Box, FormHelperText, InputLabel } from '@mui/material';
import type { ChangeEvent } from 'react';
import { colours } from '../look/colours';

interface FileInputProps {
  file: File | null;
  onChoose: (file: File | null) => void;
  error?: string;
}

export function FileInput({ file, onChoose, error }: FileInputProps) {
  return (
    <Box sx={{ my: 1.5 }}>
      <InputLabel htmlFor="file">File</InputLabel>
      <Box
        component="input"
        type="file"
        id="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        aria-invalid={error !== undefined}
        aria-describedby="file-help"
        onChange={(event: ChangeEvent<HTMLInputElement>) => onChoose(event.target.files?.[0] ?? null)}
        sx={{
          font: 'inherit',
          maxWidth: '100%',
          '&::file-selector-button': { font: 'inherit', px: 1.5, py: 0.75, mr: 1.5 },
          '&:focus-visible': { outline: `3px solid ${colours.focus}` },
        }}
      />
      <FormHelperText id="file-help" error={error !== undefined}>
        {error ??
          (file
            ? `${Math.ceil(file.size / 1024)} KB chosen`
            : 'An Excel workbook (.xlsx) or a CSV file, of up to 20 MB.')}
      </FormHelperText>
    </Box>
  );
}
