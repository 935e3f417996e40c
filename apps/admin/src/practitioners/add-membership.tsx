import { Button, TextField } from '@mui/material';
import type { NewMembership, PractitionerDetailView } from '@roundtable/contracts';
import { useState } from 'react';
import { ChooseAgency, type ChosenAgency } from '../agencies/choose-agency';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';

export function AddMembership({ person }: { person: PractitionerDetailView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        Add a membership
      </Button>
      {isOpen ? <MembershipDialog person={person} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function MembershipDialog({ person, onClose }: { person: PractitionerDetailView; onClose: () => void }) {
  const [agency, setAgency] = useState<ChosenAgency | null>(null);
  const [jobRole, setJobRole] = useState('');
  const [since, setSince] = useState('');
  const [isTried, setTried] = useState(false);
  const add = useAction(
    (wanted: NewMembership) =>
      api.post<PractitionerDetailView>(`/practitioners/${encodeURIComponent(person.id)}/memberships`, wanted),
    {
      done: `${person.name} works for ${agency?.name ?? 'the agency'} now. They are told by mail.`,
      onDone: onClose,
      showsRefusal: true,
    },
  );
  const refused = fieldErrors(add.error);
  const submit = () => {
    setTried(true);
    if (!agency) return;
    add.mutate({
      agencyId: agency.id,
      ...(jobRole.trim() ? { jobRole: jobRole.trim() } : {}),
      ...(since ? { since } : {}),
    });
  };
  return (
    <ActionDialog
      heading={`Add a membership of ${person.name}`}
      verb="Add the membership"
      isOpen
      onClose={onClose}
      onDo={submit}
      isBusy={add.isPending}
      error={unlessAtField(add.error, 'agencyId', 'jobRole', 'since')}
    >
      <ChooseAgency
        id="membership-agency"
        label="Agency"
        value={agency}
        onChoose={setAgency}
        error={isTried && !agency ? 'Choose the agency' : refused['agencyId']}
      />
      <TextField
        id="membership-job-role"
        label="Job role (optional)"
        value={jobRole}
        onChange={({ target }) => setJobRole(target.value)}
        error={refused['jobRole'] !== undefined}
        helperText={refused['jobRole']}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      <TextField
        id="membership-since"
        type="date"
        label="From (optional)"
        value={since}
        onChange={({ target }) => setSince(target.value)}
        error={refused['since'] !== undefined}
        helperText={refused['since'] ?? 'Today where it is empty.'}
        sx={{ maxWidth: '14rem' }}
      />
    </ActionDialog>
  );
}
