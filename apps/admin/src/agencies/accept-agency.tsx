import { Button } from '@mui/material';
import type { AgencyDetailView } from '@roundtable/contracts';
import { api } from '../api/request';
import { useAction } from '../api/use-action';

/** For an agency that came with a registration. */
export function AcceptAgency({ agency }: { agency: AgencyDetailView }) {
  const accept = useAction(() => api.post<AgencyDetailView>(`/agencies/${encodeURIComponent(agency.id)}/acceptance`), {
    done: `${agency.name} is accepted. Its people can be proposed to it by their email domain from now on.`,
  });
  return (
    <Button variant="contained" onClick={() => accept.mutate(undefined)} disabled={accept.isPending}>
      Accept this agency
    </Button>
  );
}
