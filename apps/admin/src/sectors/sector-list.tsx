import { Box, Button } from '@mui/material';
import type { SectorView } from '@roundtable/contracts';
import { useState } from 'react';
import { useRoles } from '../api/access';
import { api } from '../api/request';
import { refusalDetail } from '../api/refusals';
import { useSectors, type SectorBranch } from '../agencies/use-sectors';
import { ConfirmedAction } from '../look/confirmed-action';
import { Heading } from '../look/heading';
import { Hidden } from '../look/hidden';
import { listOf } from '../look/list-of';
import { Nothing, Refusal, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { SmallButton } from '../look/small-button';
import { TextLink } from '../look/text-link';
import { count } from '../words/figures';
import { capitalised } from '../words/labels';
import { fieldInWords } from '../words/values';
import { MoveSector } from './move-sector';
import { SectorDialog } from './sector-dialog';

interface SectorRow {
  sector: SectorView;
  parent: SectorView | null;
  /** All on its level, itself too, in their order. */
  siblings: SectorView[];
}

const columns: Column<SectorRow>[] = [
  {
    heading: 'Sector',
    isRowHeading: true,
    cell: ({ sector, parent }) => (
      <Box component="span" sx={parent ? { pl: 3, fontWeight: 400 } : { fontWeight: 600 }}>
        {parent ? '– ' : null}
        {capitalised(sector.name)}
        {parent ? <Hidden>, below {parent.name}</Hidden> : null}
      </Box>
    ),
  },
  {
    heading: 'See',
    cell: ({ sector: { name } }) => (
      <TextLink to={listOf('agencies', { sector: name })}>
        Agencies<Hidden> of {name}</Hidden>
      </TextLink>
    ),
  },
];

const writeColumns: Column<SectorRow>[] = [
  { heading: 'Move', cell: ({ sector, siblings }) => <MoveSector sector={sector} siblings={siblings} /> },
  { heading: 'Change', cell: ({ sector }) => <SectorActions sector={sector} /> },
];

/** The kinds of agency, on two levels, in the order in which people choose them. */
export default function SectorList() {
  const { may } = useRoles();
  const { branches, isPending, error } = useSectors();
  const mayWrite = may('sectors.write');
  return (
    <>
      <Heading
        intro="The kinds of agency, on two levels. They stand in this order wherever somebody chooses one. Earlier bookings keep the sector as it was called then."
        actions={mayWrite ? <AddSector branches={branches} /> : undefined}
      >
        Sectors
      </Heading>
      <Refusal error={error} />
      {isPending ? <Waiting /> : null}
      {!isPending && !error ? (
        <Panel heading="In their order">
          <PlainTable
            caption="Sectors in their order"
            columns={mayWrite ? [...columns, ...writeColumns] : columns}
            rows={rowsOf(branches)}
            rowKey={({ sector }) => sector.id}
            empty={<Nothing>There are no sectors yet. Add one.</Nothing>}
          />
        </Panel>
      ) : null}
    </>
  );
}

function rowsOf(branches: readonly SectorBranch[]): SectorRow[] {
  const top = branches.map(({ sector }) => sector);
  return branches.flatMap(({ sector, below }) => [
    { sector, parent: null, siblings: top },
    ...below.map((one) => ({ sector: one, parent: sector, siblings: below })),
  ]);
}

function AddSector({ branches }: { branches: readonly SectorBranch[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        Add a sector
      </Button>
      {isOpen ? <SectorDialog branches={branches} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function SectorActions({ sector }: { sector: SectorView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SmallButton verb="Change" what={`the sector ${sector.name}`} onClick={() => setOpen(true)} />
      {isOpen ? <SectorDialog sector={sector} onClose={() => setOpen(false)} /> : null}
      <ConfirmedAction
        verb="Remove"
        what={`the sector ${sector.name}`}
        call={() => api.remove(`/sectors/${encodeURIComponent(sector.id)}`)}
        done={`The sector ${sector.name} is removed.`}
        refusalInWords={usesInWords}
      >
        <p>A sector can be removed once nothing uses it: no agency, no sector below it, no kept places.</p>
      </ConfirmedAction>
    </>
  );
}

/** Such as 'This sector is in use. Move what uses it first. It is used by: agencies 3, sectors 2.' */
function usesInWords(error: Error): string {
  const uses = Object.entries(refusalDetail(error)).filter(
    (use): use is [string, number] => typeof use[1] === 'number',
  );
  if (uses.length === 0) return error.message;
  const said = uses.map(([what, number]) => `${fieldInWords(what).toLowerCase()} ${count(number)}`).join(', ');
  return `${error.message} It is used by: ${said}.`;
}
