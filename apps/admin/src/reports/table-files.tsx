import { Box, Button } from '@mui/material';

const FILES = [
  ['xlsx', 'Excel'],
  ['csv', 'CSV'],
] as const;

/** What the filters show, as a file; that it was taken is in the audit log. */
export function TableFiles({ report, search }: { report: 'questions' | 'standing-questions'; search: string }) {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 2 }}>
      {FILES.map(([ending, name]) => (
        <Button key={ending} href={`/api/reports/${report}.${ending}?${search}`} download>
          Download as {name}
        </Button>
      ))}
    </Box>
  );
}
