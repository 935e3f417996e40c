import { useQuery } from '@tanstack/react-query';
import type { EventTermsView } from '@roundtable/contracts';
import { api } from '../api/request';

/** The terms of an event as staff set them; asked for once by all who show them. */
export function useEventTerms(eventId: string) {
  return useQuery({
    queryKey: ['events', 'terms', eventId],
    queryFn: () => api.get<EventTermsView>(`/events/${encodeURIComponent(eventId)}/terms`),
  });
}
