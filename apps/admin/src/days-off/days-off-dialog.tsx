import { TextField } from '@mui/material';
import type { DaysOffView, NewDaysOff } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { dateInWords } from '../words/london-time';

/** Closure days or school holidays: where they are kept, and how they are called. */
export interface KindOfDaysOff {
  resource: 'closure-days' | 'school-holidays';
  plural: string;
  example: string;
}

interface DaysOffDialogProps {
  kind: KindOfDaysOff;
  /** The ones to change; new ones are added without it. */
  daysOff?: DaysOffView;
  onClose: () => void;
}

export function DaysOffDialog({ kind, daysOff, onClose }: DaysOffDialogProps) {
  const [typed, setTyped] = useState({ name: daysOff?.name ?? '', from: daysOff?.from ?? '', to: daysOff?.to ?? '' });
  const [isTried, setTried] = useState(false);
  const save = useAction(
    (wanted: NewDaysOff) =>
      daysOff
        ? api.patch<DaysOffView>(`/${kind.resource}/${encodeURIComponent(daysOff.id)}`, wanted)
        : api.post<DaysOffView>(`/${kind.resource}`, wanted),
    {
      done: ({ name }) => `${name} is kept. Dates that count in working days are counted anew.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const refused = fieldErrors(save.error);
  const wrong = {
    name: isTried && typed.name.trim() === '' ? 'Enter what these days are' : refused['name'],
    from: isTried && typed.from === '' ? 'Enter the first day' : refused['from'],
    to: refused['to'],
  };
  const submit = () => {
    setTried(true);
    if (typed.name.trim() === '' || typed.from === '') return;
    save.mutate({ name: typed.name.trim(), from: typed.from, to: typed.to || typed.from });
  };
  const day = (field: 'from' | 'to', label: string, hint: string) => (
    <TextField
      id={`days-off-${field}`}
      label={label}
      type="date"
      value={typed[field]}
      onChange={({ target }) => setTyped({ ...typed, [field]: target.value })}
      error={wrong[field] !== undefined}
      helperText={wrong[field] ?? (typed[field] ? dateInWords(typed[field]) : hint)}
    />
  );
  return (
    <ActionDialog
      heading={daysOff ? `Change ${daysOff.name}` : `Add ${kind.plural}`}
      verb={daysOff ? 'Save the changes' : `Add ${kind.plural}`}
      isOpen
      onClose={onClose}
      onDo={submit}
      isBusy={save.isPending}
      error={unlessAtField(save.error, 'name', 'from', 'to')}
    >
      <TextField
        id="days-off-name"
        label="Name"
        autoFocus
        value={typed.name}
        onChange={({ target }) => setTyped({ ...typed, name: target.value })}
        error={wrong.name !== undefined}
        helperText={wrong.name ?? `Such as ${kind.example}.`}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      {day('from', 'First day', 'It counts too.')}
      {day('to', 'Last day (optional)', 'The first day alone, where it is empty.')}
    </ActionDialog>
  );
}
