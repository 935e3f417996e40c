import { Box, Button } from '@mui/material';
import type { AgencyDetailView, PractitionerView, RoleGrantView } from '@roundtable/contracts';
import { ShowBase, useShowContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { useRoles } from '../api/access';
import { Facts } from '../look/facts';
import { Heading } from '../look/heading';
import { listOf } from '../look/list-of';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { RowsPanel } from '../look/rows-panel';
import { TextLink } from '../look/text-link';
import { count } from '../words/figures';
import { APPROVAL, capitalised, FEE_TYPE } from '../words/labels';
import { dayInWords } from '../words/london-time';
import { AcceptAgency } from './accept-agency';
import { AgencyHistory } from './agency-history';
import { AgencyPack } from './agency-pack';
import { isWhole } from './agency-change';
import { AgencyStatusTag } from './agency-status-tag';

export default function AgencyShow() {
  return (
    <ShowBase resource="agencies">
      <Agency />
    </ShowBase>
  );
}

function Agency() {
  const { record: agency, error } = useShowContext<AgencyDetailView>();
  const { may } = useRoles();
  if (error) return <Refusal error={error} />;
  if (!agency || !isWhole(agency)) return <Waiting />;
  return (
    <>
      <Heading
        intro={
          agency.status === 'proposed'
            ? 'Somebody proposed this agency when they registered. Accept it, or merge it with the one that was meant.'
            : capitalised(agency.sector)
        }
      >
        {agency.name}
      </Heading>
      <Actions agency={agency} />
      <FactsPanel agency={agency} />
      <Panel heading="People who work there">
        <PlainTable
          caption="Headcounts by partnership year"
          columns={HEADCOUNTS}
          rows={[...agency.headcounts].reverse()}
          rowKey={({ year }) => year}
          empty={<Nothing>No headcount is known. Add one, and reports can say what share was trained.</Nothing>}
        />
      </Panel>
      {may('roles.read') ? (
        <RowsPanel<RoleGrantView>
          heading="Leads"
          caption="Agency leads of this agency"
          resource="role-grants"
          filter={{ agencyId: agency.id, role: 'agency-lead' }}
          sort={{ field: 'personName', order: 'ASC' }}
          columns={LEADS}
          empty="Nobody leads this agency by itself. Give somebody the role on their own page."
        />
      ) : null}
      {may('roles.read') && agency.groupId !== null ? (
        <RowsPanel<RoleGrantView>
          heading="Leads of the group"
          caption={`People who lead all agencies of ${agency.groupName}`}
          resource="role-grants"
          filter={{ groupId: agency.groupId, role: 'agency-lead' }}
          sort={{ field: 'personName', order: 'ASC' }}
          columns={LEADS}
          empty={`Nobody leads ${agency.groupName}.`}
        />
      ) : null}
      <RowsPanel<PractitionerView>
        heading="Practitioners"
        caption="People who work for this agency"
        resource="practitioners"
        filter={{ agencyId: agency.id }}
        sort={{ field: 'name', order: 'ASC' }}
        columns={PEOPLE}
        empty="Nobody is known yet."
      />
      <Panel heading="Bookings">
        <TextLink to={listOf('bookings', { agencyId: agency.id })}>See the bookings of this agency</TextLink>
      </Panel>
      {may('agency-packs.read') ? <AgencyPack agencyId={agency.id} /> : null}
      {may('agencies.change') ? <AgencyHistory agencyId={agency.id} /> : null}
    </>
  );
}

const HEADCOUNTS: Column<{ year: string; headcount: number }>[] = [
  { heading: 'Year', isRowHeading: true, cell: ({ year }) => year },
  { heading: 'People', isNumber: true, cell: ({ headcount }) => count(headcount) },
];
const LEADS: Column<RoleGrantView>[] = [
  {
    heading: 'Lead',
    isRowHeading: true,
    cell: ({ personId, personName }) => <TextLink to={`/practitioners/${personId}/show`}>{personName}</TextLink>,
  },
  { heading: 'Since', isUnbroken: true, cell: ({ grantedAt }) => dayInWords(grantedAt) },
];
const PEOPLE: Column<PractitionerView>[] = [
  {
    heading: 'Name',
    isRowHeading: true,
    cell: ({ id, name }) => <TextLink to={`/practitioners/${id}/show`}>{name}</TextLink>,
  },
  { heading: 'Job role', cell: ({ jobRole }) => jobRole ?? 'not known' },
  { heading: 'Email', cell: ({ email }) => email ?? 'none' },
];

function FactsPanel({ agency }: { agency: AgencyDetailView }) {
  return (
    <Panel heading="Facts">
      <Facts
        facts={[
          ['State', <AgencyStatusTag key="state" status={agency.status} />],
          ['Sector', capitalised(agency.sector)],
          [
            'Group',
            agency.groupId ? (
              <TextLink key="group" to={listOf('agencies', { groupId: agency.groupId })}>
                {agency.groupName}
              </TextLink>
            ) : (
              'none'
            ),
          ],
          ['Pays as', (FEE_TYPE as Record<string, string>)[agency.feeType] ?? capitalised(agency.feeType)],
          ['Approval', APPROVAL[agency.approval]],
          ['Email domains', agency.emailDomains.join(', ') || 'none'],
          ['Unique reference number', agency.urn],
          ['Ofsted number', agency.ofstedNumber],
          ['ODS code', agency.odsCode],
        ]}
      />
    </Panel>
  );
}

function Actions({ agency }: { agency: AgencyDetailView }) {
  const { may } = useRoles();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2.5, '&:empty': { display: 'none' } }}>
      {agency.status === 'proposed' && may('agencies.change') ? <AcceptAgency agency={agency} /> : null}
      {may('agencies.change') ? (
        <Button component={Link} to={`/agencies/${agency.id}`} variant="outlined">
          Change this agency
        </Button>
      ) : null}
      {may('agencies.merge') ? (
        <Button component={Link} to={`/agencies/${agency.id}/merge`} variant="outlined">
          Merge with another agency
        </Button>
      ) : null}
    </Box>
  );
}
