import type { EventView, MessageView, RegisterView } from '@roundtable/contracts';
import { useQueries } from '@tanstack/react-query';
import { useGetList } from 'react-admin';
import { api } from '../api/request';
import { useRoles } from '../api/access';
import { londonDateAfter } from '../words/london-time';

const AHEAD_DAYS = 21;
const BEHIND_DAYS = 60;
const FULL_ENOUGH = 0.6;
const MOST_REGISTERS = 25;

export interface Needs {
  isPending: boolean;
  error: unknown;
  failedMessages: MessageView[];
  openRegisters: EventView[];
  freeWhileWaiting: EventView[];
  farFromFull: EventView[];
}

/** What needs a person today, from the events around now and from the outbox. */
export function useNeeds(now: Date): Needs {
  const { may } = useRoles();
  const today = londonDateAfter(now, 0);
  const coming = useGetList<EventView>('events', {
    filter: { status: 'published', from: today },
    sort: { field: 'startsAt', order: 'ASC' },
    pagination: { page: 1, perPage: 200 },
  });
  const ended = useGetList<EventView>(
    'events',
    {
      filter: { status: 'ended', from: londonDateAfter(now, -BEHIND_DAYS), to: today },
      sort: { field: 'startsAt', order: 'DESC' },
      pagination: { page: 1, perPage: MOST_REGISTERS },
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
  const registers = useQueries({
    queries: (ended.data ?? []).map(({ id }) => ({
      queryKey: ['events', 'register', id],
      queryFn: () => api.get<RegisterView>(`/events/${encodeURIComponent(id)}/register`),
      retry: false,
    })),
  });
  const openIds = new Set(
    registers.flatMap(({ data }) => (data && data.closedAt === null && data.rows.length > 0 ? [data.eventId] : [])),
  );
  const soon = londonDateAfter(now, AHEAD_DAYS);
  const comingEvents = (coming.data ?? []).filter(({ startsAt }) => startsAt !== null && new Date(startsAt) > now);
  return {
    isPending:
      [coming, ended, failed].some(({ isLoading }) => isLoading) || registers.some(({ isLoading }) => isLoading),
    error: coming.error ?? ended.error ?? failed.error ?? registers.find(({ error }) => error)?.error,
    failedMessages: failed.data ?? [],
    openRegisters: (ended.data ?? []).filter(({ id }) => openIds.has(id)),
    freeWhileWaiting: comingEvents.filter(({ waiting, placesFree }) => waiting > 0 && placesFree > 0),
    farFromFull: comingEvents.filter(
      ({ startsAt, placesHeld, capacity }) =>
        londonDateAfter(new Date(startsAt ?? now), 0) <= soon && placesHeld < FULL_ENOUGH * capacity,
    ),
  };
}
