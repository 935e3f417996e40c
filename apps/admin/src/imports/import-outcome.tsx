import { Alert } from '@mui/material';
import type { ImportResult, RejectedRow } from '@roundtable/contracts';
import { Facts } from '../look/facts';
import { Panel } from '../look/panel';
import { PlainTable, type Column } from '../look/plain-table';
import { count, plural } from '../words/figures';

const columns: Column<RejectedRow>[] = [
  { heading: 'Row', isNumber: true, cell: ({ row }) => row },
  { heading: 'Column', cell: ({ column }) => column },
  { heading: 'What it says', cell: ({ value }) => value },
  { heading: 'Why it was rejected', cell: ({ reason }) => reason },
];

export function ImportOutcome({ result, isCheck }: { result: ImportResult; isCheck: boolean }) {
  const rejected = result.rejected.length;
  return (
    <>
      <Panel heading={isCheck ? 'What the import would do' : 'What the import did'}>
        <Facts
          facts={[
            ['Rows read', count(result.rows)],
            ['New', count(result.created)],
            ['Changed', count(result.updated)],
            ['Unchanged', count(result.unchanged)],
            ['Rejected', count(rejected)],
          ]}
        />
        {isCheck ? (
          <Alert severity="info" sx={{ mt: 2 }}>
            Nothing was changed.{' '}
            {rejected > 0
              ? 'Mend the rejected rows in the file, or import the others now.'
              : 'You can import the file now.'}
          </Alert>
        ) : null}
      </Panel>
      {rejected > 0 ? (
        <Panel heading={`${plural(rejected, 'rejected row', 'rejected rows')}`}>
          <PlainTable
            caption="Rejected rows, with the reason of each"
            columns={columns}
            rows={result.rejected}
            rowKey={({ row, column }, index) => `${row} ${column} ${index}`}
          />
        </Panel>
      ) : null}
    </>
  );
}
