import { TextField } from '@mui/material';
import type { PractitionerView } from '@roundtable/contracts';
import { useRoles } from '../api/access';
import { ChooseOne } from '../look/choose-one';
import { nameOf } from './practitioner-name';

export type ChosenPerson = Pick<PractitionerView, 'id' | 'name' | 'email' | 'agencyName'>;

interface ChoosePersonProps {
  id: string;
  label: string;
  value: ChosenPerson | null;
  onChoose: (person: ChosenPerson | null) => void;
  withoutId?: string;
  error?: string | undefined;
  hint?: string;
}

/** One person by a part of the name or address; by id alone for those who may not look people up. */
export function ChoosePerson({ hint, ...props }: ChoosePersonProps) {
  const { may } = useRoles();
  if (!may('people.list')) return <PersonById {...props} />;
  return (
    <ChooseOne<ChosenPerson>
      {...props}
      resource="practitioners"
      sort={{ field: 'name', order: 'ASC' }}
      inWords={inWords}
      hint={hint ?? 'Type a part of the name or of the email address.'}
    />
  );
}

function inWords(person: ChosenPerson): string {
  return person.email && person.email !== person.name ? `${nameOf(person)} (${person.email})` : nameOf(person);
}

function PersonById({ id, label, value, onChoose, error }: ChoosePersonProps) {
  return (
    <TextField
      id={id}
      label={`${label}: the id of the entry`}
      value={value?.id ?? ''}
      onChange={({ target }) => {
        const typed = target.value.trim();
        onChoose(typed === '' ? null : { id: typed, name: 'this person', email: null, agencyName: null });
      }}
      error={error !== undefined}
      helperText={
        error ?? "It stands in the address of the person's page. An administrator or coordinator can tell you."
      }
    />
  );
}
