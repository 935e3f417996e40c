import { Box, Button } from '@mui/material';
import type { ChargeView, ChosenChargesView } from '@roundtable/contracts';
import { useState } from 'react';
import { useListContext } from 'react-admin';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { plural } from '../words/figures';

type Doing = 'confirm' | 'send-on';

const inWords =
  (verb: string) =>
  ({ changed, unchanged }: ChosenChargesView): string =>
    `${plural(changed, 'charge was', 'charges were')} ${verb}.${
      unchanged > 0 ? ` ${plural(unchanged, 'other stays', 'others stay')} as before.` : ''
    }`;

/** What can be done with several charges at once. */
export function ChosenCharges() {
  const { data, selectedIds, onSelect, onUnselectItems } = useListContext<ChargeView>();
  const [doing, setDoing] = useState<Doing | null>(null);
  const ids = selectedIds.map(String);
  const onDone = () => {
    setDoing(null);
    onUnselectItems();
  };
  const confirm = useAction(() => api.post<ChosenChargesView>('/charges/confirmations', { ids }), {
    done: inWords('confirmed, and whoever pays is told'),
    onDone,
    showsRefusal: true,
  });
  const sendOn = useAction(() => api.post<ChosenChargesView>('/charges/sent-on', { ids }), {
    done: inWords('marked as sent on'),
    onDone,
    showsRefusal: true,
  });
  const chosen = plural(ids.length, 'charge', 'charges');
  const isNone = ids.length === 0;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 1.5 }}>
        <span role="status">{isNone ? 'None chosen' : `${chosen} chosen`}</span>
        <Button disabled={!data?.length} onClick={() => onSelect((data ?? []).map(({ id }) => id))}>
          Choose all on this page
        </Button>
        <Button disabled={isNone} onClick={() => onUnselectItems()}>
          Choose none
        </Button>
        <Button variant="outlined" disabled={isNone} onClick={() => setDoing('confirm')}>
          Confirm
        </Button>
        <Button variant="outlined" disabled={isNone} onClick={() => setDoing('send-on')}>
          Mark as sent on
        </Button>
      </Box>
      <ActionDialog
        heading={`Confirm ${chosen}?`}
        verb="Confirm and tell them"
        isOpen={doing === 'confirm'}
        onClose={() => setDoing(null)}
        onDo={() => confirm.mutate(undefined)}
        isBusy={confirm.isPending}
        error={confirm.error}
      >
        <p>Each delegate is told by email, and the leads of the agency that is billed. Waived ones stay waived.</p>
      </ActionDialog>
      <ActionDialog
        heading={`Mark ${chosen} as sent on?`}
        verb="Mark as sent on"
        isOpen={doing === 'send-on'}
        onClose={() => setDoing(null)}
        onDo={() => sendOn.mutate(undefined)}
        isBusy={sendOn.isPending}
        error={sendOn.error}
      >
        <p>
          Do this once finance has the file. Confirmed charges and credits are marked with today’s date; nobody is
          mailed.
        </p>
      </ActionDialog>
    </>
  );
}
