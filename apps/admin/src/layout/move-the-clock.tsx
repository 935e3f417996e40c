import { Button, TextField } from '@mui/material';
import { useState } from 'react';
import type { DemonstrationView } from '../api/demonstration';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { dayInWords, momentInWords } from '../words/london-time';

const DAY_MS = 86_400_000;
const MOST_DAYS = 3_650;

/** The demonstration's clock, as days after the real date. */
export function MoveTheClock({ now, offsetMs }: { now: string; offsetMs: number }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button color="inherit" onClick={() => setOpen(true)} sx={{ textDecoration: 'underline', py: 0, minHeight: 32 }}>
        Move the clock
      </Button>
      {isOpen ? <ClockDialog now={now} offsetMs={offsetMs} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ClockDialog({ now, offsetMs, onClose }: { now: string; offsetMs: number; onClose: () => void }) {
  const [typed, setTyped] = useState(String(Math.round(offsetMs / DAY_MS) + 7));
  const [isTried, setTried] = useState(false);
  const move = useAction((offset: string) => api.post<DemonstrationView>('/demonstration/clock', { offset }), {
    done: ({ now }) => (now ? `The clock now stands at ${momentInWords(now)}.` : 'The clock was moved.'),
    onDone: onClose,
    showsRefusal: true,
  });
  const days = Number(typed);
  const isRight = /^\d+$/.test(typed.trim()) && days <= MOST_DAYS;
  return (
    <ActionDialog
      heading="Move the demonstration's clock"
      verb="Move the clock"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (isRight) move.mutate(days === 0 ? '0' : `+${days} days`);
      }}
      isBusy={move.isPending}
      error={move.error}
    >
      <p>
        Everything that is due by then happens: reminders, offers that lapse, questions that open. What happened is not
        undone when you move it back.
      </p>
      <TextField
        id="clock-days"
        label="Days after the real date"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={isTried && !isRight}
        helperText={
          isRight
            ? said(Date.parse(now) - offsetMs, days)
            : `Enter a whole number of days, 0 to ${MOST_DAYS.toLocaleString('en-GB')}`
        }
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        sx={{ maxWidth: '16rem' }}
        autoFocus
      />
    </ActionDialog>
  );
}

function said(realNow: number, days: number): string {
  return days === 0 ? 'The real date and time.' : `Then it is ${dayInWords(new Date(realNow + days * DAY_MS))}.`;
}
