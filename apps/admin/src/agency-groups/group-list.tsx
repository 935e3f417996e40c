import { Button } from '@mui/material';
import type { AgencyGroupView } from '@roundtable/contracts';
import { useState } from 'react';
import { DataTable, TextInput } from 'react-admin';
import { useRoles } from '../api/access';
import { api } from '../api/request';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { ConfirmedAction } from '../look/confirmed-action';
import { Hidden } from '../look/hidden';
import { listOf } from '../look/list-of';
import { SmallButton } from '../look/small-button';
import { TextLink } from '../look/text-link';
import { GROUP_KIND } from '../words/labels';
import { GroupDialog } from './group-dialog';

const Col = DataTable.Col<AgencyGroupView>;

export default function GroupList() {
  const { may } = useRoles();
  const mayWrite = may('agencies.change');
  return (
    <ListPage
      resource="agency-groups"
      heading="Groups of agencies"
      intro="An academy trust, an NHS trust or a childminders' network. One lead can look after all agencies of a group."
      actions={mayWrite ? <AddGroup /> : undefined}
      sort={{ field: 'name', order: 'ASC' }}
      filters={<TextInput source="q" label="Name" type="search" helperText={false} />}
      empty="There are no groups yet. Add one, then choose it on the pages of its agencies."
    >
      <ListTable<AgencyGroupView>>
        <Col source="name" label="Name" />
        <Col label="Kind" disableSort render={({ kind }) => GROUP_KIND[kind]} />
        <Col
          label="See"
          disableSort
          render={({ id, name }) => (
            <TextLink to={listOf('agencies', { groupId: id })}>
              Agencies<Hidden> of {name}</Hidden>
            </TextLink>
          )}
        />
        <Col
          label="Led by"
          disableSort
          render={({ id, name }) => (
            <TextLink to={listOf('role-grants', { groupId: id })}>
              Leads<Hidden> of {name}</Hidden>
            </TextLink>
          )}
        />
        {mayWrite ? <Col label="Change" disableSort render={(group) => <GroupActions group={group} />} /> : null}
      </ListTable>
    </ListPage>
  );
}

function AddGroup() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        Add a group
      </Button>
      {isOpen ? <GroupDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function GroupActions({ group }: { group: AgencyGroupView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SmallButton verb="Change" what={`the group ${group.name}`} onClick={() => setOpen(true)} />
      {isOpen ? <GroupDialog group={group} onClose={() => setOpen(false)} /> : null}
      <ConfirmedAction
        verb="Remove"
        what={`the group ${group.name}`}
        call={() => api.remove(`/agency-groups/${encodeURIComponent(group.id)}`)}
        done={`The group ${group.name} is removed.`}
      >
        <p>A group can be removed once no agency belongs to it and nobody leads it.</p>
      </ConfirmedAction>
    </>
  );
}
