import { TextField } from '@mui/material';
import type { EventView, HoldKind } from '@roundtable/contracts';
import { ChooseAgency } from '../agencies/choose-agency';
import { useRoles } from '../api/access';
import { eventInWords } from '../events/office-event';
import { ChooseOne } from '../look/choose-one';
import { ChoosePerson, type ChosenPerson } from '../practitioners/choose-person';
import { HOLD_KIND } from '../words/labels';

export interface Held {
  id: string;
  name: string;
}

interface ChooseHeldProps {
  kind: HoldKind;
  value: Held | null;
  onChoose: (held: Held | null) => void;
  error: string | undefined;
}

/** What a hold names: looked up where that is allowed, else by its id. */
export function ChooseHeld({ kind, value, onChoose, error }: ChooseHeldProps) {
  const { may } = useRoles();
  const label = HOLD_KIND[kind];
  if (kind === 'event')
    return (
      <ChooseOne<EventView>
        id="hold-event"
        label={label}
        resource="events"
        sort={{ field: 'startsAt', order: 'DESC' }}
        inWords={eventInWords}
        hint="Type a part of the title or of the reference."
        value={value as EventView | null}
        onChoose={(event) => onChoose(event && { ...event, name: eventInWords(event) })}
        error={error}
      />
    );
  if (kind === 'person')
    return (
      <ChoosePerson
        id="hold-person"
        label={label}
        value={value as ChosenPerson | null}
        onChoose={onChoose}
        error={error}
      />
    );
  if (may('agencies.list'))
    return <ChooseAgency id="hold-agency" label={label} value={value} onChoose={onChoose} error={error} />;
  return (
    <TextField
      id="hold-agency"
      label={`${label}: the id of the entry`}
      value={value?.id ?? ''}
      onChange={({ target }) => onChoose(target.value.trim() ? { id: target.value.trim(), name: 'this agency' } : null)}
      error={error !== undefined}
      helperText={
        error ?? "It stands in the address of the agency's page. An administrator or coordinator can tell you."
      }
    />
  );
}
