import { Button, TextField } from '@mui/material';
import type { EventView, JoiningChange, JoiningView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors } from '../../api/refusals';
import { api } from '../../api/request';
import { useAction } from '../../api/use-action';
import { ActionDialog } from '../../look/action-dialog';

export function ChangeJoining({ joining }: { joining: JoiningView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        Change how it is joined
      </Button>
      {isOpen ? <JoiningDialog joining={joining} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

const FIELDS = [
  { field: 'platform', label: 'Platform (optional)', type: 'text', hint: 'Such as Teams or Zoom.', most: 60 },
  {
    field: 'meetingUrl',
    label: 'Meeting link (optional)',
    type: 'url',
    hint: 'With https:// at its start.',
    most: 1000,
  },
  {
    field: 'testUrl',
    label: 'Test link (optional)',
    type: 'url',
    hint: 'Where delegates try it before the day.',
    most: 1000,
  },
  { field: 'dialIn', label: 'Telephone dial-in (optional)', type: 'text', hint: 'The number and the code.', most: 300 },
  {
    field: 'minutesBefore',
    label: 'Minutes before the start from which the link shows',
    type: 'text',
    hint: '30 as a rule.',
    most: 4,
  },
] as const;

function JoiningDialog({ joining, onClose }: { joining: JoiningView; onClose: () => void }) {
  const [typed, setTyped] = useState({
    platform: joining.platform ?? '',
    meetingUrl: joining.meetingUrl ?? '',
    testUrl: joining.testUrl ?? '',
    dialIn: joining.dialIn ?? '',
    minutesBefore: String(joining.minutesBefore),
  });
  const change = useAction(
    (wanted: JoiningChange) =>
      api.patch<EventView>(`/events/${encodeURIComponent(joining.eventId)}`, { joining: wanted }),
    { done: 'How it is joined is saved. Nobody is mailed.', onDone: onClose, showsRefusal: true },
  );
  const refused = fieldErrors(change.error);
  const errorOf = (field: string) => refused[`joining.${field}`] ?? refused[field];
  return (
    <ActionDialog
      heading="How it is joined"
      verb="Save"
      isOpen
      onClose={onClose}
      onDo={() => {
        const { minutesBefore, ...words } = typed;
        change.mutate({ ...words, minutesBefore: Number(minutesBefore) });
      }}
      isBusy={change.isPending}
      error={Object.keys(refused).length > 0 ? null : change.error}
    >
      {FIELDS.map(({ field, label, type, hint, most }, index) => (
        <TextField
          key={field}
          id={`joining-${field}`}
          type={type}
          label={label}
          autoFocus={index === 0}
          value={typed[field]}
          onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
          error={errorOf(field) !== undefined}
          helperText={errorOf(field) ?? hint}
          slotProps={{ htmlInput: { maxLength: most } }}
        />
      ))}
    </ActionDialog>
  );
}
