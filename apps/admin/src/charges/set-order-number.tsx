import { Button, TextField } from '@mui/material';
import type { ChargeView } from '@roundtable/contracts';
import { useState } from 'react';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';

/** The number that the agency wants to read on its invoice. */
export function SetOrderNumber({ charge }: { charge: ChargeView }) {
  const [isOpen, setOpen] = useState(false);
  const [orderNumber, setOrderNumber] = useState('');
  const save = useAction(
    () =>
      api.patch<ChargeView>(`/charges/${encodeURIComponent(charge.id)}`, { orderNumber: orderNumber.trim() || null }),
    { done: 'The order number is saved.', onDone: () => setOpen(false), showsRefusal: true },
  );
  const open = () => {
    save.reset();
    setOrderNumber(charge.orderNumber ?? '');
    setOpen(true);
  };
  return (
    <>
      <Button onClick={open}>{charge.orderNumber ? 'Change the order number' : 'Add an order number'}</Button>
      <ActionDialog
        heading="Order number"
        verb="Save the order number"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDo={() => save.mutate(undefined)}
        isBusy={save.isPending}
        error={save.error}
      >
        <TextField
          id="order-number"
          label="Order number"
          autoFocus
          value={orderNumber}
          onChange={({ target }) => setOrderNumber(target.value)}
          helperText="Empty takes it away."
          slotProps={{ htmlInput: { maxLength: 60 } }}
        />
      </ActionDialog>
    </>
  );
}
