import { Button } from '@mui/material';

/** The report as it is cut, as a file; files without cuts hold the whole of each statement. */
export function CutFile({ search }: { search: string }) {
  return (
    <Button href={`/api/reports/knowledge-gain-by.csv?${search}`} download sx={{ mb: 1 }}>
      Download these groups as CSV
    </Button>
  );
}
