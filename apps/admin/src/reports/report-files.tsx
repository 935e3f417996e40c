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
  /** Statements that were rated at follow-up, or about before afterwards. */
  stageStatements: number;
}

/** What the filters show, as a file; that it was taken is in the audit log. */
export function ReportFiles({ search, statements, stageStatements }: ReportFilesProps) {
  const all = statements + stageStatements;
  if (all === 0) return null;
  const isTooLong = all > MOST_STATEMENTS_IN_A_DOCUMENT;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 2 }}>
      {(isTooLong ? TABLES : FILES).map(([ending, name]) => (
        <Button key={ending} href={`/api/reports/knowledge-gain.${ending}?${search}`} download>
          Download as {name}
        </Button>
      ))}
      {stageStatements > 0 ? (
        <Button href={`/api/reports/follow-up.csv?${search}`} download>
          Download follow-up as CSV
        </Button>
      ) : null}
      {isTooLong ? <span>For Word or PDF, choose one course or fewer dates.</span> : null}
    </Box>
  );
}
