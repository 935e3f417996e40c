import type { AgencyView } from '@roundtable/contracts';
import { useRoles } from '../api/access';
import { ChooseOne } from '../look/choose-one';

export type ChosenAgency = Pick<AgencyView, 'id' | 'name'>;

interface ChooseAgencyProps {
  id: string;
  label: string;
  value: ChosenAgency | null;
  onChoose: (agency: ChosenAgency | null) => void;
  withoutId?: string;
  error?: string | undefined;
  hint?: string;
}

/** One agency by a part of its name: from the list, or looked up by those who may not see it. */
export function ChooseAgency({ hint = 'Type a part of the name.', ...props }: ChooseAgencyProps) {
  const { may } = useRoles();
  const isListed = may('agencies.list');
  return (
    <ChooseOne<ChosenAgency>
      {...props}
      resource={isListed ? 'agencies' : 'lookups/agencies'}
      sort={{ field: 'name', order: 'ASC' }}
      inWords={({ name }) => name}
      hint={hint}
      {...(isListed ? {} : { untilTyped: 'Type at least two letters' })}
    />
  );
}
