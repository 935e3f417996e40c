import { Link } from '@mui/material';
import type { OutsideAttendanceView } from '@roundtable/contracts';
import { DataTable, SelectInput, TextInput } from 'react-admin';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { Tag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { choicesOf, OUTSIDE_ATTENDANCE } from '../words/labels';
import { dayInWords } from '../words/london-time';
import { DecideAttendance } from './decide-attendance';

const Col = DataTable.Col<OutsideAttendanceView>;
const TONE = { declared: 'attention', accepted: 'good', declined: 'plain' } as const;

const filters = [
  <TextInput key="q" source="q" label="Person, title or provider" type="search" helperText={false} />,
  <SelectInput key="state" source="state" label="State" choices={choicesOf(OUTSIDE_ATTENDANCE)} helperText={false} />,
];

export default function AttendanceList() {
  return (
    <ListPage
      resource="outside-attendances"
      heading="Attended elsewhere"
      intro="What people say they attended with other providers. Once you accept the evidence, it is in their record. They are told either way."
      sort={{ field: 'declaredAt', order: 'DESC' }}
      filterDefaultValues={{ state: 'declared' }}
      filters={filters}
      empty="Nobody has told us of training elsewhere yet."
    >
      <ListTable<OutsideAttendanceView>>
        <Col
          label="Person"
          disableSort
          render={({ practitionerId, practitionerName }) => (
            <TextLink to={`/practitioners/${practitionerId}/show`} strong>
              {practitionerName}
            </TextLink>
          )}
        />
        <Col label="Training" disableSort render={({ title, provider }) => `${title}, ${provider}`} />
        <Col source="attendedOn" label="Attended on" render={({ attendedOn }) => dayInWords(attendedOn)} />
        <Col label="Evidence" disableSort render={(attendance) => <Evidence attendance={attendance} />} />
        <Col
          source="state"
          label="State"
          render={({ state }) => <Tag tone={TONE[state]}>{OUTSIDE_ATTENDANCE[state]}</Tag>}
        />
        <Col
          label="Do"
          disableSort
          render={(attendance) =>
            attendance.state === 'declared' ? <DecideAttendance attendance={attendance} /> : null
          }
        />
      </ListTable>
    </ListPage>
  );
}

function Evidence({ attendance: { evidence, evidenceUrl, title } }: { attendance: OutsideAttendanceView }) {
  return (
    <>
      {evidence ?? 'no longer kept'}{' '}
      {evidenceUrl ? (
        <Link
          href={evidenceUrl}
          target="_blank"
          rel="noreferrer noopener"
          aria-label={`Certificate of ${title}, opens in a new tab`}
        >
          Certificate
        </Link>
      ) : null}
    </>
  );
}
