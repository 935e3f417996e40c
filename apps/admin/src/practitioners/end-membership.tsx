import { TextField } from '@mui/material';
import type { MembershipView, PractitionerDetailView } from '@roundtable/contracts';
import { useState } from 'react';
import { useNow } from '../api/demonstration';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { SmallButton } from '../look/small-button';
import { dayInWords, londonDateAfter } from '../words/london-time';

export function EndMembership({ membership }: { membership: MembershipView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SmallButton verb="End" what={`the membership of ${membership.agencyName}`} isEnd onClick={() => setOpen(true)} />
      {isOpen ? <EndDialog membership={membership} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function EndDialog({ membership, onClose }: { membership: MembershipView; onClose: () => void }) {
  const now = useNow();
  const [typed, setTyped] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const until = typed ?? (now ? londonDateAfter(now, 0) : '');
  const end = useAction(
    (day: string) =>
      api.post<PractitionerDetailView>(`/memberships/${encodeURIComponent(membership.id)}/end`, { until: day }),
    {
      done: `The membership of ${membership.agencyName} ended. What was booked under it stays.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const refused = fieldErrors(end.error)['until'];
  const missing = isTried && until === '' ? 'Enter the last day' : undefined;
  return (
    <ActionDialog
      heading={`End the membership of ${membership.agencyName}`}
      verb="End the membership"
      isOpen
      onClose={onClose}
      onDo={() => {
        setTried(true);
        if (until !== '') end.mutate(until);
      }}
      isBusy={end.isPending}
      error={unlessAtField(end.error, 'until')}
    >
      <p>It began on {dayInWords(membership.since)}. Leads of the agency no longer see this person afterwards.</p>
      <TextField
        id="membership-until"
        type="date"
        label="Ended on"
        value={until}
        onChange={({ target }) => setTyped(target.value)}
        error={(missing ?? refused) !== undefined}
        helperText={missing ?? refused}
        sx={{ maxWidth: '14rem' }}
      />
    </ActionDialog>
  );
}
