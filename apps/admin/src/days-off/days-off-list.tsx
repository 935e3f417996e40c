import { Button } from '@mui/material';
import type { DaysOffView } from '@roundtable/contracts';
import { useState } from 'react';
import { DataTable, TextInput } from 'react-admin';
import { useRoles } from '../api/access';
import { api } from '../api/request';
import { ListPage } from '../layout/list-page';
import { ListTable } from '../layout/list-table';
import { ConfirmedAction } from '../look/confirmed-action';
import { SmallButton } from '../look/small-button';
import { Unbroken } from '../look/unbroken';
import { dateInWords } from '../words/london-time';
import { DaysOffDialog, type KindOfDaysOff } from './days-off-dialog';

const Col = DataTable.Col<DaysOffView>;

interface DaysOffListProps {
  kind: KindOfDaysOff;
  heading: string;
  intro: string;
  empty: string;
}

/** Days that staff keep, by date. */
export function DaysOffList({ kind, heading, intro, empty }: DaysOffListProps) {
  const { may } = useRoles();
  const mayWrite = may('working-time.write');
  return (
    <ListPage
      resource={kind.resource}
      heading={heading}
      intro={intro}
      actions={mayWrite ? <AddDaysOff kind={kind} /> : undefined}
      sort={{ field: 'from', order: 'ASC' }}
      filters={<TextInput source="q" label="Name" type="search" helperText={false} />}
      empty={empty}
    >
      <ListTable<DaysOffView>>
        <Col source="from" label="First day" render={({ from }) => <Unbroken>{dateInWords(from)}</Unbroken>} />
        <Col source="to" label="Last day" render={({ to }) => <Unbroken>{dateInWords(to)}</Unbroken>} />
        <Col source="name" label="Name" />
        {mayWrite ? (
          <Col label="Change" disableSort render={(row) => <DaysOffActions kind={kind} daysOff={row} />} />
        ) : null}
      </ListTable>
    </ListPage>
  );
}

function AddDaysOff({ kind }: { kind: KindOfDaysOff }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        Add {kind.plural}
      </Button>
      {isOpen ? <DaysOffDialog kind={kind} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function DaysOffActions({ kind, daysOff }: { kind: KindOfDaysOff; daysOff: DaysOffView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SmallButton verb="Change" what={daysOff.name} onClick={() => setOpen(true)} />
      {isOpen ? <DaysOffDialog kind={kind} daysOff={daysOff} onClose={() => setOpen(false)} /> : null}
      <ConfirmedAction
        verb="Remove"
        what={daysOff.name}
        call={() => api.remove(`/${kind.resource}/${encodeURIComponent(daysOff.id)}`)}
        done={`${daysOff.name} is removed. Dates that count in working days are counted anew.`}
      >
        <p>Cut-offs and other dates that count in working days move at once. Offers that run keep their end.</p>
      </ConfirmedAction>
    </>
  );
}
