import { Box, Button } from '@mui/material';
import { MOST_STATEMENTS_IN_A_DOCUMENT } from '@roundtable/contracts';

const FILES = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
] as const;

const TABLES = FILES.filter(([ending]) => ending === 'xlsx' || ending === 'csv');

/** What the filters show, as a file; that it was taken is in the audit log. */
export function ReportFiles({ search, statements }: { search: string; statements: number }) {
  if (statements === 0) return null;
  const isTooLong = statements > MOST_STATEMENTS_IN_A_DOCUMENT;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 }}>
      {(isTooLong ? TABLES : FILES).map(([ending, name]) => (
        <Button key={ending} href={`/api/reports/knowledge-gain.${ending}?${search}`} download>
          Download as {name}
        </Button>
      ))}
      {isTooLong ? <span>For Word or PDF, choose one course or fewer dates.</span> : null}
    </Box>
  );
}
