import { Box, Button, TextField } from '@mui/material';
import type { WantedDelegate } from '@roundtable/contracts';

export interface TypedDelegate {
  key: number;
  name: string;
  email: string;
  jobRole: string;
}

const MOST = 30;
let lastKey = 0;
export const emptyRow = (): TypedDelegate => ({ key: (lastKey += 1), name: '', email: '', jobRole: '' });

const isTyped = ({ name, email, jobRole }: TypedDelegate): boolean =>
  [name, email, jobRole].some((text) => text.trim());

/** What is sent: rows that were left empty are not. */
export function wantedOf(rows: readonly TypedDelegate[]): WantedDelegate[] {
  return rows.filter(isTyped).map(({ name, email, jobRole }) => ({
    email: email.trim(),
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(jobRole.trim() ? { jobRole: jobRole.trim() } : {}),
  }));
}

interface GroupRowsProps {
  rows: readonly TypedDelegate[];
  onChange: (rows: TypedDelegate[]) => void;
  /** What was refused, such as at 'people.0.email'. */
  refused: Record<string, string>;
}

/** Who comes: by address, and by name where the address is new. */
export function GroupRows({ rows, onChange, refused }: GroupRowsProps) {
  const set = (key: number, change: Partial<TypedDelegate>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...change } : row)));
  const sent = rows.filter(isTyped);
  const errorOf = (row: TypedDelegate, field: string) => refused[`people.${sent.indexOf(row)}.${field}`];
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, my: 1.5, minWidth: 0 }}>
      <Box component="legend" sx={{ fontWeight: 700, p: 0 }}>
        Who comes
      </Box>
      {rows.map((row, index) => (
        <Box
          key={row.key}
          sx={{
            display: 'grid',
            gridTemplateColumns: { xs: '1fr', sm: '3fr 3fr 2fr' },
            columnGap: 2,
            mb: { xs: 2, sm: 0 },
          }}
        >
          {(['email', 'name', 'jobRole'] as const).map((field) => (
            <TextField
              key={field}
              id={`group-${field}-${index}`}
              type={field === 'email' ? 'email' : 'text'}
              label={`${LABELS[field]}, person ${index + 1}`}
              value={row[field]}
              onChange={({ target }) => set(row.key, { [field]: target.value })}
              error={errorOf(row, field) !== undefined}
              helperText={errorOf(row, field)}
            />
          ))}
        </Box>
      ))}
      {rows.length < MOST ? (
        <Button variant="outlined" onClick={() => onChange([...rows, emptyRow()])} sx={{ mt: 1 }}>
          Add a person
        </Button>
      ) : null}
    </Box>
  );
}

const LABELS = { email: 'Email', name: 'Name (if new)', jobRole: 'Job role' };
