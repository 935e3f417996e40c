import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useNow } from '../api/demonstration';
import { Panel } from '../look/panel';
import { toLondon } from '../words/london-time';

const YEARS = 7;

/** What a lead of the agency can take out by themselves: the same files, for whoever asks the coordinator. */
export function AgencyPack({ agencyId }: { agencyId: string }) {
  const now = useNow();
  const [chosen, setChosen] = useState<string | null>(null);
  if (!now) return null;
  const years = lastYears(toLondon(now).date);
  const year = chosen ?? years[0] ?? '';
  const query = new URLSearchParams({ agencyId, year }).toString();
  return (
    <Panel heading="Pack for the lead">
      <p>
        Attendance, completions and coming bookings of this agency, and what the whole partnership learnt. The Excel
        file names the agency’s people; the PDF names nobody. Each download is in the audit log.
      </p>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <TextField
          select
          id="pack-year"
          label="Year, April to March"
          value={year}
          onChange={({ target }) => setChosen(target.value)}
          sx={{ minWidth: '12rem' }}
        >
          {years.map((one) => (
            <MenuItem key={one} value={one}>
              {one}
            </MenuItem>
          ))}
        </TextField>
        <Button variant="outlined" href={`/api/reports/agency-pack.xlsx?${query}`} download>
          Download as Excel
        </Button>
        <Button variant="outlined" href={`/api/reports/agency-pack.pdf?${query}`} download>
          Download as PDF
        </Button>
      </Box>
    </Panel>
  );
}

/** The partnership year of a London date and those before it: '2026-27', '2025-26' … */
function lastYears(date: string): string[] {
  const running = Number(date.slice(0, 4)) - (date.slice(5) < '04-01' ? 1 : 0);
  return Array.from({ length: YEARS }, (_, before) => {
    const first = running - before;
    return `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
  });
}
