import { Box, Button } from '@mui/material';
import { MOST_STATEMENTS_IN_A_DOCUMENT, PUBLISHED_FILES, type PublishedFile } from '@roundtable/contracts';

const NAMES: Record<PublishedFile, string> = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel', csv: 'CSV' };
const isTable = (format: PublishedFile): boolean => format === 'xlsx' || format === 'csv';

/** The report as it was published, as a file; that it was taken is in the audit log. */
export function PublishedFiles({ id, rows }: { id: string; rows: number }) {
  const isTooLong = rows > MOST_STATEMENTS_IN_A_DOCUMENT;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
      {PUBLISHED_FILES.filter((format) => !isTooLong || isTable(format)).map((format) => (
        <Button key={format} href={`/api/reports/published/${encodeURIComponent(id)}/files/${format}`} download>
          Download as {NAMES[format]}
        </Button>
      ))}
    </Box>
  );
}
