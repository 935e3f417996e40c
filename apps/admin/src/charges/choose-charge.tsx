import { Checkbox } from '@mui/material';
import type { ChargeView } from '@roundtable/contracts';
import { useListContext } from 'react-admin';

/** Chooses one charge of the list, to do the same with several. */
export function ChooseCharge({ charge: { id, reference, practitionerName } }: { charge: ChargeView }) {
  const { selectedIds, onToggleItem } = useListContext<ChargeView>();
  return (
    <Checkbox
      size="small"
      checked={selectedIds.includes(id)}
      onChange={() => onToggleItem(id)}
      slotProps={{ input: { 'aria-label': `Choose ${reference}, ${practitionerName}` } }}
      sx={{ p: 0.5 }}
    />
  );
}
