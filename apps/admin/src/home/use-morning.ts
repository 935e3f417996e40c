import type { AgencyView, BookingView, DataRequestView, EventView, MessageView } from '@roundtable/contracts';
import { useGetList } from 'react-admin';
import { useRoles } from '../api/access';
import { londonDateAfter } from '../words/london-time';
import type { Morning } from './needs';

const BEHIND_DAYS = 60;

/** Reads what the morning list is made from, in at most six calls however many events there are. */
export function useMorning(now: Date): Morning & { isPending: boolean; error: unknown } {
  const { may } = useRoles();
  const today = londonDateAfter(now, 0);
  const coming = useGetList<EventView>('events', {
    filter: { from: today },
    sort: { field: 'startsAt', order: 'ASC' },
    pagination: { page: 1, perPage: 100 },
  });
  const ended = useGetList<EventView>(
    'events',
    {
      filter: { status: 'ended', from: londonDateAfter(now, -BEHIND_DAYS), to: today },
      sort: { field: 'startsAt', order: 'DESC' },
      pagination: { page: 1, perPage: 100 },
    },
    { enabled: may('register.read') },
  );
  const failed = useGetList<MessageView>(
    'messages',
    {
      filter: { state: 'failed' },
      sort: { field: 'createdAt', order: 'DESC' },
      pagination: { page: 1, perPage: 25 },
    },
    { enabled: may('messages.read') },
  );
  const awaiting = useGetList<BookingView>('bookings', {
    filter: { status: 'awaiting_approval' },
    sort: { field: 'requestedAt', order: 'ASC' },
    pagination: { page: 1, perPage: 25 },
  });
  const proposed = useGetList<AgencyView>(
    'agencies',
    { filter: { status: 'proposed' }, sort: { field: 'name', order: 'ASC' }, pagination: { page: 1, perPage: 25 } },
    { enabled: may('agencies.change') },
  );
  const requests = useGetList<DataRequestView>(
    'data-requests',
    { filter: { state: 'open' }, sort: { field: 'dueAt', order: 'ASC' }, pagination: { page: 1, perPage: 25 } },
    { enabled: may('data-requests.read') },
  );
  const calls = [coming, ended, failed, awaiting, proposed, requests];
  return {
    now,
    coming: coming.data ?? [],
    ended: ended.data ?? [],
    failedMessages: failed.data ?? [],
    awaitingApproval: awaiting.data ?? [],
    proposedAgencies: proposed.data ?? [],
    dataRequests: requests.data ?? [],
    isPending: calls.some(({ isLoading }) => isLoading),
    error: calls.find(({ error }) => error)?.error,
  };
}
