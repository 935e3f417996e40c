import { Button, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { MailChoice } from '@roundtable/contracts';
import { api } from '../api/request';
import { useAction } from '../api/use-action';

const KEY = ['morning-list-mail'];

/** Whether this list comes by mail, and the way to change that for oneself. */
export function MorningMail() {
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: KEY, queryFn: () => api.get<MailChoice>('/morning-list/mail') });
  const isWanted = data?.wanted === true;
  const action = useAction(() => api.patch<MailChoice>('/morning-list/mail', { wanted: !isWanted }), {
    done: isWanted ? 'You get no mail with this list any more.' : 'This list comes by mail on working days.',
    onDone: () => void queries.invalidateQueries({ queryKey: KEY }),
  });
  if (!data) return null;
  return (
    <Typography color="text.secondary">
      {isWanted
        ? 'At 7:30am on working days you get this list by mail, as counts without names.'
        : 'You do not get this list by mail.'}{' '}
      <Button onClick={() => action.mutate(undefined)} disabled={action.isPending}>
        {isWanted ? 'Stop the mail' : 'Get it by mail'}
      </Button>
    </Typography>
  );
}
