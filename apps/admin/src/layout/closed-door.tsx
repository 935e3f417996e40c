import { Button, Link, Stack } from '@mui/material';
import { paths } from '@roundtable/contracts';
import { useLogout } from 'react-admin';
import { Heading } from '../look/heading';

/** For people who are signed in but do not work in the partnership's office. */
export function ClosedDoor() {
  const signOut = useLogout();
  return (
    <>
      <Heading intro="Your account does not open the back office. It is for the partnership's own staff. Ask your system owner if you need it for your work.">
        This part is for staff
      </Heading>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
        <Link href={paths.myTraining}>Go to your training</Link>
        <Button variant="outlined" onClick={() => void signOut()}>
          Sign in with another account
        </Button>
      </Stack>
    </>
  );
}
