import type { Area, Delivery, EventView, MissingPrerequisite } from '@roundtable/contracts';
import { whenInWords } from '@roundtable/platform';

/** '£30', '£12.50' or 'Free', from pence. */
export function price(pence: number): string {
  if (pence === 0) return 'Free';
  return `£${pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)}`;
}

/** '1 place', '3 places', 'no places'. */
export function count(number: number, one: string, many = `${one}s`): string {
  if (number === 0) return `no ${many}`;
  return `${number} ${number === 1 ? one : many}`;
}

/** 'Wednesday 22 May 2024, 9:30am to 12:30pm', or that there is no date yet. */
export function when(span: { startsAt: string | null; endsAt: string | null }): string {
  if (!span.startsAt || !span.endsAt) return 'Date to be confirmed';
  return whenInWords(new Date(span.startsAt), new Date(span.endsAt));
}

/** Where an event takes place: 'Online', or the venue. */
export function where(event: { delivery: Delivery; venue: string | null }): string {
  const venue = event.venue ?? 'venue to be confirmed';
  if (event.delivery === 'in-person') return sentence(venue);
  if (event.delivery === 'blended') return `Online and in person: ${venue}`;
  return event.venue ? `Online, ${event.venue}` : 'Online';
}

/** What is left of the places that are open to whoever asks. */
export function places(event: Pick<EventView, 'status' | 'placesFree' | 'waiting' | 'bookingState'>): string {
  if (event.status === 'cancelled') return 'This event was cancelled';
  if (event.status === 'ended') return 'This event has ended';
  if (event.bookingState === 'date-to-be-confirmed') return 'Booking opens once the date is set';
  if (event.bookingState === 'closed') return 'Booking has closed';
  if (event.placesFree > 0) return `${count(event.placesFree, 'place')} left`;
  return event.waiting > 0
    ? `Full. ${count(event.waiting, 'person is', 'people are')} waiting`
    : 'Full. You can join the waiting list';
}

export const DELIVERY_WORDS: Record<Delivery, string> = {
  'in-person': 'In person',
  online: 'Online',
  blended: 'Online and in person',
};

export const AREA_WORDS: Record<Area, string> = { city: 'City', county: 'County', both: 'City and county' };

/** 'the e-learning “…”' or 'the course “…”'. */
export function prerequisiteName(missing: Pick<MissingPrerequisite, 'kind' | 'title'>): string {
  return `the ${missing.kind === 'module' ? 'e-learning' : 'course'} “${missing.title}”`;
}

/** '3 hours', '1 hour 30 minutes', '45 minutes', from hours. */
export function length(hours: number): string {
  const minutes = Math.round(hours * 60);
  const parts = [];
  if (minutes >= 60) parts.push(count(Math.floor(minutes / 60), 'hour'));
  if (minutes % 60) parts.push(count(minutes % 60, 'minute'));
  return parts.join(' ');
}

/** Text that somebody wrote, as paragraphs. */
export function paragraphs(text: string | null): string[] {
  return (text ?? '')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** With a capital first letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** 'Level 3', or a level in its own words. */
export function levelName(level: string): string {
  return /^\d/.test(level) ? `Level ${level}` : level;
}
