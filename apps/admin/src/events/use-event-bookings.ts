import type { BookingView } from '@roundtable/contracts';
import { useGetList } from 'react-admin';

export const MOST_PEOPLE = 200;

/** Everybody who asked for a place on an event, in their order; asked for once by all who show it. */
export function useEventBookings(eventId: string) {
  return useGetList<BookingView>('bookings', {
    filter: { eventId },
    sort: { field: 'requestedAt', order: 'ASC' },
    pagination: { page: 1, perPage: MOST_PEOPLE },
  });
}
