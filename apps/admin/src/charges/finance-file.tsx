import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  TextField,
} from '@mui/material';
import { useId, useState } from 'react';

/** Which lines finance gets, and as what kind of file. */
export function FinanceFile() {
  const headingId = useId();
  const [isOpen, setOpen] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [isUnsent, setUnsent] = useState(true);
  const wanted = new URLSearchParams({
    ...(from && { from }),
    ...(to && { to }),
    ...(isUnsent && { unsent: 'true' }),
  }).toString();
  const address = (ending: string) => `/api/charges/finance.${ending}?${wanted}`;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        File for finance
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} aria-labelledby={headingId} fullWidth maxWidth="sm">
        <DialogTitle id={headingId}>File for finance</DialogTitle>
        <DialogContent>
          <p>Every confirmed charge is a line, and every credit a line with the amount taken back.</p>
          <Day id="finance-from" label="Confirmed or credited from (optional)" value={from} onChange={setFrom} />
          <Day id="finance-to" label="Until (optional)" value={to} onChange={setTo} />
          <FormControlLabel
            control={<Checkbox checked={isUnsent} onChange={({ target }) => setUnsent(target.checked)} />}
            label="Only what was not sent on yet"
          />
        </DialogContent>
        <DialogActions
          sx={{ px: 3, pb: 2.5, justifyContent: 'flex-start', flexWrap: 'wrap', gap: 1, '& > *': { flexShrink: 0 } }}
        >
          <Button variant="contained" href={address('xlsx')}>
            Download as Excel
          </Button>
          <Button variant="outlined" href={address('csv')}>
            Download as CSV
          </Button>
          <Button onClick={() => setOpen(false)}>Go back</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

function Day({
  id,
  label,
  value,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  onChange: (day: string) => void;
}) {
  return (
    <TextField
      id={id}
      label={label}
      type="date"
      value={value}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
