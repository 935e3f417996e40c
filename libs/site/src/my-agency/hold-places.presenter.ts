import { type EventView, type NewTeamPlaces, paths } from '@roundtable/contracts';
import { dateInWords, isLocalDate } from '@roundtable/platform';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { places, when, where } from '../frame/words';
import type { LedAgency } from './led-agencies.service';

const MOST_PLACES = 50;

export interface HoldPlacesPage extends PageModel {
  caption: string;
  action: string;
  eventHref: string;
  agency: LedAgency;
  facts: { key: string; value: string }[];
  places: string;
  day: string;
  month: string;
  year: string;
  dateHint: string;
}

/** Asks how many places an agency holds without names, and until when. */
export function holdPlacesPage(
  event: EventView,
  agency: LedAgency,
  given: Fields | null = null,
  errors: Record<string, string> = {},
): HoldPlacesPage {
  const text = (name: string): string => given?.text(name) ?? '';
  const latest = event.freeCancellationUntil === null ? null : new Date(event.freeCancellationUntil);
  return {
    title: 'Hold places for your agency',
    section: 'agency',
    errors: holdErrors(errors),
    caption: event.courseTitle,
    action: paths.holdPlaces({ eventId: event.id }),
    eventHref: paths.event({ id: event.id }),
    agency,
    facts: [
      { key: 'When', value: when(event) },
      { key: 'Where', value: where(event) },
      { key: 'Places', value: places(event) },
      { key: 'Agency', value: agency.name },
    ],
    places: text('places'),
    day: text('day'),
    month: text('month'),
    year: text('year'),
    dateHint: latest
      ? `${dateInWords(latest)} at the latest. The places go back at 5pm on the day you choose.`
      : 'The places go back at 5pm on the day you choose.',
  };
}

/** What was asked for, or what has to be mended. */
export function readHolding(
  agencyId: string,
  given: Fields,
): { wanted: NewTeamPlaces; errors: Record<string, string> | null } {
  const errors: Record<string, string> = {};
  const number = /^\d{1,3}$/.test(given.text('places')) ? Number(given.text('places')) : 0;
  if (number < 1 || number > MOST_PLACES)
    errors['places'] = `Enter how many places to hold, from 1 to ${MOST_PLACES}, as a number`;
  const [day, month] = [given.text('day').padStart(2, '0'), given.text('month').padStart(2, '0')];
  const heldUntil = `${given.text('year')}-${month}-${day}`;
  if (!isLocalDate(heldUntil)) errors['heldUntil'] = 'Enter a date that exists, such as 22 5 2026';
  return { wanted: { agencyId, places: number, heldUntil }, errors: Object.keys(errors).length ? errors : null };
}

/** The error of a date belongs at its first box. */
function holdErrors(errors: Record<string, string>): PageErrors | null {
  const found = pageErrors(errors);
  if (!found) return null;
  return {
    ...found,
    summary: found.summary.map((one) => (one.href === '#heldUntil' ? { ...one, href: '#heldUntil-day' } : one)),
  };
}
