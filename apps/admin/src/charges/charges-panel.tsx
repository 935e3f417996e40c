import type { ChargeView } from '@roundtable/contracts';
import { useRoles } from '../api/access';
import { RowsPanel } from '../look/rows-panel';
import type { Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { money } from '../words/figures';
import { ChargeStateTag } from './charge-state-tag';
import { CHARGE_KIND } from './charge-words';

const columns: Column<ChargeView>[] = [
  {
    heading: 'Charge',
    isRowHeading: true,
    cell: ({ id, reference }) => <TextLink to={`/charges/${id}/show`}>{reference}</TextLink>,
  },
  { heading: 'For', cell: ({ kind }) => CHARGE_KIND[kind] },
  { heading: 'Amount', cell: ({ pence }) => money(pence) },
  { heading: 'State', cell: (charge) => <ChargeStateTag charge={charge} /> },
];

/** The charges of one booking. */
export function ChargesPanel({ bookingId }: { bookingId: string }) {
  const { may } = useRoles();
  if (!may('charges.decide')) return null;
  return (
    <RowsPanel<ChargeView>
      heading="Charges"
      caption="Charges of this booking, the newest first"
      resource="charges"
      filter={{ bookingId }}
      sort={{ field: 'proposedAt', order: 'DESC' }}
      columns={columns}
      empty="None. Charges are proposed when the register is closed."
    />
  );
}
