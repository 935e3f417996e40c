import type { HoldView } from '@roundtable/contracts';
import { DataTable, SelectInput } from 'react-admin';
import { mayUse, useRoles } from '../api/access';
import { api } from '../api/request';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { ConfirmedAction } from '../look/confirmed-action';
import { Tag } from '../look/tag';
import { TextLink } from '../look/text-link';
import { choicesOf, HOLD_KIND } from '../words/labels';
import { dayInWords } from '../words/london-time';
import { AddHold } from './add-hold';

const Col = DataTable.Col<HoldView>;
const onOneLine = { whiteSpace: { lg: 'nowrap' } };

const filters = [
  <SelectInput
    key="state"
    source="state"
    label="State"
    choices={choicesOf({ standing: 'Standing', lifted: 'Lifted' })}
    helperText={false}
  />,
  <SelectInput
    key="subjectKind"
    source="subjectKind"
    label="What is held"
    choices={choicesOf(HOLD_KIND)}
    helperText={false}
  />,
];

export default function HoldList() {
  const { may } = useRoles();
  return (
    <ListPage
      resource="holds"
      heading="Holds"
      intro="What must not be deleted, whatever its age and whoever asks: for an inquiry, a complaint or a court."
      actions={may('holds.write') ? <AddHold isMain /> : undefined}
      sort={{ field: 'setAt', order: 'DESC' }}
      filters={filters}
      empty="There are no holds. Set one where something must not be deleted."
    >
      <ListTable<HoldView>>
        <Col source="subjectKind" label="What is held" render={(hold) => <HeldThing hold={hold} />} />
        <Col label="Why" disableSort render={({ reason }) => reason} />
        <Col source="setAt" label="Set" sx={onOneLine} render={({ setAt }) => dayInWords(setAt)} />
        <Col
          label="State"
          disableSort
          sx={onOneLine}
          render={({ liftedAt }) =>
            liftedAt ? `Lifted on ${dayInWords(liftedAt)}` : <Tag tone="attention">Standing</Tag>
          }
        />
        {may('holds.write') ? <Col label="Change" disableSort render={(hold) => <Lift hold={hold} />} /> : null}
      </ListTable>
    </ListPage>
  );
}

const PAGES = { person: 'practitioners', event: 'events', agency: 'agencies' } as const;

const GONE = { person: 'erased person', event: 'an event that is gone', agency: 'an agency that is gone' } as const;

function HeldThing({ hold: { subjectKind, subjectId, subjectName } }: { hold: HoldView }) {
  const { roles } = useRoles();
  const resource = PAGES[subjectKind];
  return (
    <>
      {`${HOLD_KIND[subjectKind]}: `}
      {subjectName !== null && mayUse(resource, 'show', roles) ? (
        <TextLink to={`/${resource}/${subjectId}/show`}>{subjectName}</TextLink>
      ) : (
        (subjectName ?? GONE[subjectKind])
      )}
    </>
  );
}

function Lift({ hold }: { hold: HoldView }) {
  if (hold.liftedAt !== null) return null;
  return (
    <ConfirmedAction
      verb="Lift"
      what={`the hold on ${hold.subjectName ?? GONE[hold.subjectKind]}`}
      call={() => api.post<HoldView>(`/holds/${encodeURIComponent(hold.id)}/lifting`)}
      done="The hold is lifted. What is past its period goes with the next deletion."
    >
      <p>{hold.reason}</p>
      <p>What is past its period can be deleted from now on.</p>
    </ConfirmedAction>
  );
}
