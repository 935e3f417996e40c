import { Box, Button } from '@mui/material';

const FILES = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
] as const;

/** What the filters show, as a file; that it was taken is in the audit log. */
export function ReportFiles({ search }: { search: string }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {FILES.map(([ending, name]) => (
        <Button key={ending} href={`/api/reports/knowledge-gain.${ending}?${search}`} download>
          Download as {name}
        </Button>
      ))}
    </Box>
  );
}
