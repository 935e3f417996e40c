import type { AuditEntryView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { DownloadAudit } from './download-audit';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Hidden } from '../look/hidden';
import { listOf } from '../look/list-of';
import { Moment } from '../look/moment';
import { TextLink } from '../look/text-link';
import { sentenceCase } from '../words/labels';
import { ActorInput } from './actor-input';
import { Changes } from './changes';
import { Subject } from './subject';

const Col = DataTable.Col<AuditEntryView>;

const SUBJECT_KINDS = [
  'person',
  'agency',
  'agency-group',
  'sector',
  'booking',
  'charge',
  'event',
  'course',
  'evaluation-text',
  'venue',
  'message',
  'data-request',
  'hold',
  'retention-rule',
  'setting',
  'import',
  'report',
  'file',
  'sign-in',
  'route',
  'audit',
].map((kind) => ({ id: kind, name: sentenceCase(kind) }));

const filters = [
  <TextInput key="q" source="q" label="Person, what or why" type="search" helperText={false} />,
  <TextInput key="action" source="action" label="Action, such as role.grant" helperText={false} />,
  <SelectInput key="subjectKind" source="subjectKind" label="About" choices={SUBJECT_KINDS} helperText={false} />,
  <TextInput key="from" source="from" label="From" type="date" helperText={false} />,
  <TextInput key="to" source="to" label="To" type="date" helperText={false} />,
  <ActorInput key="actorId" />,
  <TextInput key="subjectId" source="subjectId" label="About, by id" helperText={false} />,
];

export default function AuditList() {
  return (
    <ListPage
      resource="audit"
      heading="Audit log"
      intro="Every change that somebody made to somebody else's data. Access needs, free text and secrets are only said to have changed. Nobody can change this list."
      actions={<DownloadAudit />}
      sort={{ field: 'at', order: 'DESC' }}
      filters={filters}
      empty="Nothing was recorded yet."
    >
      <ListTable<AuditEntryView>>
        <Col source="at" label="When" render={({ at }) => <Moment at={at} />} />
        <Col label="Who" disableSort render={(entry) => <Who entry={entry} />} />
        <Col source="action" label="What" render={(entry) => <What entry={entry} />} />
        <Col
          label="Before and after"
          disableSort
          render={({ action, before, after }) => <Changes of={sentenceCase(action)} before={before} after={after} />}
        />
      </ListTable>
    </ListPage>
  );
}

function What({ entry }: { entry: AuditEntryView }) {
  return (
    <>
      {sentenceCase(entry.action)}
      {entry.reason ? `: ${entry.reason}` : null}
      <Subject entry={entry} />
    </>
  );
}

function Who({ entry: { actorId, actorName } }: { entry: AuditEntryView }) {
  if (actorId === null) return <>the service itself</>;
  return (
    <TextLink to={listOf('audit', { actorId })}>
      {actorName ?? 'somebody erased'}
      <Hidden>: all that they did</Hidden>
    </TextLink>
  );
}
