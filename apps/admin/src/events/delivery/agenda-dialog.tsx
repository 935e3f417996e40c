import { Box, Button, MenuItem, TextField } from '@mui/material';
import type { AgendaItem, EventView } from '@roundtable/contracts';
import { useState } from 'react';
import { fieldErrors, unlessAtField } from '../../api/refusals';
import { api } from '../../api/request';
import { useAction } from '../../api/use-action';
import { ActionDialog } from '../../look/action-dialog';
import { sessionLabel } from './session-label';

interface AgendaDialogProps {
  event: EventView;
  items: readonly AgendaItem[];
  onClose: () => void;
}

interface TypedItem extends AgendaItem {
  key: number;
}

/** The agenda as a whole, line by line; lines without a time and an item are left out. */
export function AgendaDialog({ event, items, onClose }: AgendaDialogProps) {
  const [next, setNext] = useState(items.length + 1);
  const [typed, setTyped] = useState<TypedItem[]>(() =>
    (items.length ? items : [emptyItem(event)]).map((item, key) => ({ ...item, key })),
  );
  const save = useAction(
    (lines: AgendaItem[]) => api.put<AgendaItem[]>(`/events/${encodeURIComponent(event.id)}/agenda`, { items: lines }),
    { done: 'The agenda is saved. It stands on the page of the event.', onDone: onClose, showsRefusal: true },
  );
  const errors = fieldErrors(save.error);
  const kept = typed.filter(({ time, item }) => time !== '' || item.trim() !== '');
  const change = (key: number, changed: Partial<AgendaItem>) =>
    setTyped(typed.map((line) => (line.key === key ? { ...line, ...changed } : line)));
  return (
    <ActionDialog
      heading="Agenda"
      verb="Save the agenda"
      isOpen
      onClose={onClose}
      onDo={() =>
        save.mutate(kept.map(({ sessionId, time, item, presenter }) => ({ sessionId, time, item, presenter })))
      }
      isBusy={save.isPending}
      error={unlessAtField(save.error, ...Object.keys(errors).filter((field) => field.startsWith('items.')))}
    >
      {typed.map((line, index) => {
        const at = kept.indexOf(line);
        return (
          <AgendaLine
            key={line.key}
            event={event}
            line={line}
            number={index + 1}
            timeError={errors[`items.${at}.time`]}
            itemError={errors[`items.${at}.item`]}
            onChange={(changed) => change(line.key, changed)}
            onRemove={() => setTyped(typed.filter(({ key }) => key !== line.key))}
          />
        );
      })}
      <Button
        variant="outlined"
        onClick={() => {
          setTyped([...typed, { ...emptyItem(event), sessionId: typed.at(-1)?.sessionId ?? null, key: next }]);
          setNext(next + 1);
        }}
      >
        Add an item
      </Button>
    </ActionDialog>
  );
}

interface AgendaLineProps {
  event: EventView;
  line: TypedItem;
  number: number;
  timeError: string | undefined;
  itemError: string | undefined;
  onChange: (changed: Partial<AgendaItem>) => void;
  onRemove: () => void;
}

function AgendaLine({ event, line, number, timeError, itemError, onChange, onRemove }: AgendaLineProps) {
  const id = `agenda-${line.key}`;
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 2, minWidth: 0 }}>
      <Box component="legend" sx={{ fontWeight: 700, p: 0 }}>
        Item {number}
      </Box>
      {event.sessions.length > 1 ? (
        <TextField
          select
          id={`${id}-session`}
          label="Session"
          value={line.sessionId ?? ''}
          onChange={({ target }) => onChange({ sessionId: target.value === '' ? null : target.value })}
        >
          <MenuItem value="">{sessionLabel(event, null)}</MenuItem>
          {event.sessions.map((session) => (
            <MenuItem key={session.id} value={session.id}>
              {sessionLabel(event, session.id)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 3fr' }, columnGap: 2 }}>
        <TextField
          id={`${id}-time`}
          label="Time"
          type="time"
          value={line.time}
          onChange={({ target }) => onChange({ time: target.value })}
          error={timeError !== undefined}
          helperText={timeError}
          slotProps={{ inputLabel: { shrink: true } }}
        />
        <TextField
          id={`${id}-item`}
          label="Item"
          value={line.item}
          onChange={({ target }) => onChange({ item: target.value })}
          error={itemError !== undefined}
          helperText={itemError}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
      </Box>
      <TextField
        id={`${id}-presenter`}
        label="Presenter (optional)"
        value={line.presenter ?? ''}
        onChange={({ target }) => onChange({ presenter: target.value === '' ? null : target.value })}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      <Button onClick={onRemove}>Remove item {number}</Button>
    </Box>
  );
}

function emptyItem({ sessions }: EventView): AgendaItem {
  return { sessionId: sessions.length > 1 ? (sessions[0]?.id ?? null) : null, time: '', item: '', presenter: null };
}
