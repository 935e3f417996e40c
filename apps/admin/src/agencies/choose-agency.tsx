import type { AgencyView } from '@roundtable/contracts';
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

/** One agency by a part of its name. */
export function ChooseAgency({ hint = 'Type a part of the name.', ...props }: ChooseAgencyProps) {
  return (
    <ChooseOne<ChosenAgency>
      {...props}
      resource="agencies"
      sort={{ field: 'name', order: 'ASC' }}
      inWords={({ name }) => name}
      hint={hint}
    />
  );
}
