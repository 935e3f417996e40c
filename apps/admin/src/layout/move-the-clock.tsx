import { Button, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import type { DemonstrationView } from '../api/demonstration';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { momentInWords } from '../words/london-time';

const STEPS = ['+1 hour', '+1 day', '+3 days', '+7 days', '+20 days', '+90 days'];

export function MoveTheClock() {
  const [isOpen, setOpen] = useState(false);
  const [offset, setOffset] = useState('+20 days');
  const move = useAction(() => api.post<DemonstrationView>('/demonstration/clock', { offset }), {
    done: ({ now }) => (now ? `The clock now stands at ${momentInWords(now)}.` : 'The clock was moved.'),
    onDone: () => setOpen(false),
    showsRefusal: true,
  });
  return (
    <>
      <Button color="inherit" onClick={() => setOpen(true)} sx={{ textDecoration: 'underline', py: 0, minHeight: 32 }}>
        Move the clock
      </Button>
      <ActionDialog
        heading="Move the demonstration's clock"
        verb="Move the clock"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDo={() => move.mutate(undefined)}
        isBusy={move.isPending}
        error={move.error}
      >
        <p>Everything that is due by then happens: reminders, offers that lapse, questions that open.</p>
        <TextField
          select
          id="clock-offset"
          label="How far"
          value={offset}
          onChange={(event) => setOffset(event.target.value)}
        >
          {STEPS.map((step) => (
            <MenuItem key={step} value={step}>
              {step.replace('+', '')} later
            </MenuItem>
          ))}
        </TextField>
      </ActionDialog>
    </>
  );
}
