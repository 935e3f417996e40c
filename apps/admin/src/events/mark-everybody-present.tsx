import { Button } from '@mui/material';
import type { RegisterEntry, RegisterView } from '@roundtable/contracts';
import { api } from '../api/request';
import { useAction } from '../api/use-action';

/** Marks everybody present in every session; whoever was absent is changed afterwards. */
export function MarkEverybodyPresent({ register }: { register: RegisterView }) {
  const entries: RegisterEntry[] = register.rows.map(({ bookingId }) => ({ bookingId, attendance: 'present' }));
  const write = useAction(
    () => api.put<RegisterView>(`/events/${encodeURIComponent(register.eventId)}/register`, { entries }),
    { done: 'Everybody is marked present. Change whoever was absent, then close the register.' },
  );
  return (
    <Button variant="outlined" onClick={() => write.mutate(undefined)} disabled={write.isPending}>
      Mark everybody present
    </Button>
  );
}
