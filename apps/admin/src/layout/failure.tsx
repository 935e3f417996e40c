import { Button, Typography } from '@mui/material';
import { Heading } from '../look/heading';

/** Shown in place of a page that broke, such as after a new version replaced the old files. */
export function Failure() {
  return (
    <>
      <Heading>Something went wrong on this page</Heading>
      <Typography sx={{ mb: 2 }}>Load it again. Tell your system owner if it happens twice.</Typography>
      <Button variant="contained" onClick={() => window.location.reload()}>
        Load this page again
      </Button>
    </>
  );
}
