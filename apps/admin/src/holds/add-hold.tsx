import { Button, MenuItem, TextField } from '@mui/material';
import { HOLD_KINDS, type HoldKind, type HoldView, type NewHold } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { HOLD_KIND } from '../words/labels';
import { ChooseHeld, type Held } from './choose-held';

interface AddHoldProps {
  /** What is held, where the page knows it already. */
  subject?: Held & { kind: HoldKind };
  isMain?: boolean;
}

export function AddHold({ subject, isMain = false }: AddHoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant={isMain ? 'contained' : 'outlined'} onClick={() => setOpen(true)}>
        {subject ? `Set a hold on this ${subject.kind}` : 'Set a hold'}
      </Button>
      {isOpen ? <HoldDialog known={subject} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function HoldDialog({ known, onClose }: { known: AddHoldProps['subject']; onClose: () => void }) {
  const [kind, setKind] = useState<HoldKind>(known?.kind ?? 'person');
  const [held, setHeld] = useState<Held | null>(known ?? null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const set = useAction((wanted: NewHold) => api.post<HoldView>('/holds', wanted), {
    done: 'The hold stands. Nothing that belongs to it is deleted until it is lifted.',
    onDone: onClose,
    showsRefusal: true,
  });
  const refused = fieldErrors(set.error);
  const reasonWrong = isTried && reason.trim() === '' ? 'Say why' : refused['reason'];
  const submit = () => {
    setTried(true);
    if (held && reason.trim() !== '') set.mutate({ subjectKind: kind, subjectId: held.id, reason: reason.trim() });
  };
  return (
    <ActionDialog
      heading={known ? `Set a hold on ${known.name}` : 'Set a hold'}
      verb="Set the hold"
      isOpen
      onClose={onClose}
      onDo={submit}
      isBusy={set.isPending}
      error={unlessAtField(set.error, 'subjectKind', 'subjectId', 'reason')}
    >
      <p>A hold stops every deletion of what it names, and of what belongs to it, whoever asks.</p>
      {known ? null : (
        <>
          <TextField
            select
            id="hold-kind"
            label="What is held"
            value={kind}
            onChange={({ target }) => {
              setKind(target.value as HoldKind);
              setHeld(null);
            }}
          >
            {HOLD_KINDS.map((choice) => (
              <MenuItem key={choice} value={choice}>
                {HOLD_KIND[choice]}
              </MenuItem>
            ))}
          </TextField>
          <ChooseHeld
            key={kind}
            kind={kind}
            value={held}
            onChoose={setHeld}
            error={isTried && !held ? `Choose the ${kind}` : refused['subjectId']}
          />
        </>
      )}
      <TextField
        id="hold-reason"
        label="Reason"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        error={reasonWrong !== undefined}
        helperText={reasonWrong ?? 'One sentence is enough.'}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
    </ActionDialog>
  );
}
