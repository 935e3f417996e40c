import { type BookingView, type EventView, type TeamPlacesView, paths } from '@roundtable/contracts';
import type { PageModel } from '../frame/site-pages';
import { count, when } from '../frame/words';
import { momentWords, statusWords } from '../my-training/booking-words';

interface AgencyCard {
  title: string;
  href: string;
  facts: { key: string; value: string }[];
}

export interface AgencyBookingsPage extends PageModel {
  caption: string;
  requests: AgencyCard[];
  teamPlaces: AgencyCard[];
  bookings: AgencyCard[];
  /** 'Bookings 51 to 100 of 120', and where the others are. */
  shown: string | null;
  previousHref: string | null;
  nextHref: string | null;
}

export const PER_PAGE = 50;

/** What an agency lead has to do, and who of their people is booked on what. */
export function agencyBookingsPage(
  agencyNames: readonly string[],
  given: {
    requests: readonly BookingView[];
    teamPlaces: readonly { held: TeamPlacesView; event: EventView | undefined }[];
    bookings: readonly BookingView[];
    total: number;
    page: number;
  },
  now: Date,
): AgencyBookingsPage {
  const first = (given.page - 1) * PER_PAGE;
  const isMore = first + given.bookings.length < given.total;
  const pageHref = (page: number): string => `${paths.agencyBookings}?page=${page}`;
  return {
    title: 'Bookings of my agency',
    section: 'agency',
    caption: agencyNames.length > 3 ? count(agencyNames.length, 'agency', 'agencies') : agencyNames.join(', '),
    requests: given.requests.map((booking) => cardOf(booking, now, agencyNames.length > 1)),
    teamPlaces: given.teamPlaces.map(({ held, event }) => ({
      title: event?.courseTitle ?? 'Places held',
      href: paths.teamPlaces({ id: held.id }),
      facts: [
        ...(event ? [{ key: 'When', value: when(event) }] : []),
        { key: 'Without a name', value: count(held.places, 'place') },
        { key: 'Held until', value: momentWords(held.heldUntil) },
        { key: 'For', value: held.agencyName },
      ],
    })),
    bookings: given.bookings.map((booking) => cardOf(booking, now, agencyNames.length > 1)),
    shown:
      given.total > PER_PAGE ? `Bookings ${first + 1} to ${first + given.bookings.length} of ${given.total}` : null,
    previousHref: given.page > 1 ? pageHref(given.page - 1) : null,
    nextHref: isMore ? pageHref(given.page + 1) : null,
  };
}

function cardOf(booking: BookingView, now: Date, isOneOfSeveral: boolean): AgencyCard {
  return {
    title: `${booking.practitionerName}: ${booking.courseTitle}`,
    href: paths.agencyBooking({ id: booking.id }),
    facts: [
      { key: 'When', value: when(booking) },
      { key: 'Status', value: statusWords(booking, now) },
      ...(isOneOfSeveral ? [{ key: 'Agency', value: booking.agencyName }] : []),
    ],
  };
}
