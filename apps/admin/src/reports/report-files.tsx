import { Box, Button } from '@mui/material';
import { MOST_STATEMENTS_IN_A_DOCUMENT } from '@roundtable/contracts';

const FILES = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
] as const;

const TABLES = FILES.filter(([ending]) => ending === 'xlsx' || ending === 'csv');

interface ReportFilesProps {
  search: string;
  statements: number;
  /** What the cut report is asked by; files without it hold the whole of each statement. */
  cut?: string;
}

/** What the filters show, as a file; that it was taken is in the audit log. */
export function ReportFiles({ search, statements, cut }: ReportFilesProps) {
  if (statements === 0) return null;
  const isTooLong = statements > MOST_STATEMENTS_IN_A_DOCUMENT;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 }}>
      {(isTooLong ? TABLES : FILES).map(([ending, name]) => (
        <Button key={ending} href={`/api/reports/knowledge-gain.${ending}?${search}`} download>
          Download as {name}
        </Button>
      ))}
      {cut ? (
        <Button href={`/api/reports/knowledge-gain-by.csv?${cut}`} download>
          Download these groups as CSV
        </Button>
      ) : null}
      {isTooLong ? <span>For Word or PDF, choose one course or fewer dates.</span> : null}
    </Box>
  );
}
