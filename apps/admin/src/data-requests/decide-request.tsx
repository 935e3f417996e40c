import { Button, MenuItem, TextField } from '@mui/material';
import { DATA_DECISIONS, type DataDecision, type DataRequestView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { DATA_DECISION } from '../words/labels';

export function DecideRequest({ request }: { request: DataRequestView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        Decide this request
      </Button>
      {isOpen ? <DecisionDialog request={request} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface Decided {
  decision: DataDecision;
  reason: string;
}

function DecisionDialog({ request, onClose }: { request: DataRequestView; onClose: () => void }) {
  const [decision, setDecision] = useState<DataDecision | ''>('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const decide = useAction(
    (decided: Decided) =>
      api.post<DataRequestView>(`/data-requests/${encodeURIComponent(request.id)}/decision`, decided),
    {
      done: `The request of ${request.personName} is decided. They are told by mail, with the reason.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const erases = request.kind === 'erase' && decision === 'granted';
  const reasonWrong = isTried && reason.trim() === '' ? 'Say why' : fieldErrors(decide.error)['reason'];
  const submit = () => {
    setTried(true);
    if (decision !== '' && reason.trim() !== '') decide.mutate({ decision, reason: reason.trim() });
  };
  return (
    <ActionDialog
      heading={`Decide the request of ${request.personName}`}
      verb={erases ? 'Grant it and erase this person' : 'Decide this request'}
      isOpen
      onClose={onClose}
      onDo={submit}
      isBusy={decide.isPending}
      error={unlessAtField(decide.error, 'decision', 'reason')}
    >
      <TextField
        select
        id="decision"
        label="Decision"
        value={decision}
        onChange={({ target }) => setDecision(target.value as DataDecision)}
        error={isTried && decision === ''}
        helperText={isTried && decision === '' ? 'Choose the decision' : undefined}
      >
        {DATA_DECISIONS.map((choice) => (
          <MenuItem key={choice} value={choice}>
            {DATA_DECISION[choice]}
          </MenuItem>
        ))}
      </TextField>
      {erases ? (
        <p>
          Name, address and sign-in go at once. Course, year, sector and scores stay without the person. This cannot be
          undone.
        </p>
      ) : null}
      <TextField
        id="decision-reason"
        label="Reason"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        error={reasonWrong !== undefined}
        helperText={reasonWrong ?? 'The person reads it.'}
        multiline
        minRows={3}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
    </ActionDialog>
  );
}
