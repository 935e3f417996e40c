import { Alert } from '@mui/material';
import type { ImportResult } from '@roundtable/contracts';
import { Facts } from '../look/facts';
import { Panel } from '../look/panel';
import { count } from '../words/figures';

export function ImportOutcome({ result, isCheck }: { result: ImportResult; isCheck: boolean }) {
  const rejected = result.rejected.length;
  return (
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
            ? 'Mend the rejected rows below or in the file, or import the others now.'
            : 'You can import the file now.'}
        </Alert>
      ) : null}
    </Panel>
  );
}
