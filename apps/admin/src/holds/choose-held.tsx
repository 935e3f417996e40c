import type { EventView, HoldKind } from '@roundtable/contracts';
import { ChooseAgency } from '../agencies/choose-agency';
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

/** What a hold names, by a part of its name. */
export function ChooseHeld({ kind, value, onChoose, error }: ChooseHeldProps) {
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
  return <ChooseAgency id="hold-agency" label={label} value={value} onChoose={onChoose} error={error} />;
}
