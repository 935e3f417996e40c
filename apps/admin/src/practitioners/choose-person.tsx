import type { PersonLookupView, PractitionerView } from '@roundtable/contracts';
import { useRoles } from '../api/access';
import { ChooseOne } from '../look/choose-one';

/** One of the list tells one agency, one who was looked up all of them. */
export type ChosenPerson = Pick<PractitionerView, 'id' | 'name' | 'email'> &
  Partial<Pick<PractitionerView, 'agencyName'> & Pick<PersonLookupView, 'agencyNames'>>;

interface ChoosePersonProps {
  id: string;
  label: string;
  value: ChosenPerson | null;
  onChoose: (person: ChosenPerson | null) => void;
  withoutId?: string;
  error?: string | undefined;
  hint?: string;
}

/** One person by a part of the name or address: from the list, or looked up by those who may not see it. */
export function ChoosePerson({
  hint = 'Type a part of the name or of the email address.',
  ...props
}: ChoosePersonProps) {
  const { may } = useRoles();
  const isListed = may('people.list');
  return (
    <ChooseOne<ChosenPerson>
      {...props}
      resource={isListed ? 'practitioners' : 'lookups/people'}
      sort={{ field: 'name', order: 'ASC' }}
      inWords={inWords}
      hint={hint}
      {...(isListed ? {} : { untilTyped: 'Type at least two letters' })}
    />
  );
}

/** Such as 'Ada Example, District housing (ada@housing.example)': names alone are not always enough to tell people apart. */
function inWords({ name, email, agencyName, agencyNames }: ChosenPerson): string {
  const named = [name, ...(agencyName ? [agencyName] : (agencyNames ?? []))].join(', ');
  return email && email !== name ? `${named} (${email})` : named;
}
