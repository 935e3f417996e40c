import { Box, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, TextField } from '@mui/material';
import { Panel } from '../look/panel';
import type { Draft } from './draft';

interface WhenPanelProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  errors: Record<string, string>;
  /** One that waits for its time keeps waiting for one. */
  isLaterOnly?: boolean;
}

/** When it goes: at once, or at a time on London's clocks. */
export function WhenPanel({ draft, onChange, errors, isLaterOnly = false }: WhenPanelProps) {
  return (
    <Panel heading="When it goes">
      {isLaterOnly ? null : (
        <FormControl>
          <FormLabel id="when-label">Send it</FormLabel>
          <RadioGroup
            aria-labelledby="when-label"
            value={draft.isLater ? 'later' : 'now'}
            onChange={({ target }) => onChange({ ...draft, isLater: target.value === 'later' })}
          >
            <FormControlLabel value="now" control={<Radio />} label="Now" />
            <FormControlLabel value="later" control={<Radio />} label="At a date and time" />
          </RadioGroup>
        </FormControl>
      )}
      {draft.isLater ? (
        <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '14rem 10rem' }, columnGap: 2, maxWidth: '26rem' }}>
          <TextField
            id="sendOn"
            type="date"
            label="Date"
            value={draft.sendOn}
            onChange={({ target }) => onChange({ ...draft, sendOn: target.value })}
            error={errors['sendOn'] !== undefined}
            helperText={errors['sendOn'] ?? ''}
          />
          <TextField
            id="sendTime"
            type="time"
            label="Time in London"
            value={draft.sendTime}
            onChange={({ target }) => onChange({ ...draft, sendTime: target.value })}
            error={errors['sendTime'] !== undefined}
            helperText={errors['sendTime'] ?? ''}
          />
        </Box>
      ) : null}
      {draft.isLater ? (
        <p>
          Who gets it is worked out when it goes, by what you chose above. Until then you can change it or take it back.
        </p>
      ) : null}
    </Panel>
  );
}
