import type { ErasureBlock } from '@roundtable/contracts';
import { Nothing, Waiting } from '../look/notices';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { TextLink } from '../look/text-link';
import { listOf } from '../look/list-of';

const KIND: Record<ErasureBlock['kind'], string> = {
  booking: 'A booking that has not ended',
  charge: 'An open charge',
  hold: 'A hold',
};
const WHAT_TO_DO: Record<ErasureBlock['kind'], string> = {
  booking: 'Wait for its last session, or have it cancelled.',
  charge: 'Have it settled or waived.',
  hold: 'Lift it where its reason has gone.',
};

const columns: Column<ErasureBlock>[] = [
  { heading: 'What stands in the way', isRowHeading: true, cell: ({ kind }) => KIND[kind] },
  { heading: 'Reference', cell: (block) => <Reference block={block} /> },
  { heading: 'What to do', cell: ({ kind }) => WHAT_TO_DO[kind] },
];

function Reference({ block: { kind, reference } }: { block: ErasureBlock }) {
  if (kind === 'hold') return <TextLink to={listOf('holds', { id: reference })}>See the hold</TextLink>;
  if (kind === 'booking') return <TextLink to={listOf('bookings', { q: reference })}>{reference}</TextLink>;
  return reference;
}

/** Why this person cannot be erased now; a row of a list, which stands in until the whole is read, does not know. */
export function BlocksPanel({ blocks }: { blocks: readonly ErasureBlock[] | undefined }) {
  return (
    <Panel heading="What stands in the way of erasing">
      {blocks === undefined ? <Waiting /> : <Blocks blocks={blocks} />}
    </Panel>
  );
}

function Blocks({ blocks }: { blocks: readonly ErasureBlock[] }) {
  return (
    <PlainTable
      caption="What stands in the way of erasing this person"
      columns={columns}
      rows={blocks}
      rowKey={({ kind, reference }) => `${kind} ${reference}`}
      empty={<Nothing>Nothing. Granting the request erases this person at once.</Nothing>}
    />
  );
}
