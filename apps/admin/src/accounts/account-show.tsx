import type { AccountDetailView } from '@roundtable/contracts';
import { ShowBase, useShowContext } from 'react-admin';
import { useRoles } from '../api/access';
import { Address } from '../look/address';
import { Facts } from '../look/facts';
import { Heading } from '../look/heading';
import { listOf } from '../look/list-of';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { ROLE } from '../words/labels';
import { AccountPanel } from './account-panel';

export default function AccountShow() {
  return (
    <ShowBase resource="accounts">
      <Account />
    </ShowBase>
  );
}

function Account() {
  const { record: account, error } = useShowContext<AccountDetailView>();
  const { may } = useRoles();
  if (error) return <Refusal error={error} />;
  if (!account) return <Waiting />;
  const { id, name, email, roles } = account;
  return (
    <>
      <Heading>{name}</Heading>
      <Panel heading="Facts">
        <Facts
          facts={[
            ['Name', may('people.list') ? <TextLink to={`/practitioners/${id}/show`}>{name}</TextLink> : name],
            ['Email', email ? <Address>{email}</Address> : 'none: no mail, no sign-in'],
            ['Roles', roles.map((role) => ROLE[role]).join(', ') || 'none'],
          ]}
        />
      </Panel>
      <AccountPanel personId={id} />
      {may('audit.read') ? (
        <Panel heading="Audit log">
          <TextLink to={listOf('audit', { subjectId: id })}>See what was done to this entry</TextLink>
        </Panel>
      ) : null}
    </>
  );
}
