import { Box } from '@mui/material';
import type { DataRequestView } from '@roundtable/contracts';
import { ShowBase, useShowContext } from 'react-admin';
import { useRoles } from '../api/access';
import { AddHold } from '../holds/add-hold';
import { Address } from '../look/address';
import { Facts } from '../look/facts';
import { Heading } from '../look/heading';
import { listOf } from '../look/list-of';
import { Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { TextLink } from '../look/text-link';
import { DATA_DECISION, DATA_REQUEST_KIND } from '../words/labels';
import { momentInWords } from '../words/london-time';
import { BlocksPanel } from './blocks-panel';
import { DecideRequest } from './decide-request';
import { DueDate } from './due-date';

export default function DataRequestShow() {
  return (
    <ShowBase resource="data-requests">
      <Request />
    </ShowBase>
  );
}

function Request() {
  const { record: request, error } = useShowContext<DataRequestView>();
  const { may } = useRoles();
  if (error) return <Refusal error={error} />;
  if (!request) return <Waiting />;
  const isOpen = request.decidedAt === null;
  return (
    <>
      <Heading intro={isOpen ? <DueDate request={request} /> : 'This request was decided.'}>
        {`${request.personName}: ${DATA_REQUEST_KIND[request.kind]}`}
      </Heading>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 2.5, '&:empty': { display: 'none' } }}>
        {isOpen && may('data-requests.decide') ? <DecideRequest request={request} /> : null}
        {isOpen && may('holds.write') ? (
          <AddHold subject={{ kind: 'person', id: request.personId, name: request.personName }} />
        ) : null}
      </Box>
      <Panel heading="Facts">
        <Facts
          facts={[
            ['Person', <PersonOf key="person" request={request} />],
            ['Email', request.personEmail ? <Address key="email">{request.personEmail}</Address> : 'none'],
            ['In their words', request.words ?? 'no words given'],
            ['Received', momentInWords(request.receivedAt)],
            ['Due', <DueDate key="due" request={request} />],
            ['Decided', request.decidedAt ? momentInWords(request.decidedAt) : 'not yet'],
            ['Decision', request.decision ? DATA_DECISION[request.decision] : null],
            ['Reason', request.reason],
          ]}
        />
      </Panel>
      {request.kind === 'erase' && isOpen ? <BlocksPanel blocks={request.blocks} /> : null}
      {may('audit.read') ? (
        <Panel heading="Audit log">
          <TextLink to={listOf('audit', { subjectId: request.id })}>See what was done to this request</TextLink>
        </Panel>
      ) : null}
    </>
  );
}

function PersonOf({ request: { personId, personName } }: { request: DataRequestView }) {
  const { may } = useRoles();
  return may('people.list') ? <TextLink to={`/practitioners/${personId}/show`}>{personName}</TextLink> : personName;
}
