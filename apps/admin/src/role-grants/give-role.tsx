import { Button, MenuItem, TextField } from '@mui/material';
import type { AgencyGroupView, NewRoleGrant, Role, RoleGrantView } from '@roundtable/contracts';
import { useState } from 'react';
import { ChooseAgency, type ChosenAgency } from '../agencies/choose-agency';
import { useRoles } from '../api/access';
import { fieldErrors, unlessAtField } from '../api/refusals';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { ActionDialog } from '../look/action-dialog';
import { ChooseOne } from '../look/choose-one';
import { ChoosePerson, type ChosenPerson } from '../practitioners/choose-person';
import { ROLE } from '../words/labels';
import { rolesToGive } from './may-give';

/** Without a person, the dialog asks for one. */
export function GiveRole({ person, isMain = false }: { person?: ChosenPerson; isMain?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const { roles } = useRoles();
  const choices = rolesToGive(roles);
  if (choices.length === 0) return null;
  return (
    <>
      <Button variant={isMain ? 'contained' : 'outlined'} onClick={() => setOpen(true)}>
        Give a role
      </Button>
      {isOpen ? <RoleDialog known={person} choices={choices} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface RoleDialogProps {
  known: ChosenPerson | undefined;
  choices: readonly Role[];
  onClose: () => void;
}

function RoleDialog({ known, choices, onClose }: RoleDialogProps) {
  const [person, setPerson] = useState<ChosenPerson | null>(known ?? null);
  const [role, setRole] = useState<Role | ''>(choices.length === 1 ? (choices[0] ?? '') : '');
  const [leads, setLeads] = useState<'agency' | 'group'>('agency');
  const [agency, setAgency] = useState<ChosenAgency | null>(null);
  const [group, setGroup] = useState<AgencyGroupView | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const give = useAction((wanted: NewRoleGrant) => api.post<RoleGrantView>('/role-grants', wanted), {
    done: (grant) => `${grant.personName} is ${ROLE[grant.role].toLowerCase()} now.`,
    onDone: onClose,
    showsRefusal: true,
  });
  const refused = fieldErrors(give.error);
  const isLead = role === 'agency-lead';
  const reasonWrong = isTried && reason.trim() === '' ? 'Say why' : refused['reason'];
  const scope = leads === 'agency' ? agency : group;
  const submit = () => {
    setTried(true);
    if (!person || role === '' || reason.trim() === '' || (isLead && !scope)) return;
    const led = isLead && scope ? (leads === 'agency' ? { agencyId: scope.id } : { groupId: scope.id }) : {};
    give.mutate({ personId: person.id, role, reason: reason.trim(), ...led });
  };
  return (
    <ActionDialog
      heading={known ? `Give ${known.name} a role` : 'Give a role'}
      verb="Give the role"
      isOpen
      onClose={onClose}
      onDo={submit}
      isBusy={give.isPending}
      error={unlessAtField(give.error, 'agencyId', 'groupId', 'personId', 'reason')}
    >
      {known ? null : (
        <ChoosePerson
          id="role-person"
          label="Person"
          value={person}
          onChoose={setPerson}
          error={isTried && !person ? 'Choose the person' : refused['personId']}
        />
      )}
      <TextField
        select
        id="role-role"
        label="Role"
        value={role}
        onChange={({ target }) => setRole(target.value as Role)}
        error={isTried && role === ''}
        helperText={isTried && role === '' ? 'Choose the role' : undefined}
      >
        {choices.map((choice) => (
          <MenuItem key={choice} value={choice}>
            {ROLE[choice]}
          </MenuItem>
        ))}
      </TextField>
      {isLead ? (
        <TextField
          select
          id="role-leads"
          label="Leads"
          value={leads}
          onChange={({ target }) => setLeads(target.value as 'agency' | 'group')}
        >
          <MenuItem value="agency">One agency</MenuItem>
          <MenuItem value="group">All agencies of a group</MenuItem>
        </TextField>
      ) : null}
      {isLead && leads === 'agency' ? (
        <ChooseAgency
          id="role-agency"
          label="Agency"
          value={agency}
          onChoose={setAgency}
          error={isTried && !agency ? 'Choose the agency' : refused['agencyId']}
        />
      ) : null}
      {isLead && leads === 'group' ? (
        <ChooseOne<AgencyGroupView>
          id="role-group"
          label="Group"
          resource="agency-groups"
          sort={{ field: 'name', order: 'ASC' }}
          inWords={({ name }) => name}
          value={group}
          onChoose={setGroup}
          error={isTried && !group ? 'Choose the group' : refused['groupId']}
        />
      ) : null}
      <TextField
        id="role-reason"
        label="Reason"
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        error={reasonWrong !== undefined}
        helperText={reasonWrong ?? 'Such as who asked for it. It stays beside the role and in the audit log.'}
        multiline
        minRows={2}
        slotProps={{ htmlInput: { maxLength: 300 } }}
      />
    </ActionDialog>
  );
}
