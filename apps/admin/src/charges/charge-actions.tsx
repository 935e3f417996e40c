import { Box, Button } from '@mui/material';
import type { ChargeView, ChosenChargesView } from '@roundtable/contracts';
import { useRoles } from '../api/access';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ReasonAction } from '../look/reason-action';
import { SetOrderNumber } from './set-order-number';

const pathOf = ({ id }: ChargeView) => `/charges/${encodeURIComponent(id)}`;

/** What staff may do with a charge now. */
export function ChargeActions({ charge }: { charge: ChargeView }) {
  const { may } = useRoles();
  if (!may('charges.decide')) return null;
  const { state, reference, toldAt } = charge;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2 }}>
      {state === 'proposed' ? <ConfirmCharge charge={charge} /> : null}
      {state === 'waived' ? (
        <ReasonAction
          verb="Charge all the same"
          what={reference}
          call={(reason) => api.post<ChargeView>(`${pathOf(charge)}/confirmation`, { reason })}
          done="The charge is confirmed, and whoever pays is told."
        >
          <p>Whoever pays is told by email, without the reason.</p>
        </ReasonAction>
      ) : null}
      {state === 'proposed' || state === 'confirmed' ? (
        <ReasonAction
          verb="Waive"
          what={reference}
          isEnd
          call={(reason) => api.post<ChargeView>(`${pathOf(charge)}/waiver`, { reason })}
          done={toldAt ? 'The charge is waived, and they are told.' : 'The charge is waived. Nobody was told of it.'}
        >
          <p>
            {toldAt
              ? 'Whoever was told of the charge is told that it is not made after all, without the reason.'
              : 'Nobody was told of this charge, and nobody is mailed.'}
          </p>
        </ReasonAction>
      ) : null}
      {state === 'confirmed' ? <SendOn charge={charge} /> : null}
      {state === 'sent_on' ? (
        <ReasonAction
          verb="Credit"
          what={reference}
          isEnd
          call={(reason) => api.post<ChargeView>(`${pathOf(charge)}/credit`, { reason })}
          done="The charge is credited. Send the credit on to finance."
        >
          <p>Finance gets a line with the amount taken back, and they are told by email, without the reason.</p>
        </ReasonAction>
      ) : null}
      {state !== 'withdrawn' && state !== 'credited' ? <SetOrderNumber charge={charge} /> : null}
    </Box>
  );
}

function ConfirmCharge({ charge }: { charge: ChargeView }) {
  const confirm = useAction(() => api.post<ChargeView>(`${pathOf(charge)}/confirmation`, {}), {
    done: 'The charge is confirmed, and whoever pays is told.',
  });
  return (
    <Button variant="contained" disabled={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
      Confirm and tell them
    </Button>
  );
}

function SendOn({ charge }: { charge: ChargeView }) {
  const sendOn = useAction(() => api.post<ChosenChargesView>('/charges/sent-on', { ids: [charge.id] }), {
    done: 'The charge is marked as sent on.',
  });
  return (
    <Button variant="outlined" disabled={sendOn.isPending} onClick={() => sendOn.mutate(undefined)}>
      Mark as sent on
    </Button>
  );
}
