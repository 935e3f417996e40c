import { TextField } from '@mui/material';
import type { NewReportLinkView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';

interface MakeReportLinkProps {
  reportId: string;
  onClose: () => void;
  onMade: (made: NewReportLinkView) => void;
}

export function MakeReportLink({ reportId, onClose, onMade }: MakeReportLinkProps) {
  const [label, setLabel] = useState('');
  const [lastDay, setLastDay] = useState('');
  const make = useAction(
    (wanted: { label: string; lastDay: string }) =>
      api.post<NewReportLinkView>(`/reports/published/${encodeURIComponent(reportId)}/links`, wanted),
    {
      done: 'The link is made. Copy it now: it is not shown again.',
      onDone: (made) => {
        onClose();
        onMade(made);
      },
      showsRefusal: true,
    },
  );
  const refused = fieldErrors(make.error);
  return (
    <ActionDialog
      heading="Make a link"
      verb="Make the link"
      isOpen
      onClose={onClose}
      onDo={() => make.mutate({ label, lastDay })}
      isBusy={make.isPending}
      error={unlessAtField(make.error, 'label', 'lastDay')}
    >
      <TextField
        id="link-label"
        label="Whom it is for"
        autoFocus
        value={label}
        onChange={({ target }) => setLabel(target.value)}
        error={refused['label'] !== undefined}
        helperText={refused['label'] ?? 'A body, such as the independent scrutineer.'}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      <TextField
        id="link-last-day"
        type="date"
        label="The last day it works"
        value={lastDay}
        onChange={({ target }) => setLastDay(target.value)}
        error={refused['lastDay'] !== undefined}
        helperText={refused['lastDay'] ?? 'A year from now at the latest.'}
      />
    </ActionDialog>
  );
}
