import { Box, Button } from '@mui/material';
import type { PractitionerDetailView } from '@roundtable/contracts';
import { ShowBase, useShowContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { AccountPanel } from '../accounts/account-panel';
import { useRoles } from '../api/access';
import { listOf } from '../look/list-of';
import { Address } from '../look/address';
import { Facts } from '../look/facts';
import { Heading } from '../look/heading';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { MessagesPanel } from '../messages/messages-panel';
import { RolesPanel } from '../role-grants/roles-panel';
import { AREA } from '../words/labels';
import { BookingsPanel } from './bookings-panel';
import { BouncedAddress } from './bounced-address';
import { CompletionsPanel } from './completions-panel';
import { MembershipsPanel } from './memberships-panel';
import { isNameless } from './practitioner-name';
import { isWhole } from './whole-person';

export default function PractitionerShow() {
  return (
    <ShowBase resource="practitioners">
      <Practitioner />
    </ShowBase>
  );
}

const UNCONFIRMED =
  'A lead added this person, who has not said yet that it is right. Until then the lead sees only what they typed.';

function Practitioner() {
  const { record: person, error } = useShowContext<PractitionerDetailView>();
  const { may } = useRoles();
  if (error) return <Refusal error={error} />;
  if (!person || !isWhole(person)) return <Waiting />;
  return (
    <>
      <Heading intro={person.agencyName ?? 'No agency is known.'}>{person.name}</Heading>
      <BouncedAddress person={person} />
      <Actions person={person} />
      <Panel heading="Facts">
        <Facts
          facts={[
            ['Name', isNameless(person) ? 'not known' : person.name],
            ...(person.isUnconfirmed ? [['Membership', UNCONFIRMED] as [string, string]] : []),
            ['Email', person.email ? <Address key="email">{person.email}</Address> : 'none: no mail, no sign-in'],
            ['Area', person.area ? AREA[person.area] : 'not known'],
            ['Agency', <AgencyOf key="agency" person={person} />],
            ['Job role', person.jobRole],
          ]}
        />
      </Panel>
      <MembershipsPanel person={person} />
      {may('accounts.read') ? <AccountPanel personId={person.id} /> : null}
      {may('roles.read') ? <RolesPanel person={person} /> : null}
      <BookingsPanel practitionerId={person.id} />
      <CompletionsPanel practitionerId={person.id} />
      <MessagesPanel filter={{ practitionerId: person.id }} />
      {may('audit.read') ? (
        <Panel heading="Audit log">
          <TextLink to={listOf('audit', { subjectId: person.id })}>See what was done to this entry</TextLink>
        </Panel>
      ) : null}
    </>
  );
}

function Actions({ person: { id } }: { person: PractitionerDetailView }) {
  const { may } = useRoles();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2.5, '&:empty': { display: 'none' } }}>
      {may('people.change') ? (
        <Button component={Link} to={`/practitioners/${id}`} variant="outlined">
          Change name, email or area
        </Button>
      ) : null}
      {may('people.merge') ? (
        <Button component={Link} to={`/practitioners/${id}/merge`} variant="outlined">
          Merge with another person
        </Button>
      ) : null}
    </Box>
  );
}

function AgencyOf({ person: { agencyId, agencyName } }: { person: PractitionerDetailView }) {
  if (agencyId === null) return 'not known';
  return <TextLink to={`/agencies/${agencyId}/show`}>{agencyName}</TextLink>;
}
