import { MenuItem, TextField } from '@mui/material';
import { REPORT_CUTS, type ReportCut } from '@roundtable/contracts';

const CUT: Record<ReportCut, string> = { event: 'Event', trainer: 'Trainer', sector: 'Sector', month: 'Month' };

interface ShowByProps {
  chosen: readonly string[];
  onChange: (cuts: readonly string[]) => void;
}

/** Cuts the report beside course and statement: one way, or two at once. */
export function ShowBy({ chosen: [first = 'none', second = 'none'], onChange }: ShowByProps) {
  const choose = (one: string, other: string) => onChange([one, other].filter((cut) => cut !== 'none'));
  return (
    <>
      <TextField
        select
        id="by"
        label="Show by"
        value={first}
        onChange={({ target }) => choose(target.value, target.value === second ? 'none' : second)}
      >
        <MenuItem value="none">Statement</MenuItem>
        {REPORT_CUTS.map((cut) => (
          <MenuItem key={cut} value={cut}>
            {CUT[cut]}
          </MenuItem>
        ))}
      </TextField>
      {first === 'none' ? null : (
        <TextField
          select
          id="by-also"
          label="And by"
          value={second}
          onChange={({ target }) => choose(first, target.value)}
        >
          <MenuItem value="none">Nothing else</MenuItem>
          {REPORT_CUTS.filter((cut) => cut !== first).map((cut) => (
            <MenuItem key={cut} value={cut}>
              {CUT[cut]}
            </MenuItem>
          ))}
        </TextField>
      )}
    </>
  );
}
