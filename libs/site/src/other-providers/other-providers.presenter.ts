import { AREAS, type OtherProviderEventView, type OutsideAttendanceView, paths } from '@roundtable/contracts';
import type { ListingWish } from '@roundtable/events';
import { dateInWords } from '@roundtable/platform';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';

const AREA_WORDS = { city: 'The city', county: 'The county', both: 'City and county' };
export const DECLARED = ['declared'] as const;

export interface ListingCard {
  title: string;
  href: string;
  provider: string;
  when: string | null;
  audience: string | null;
  area: string | null;
  cost: string | null;
}

export interface OtherProvidersPage extends PageModel {
  wish: ListingWish;
  isAsked: boolean;
  areas: { value: string; text: string; selected: boolean }[];
  cards: ListingCard[];
  moreWords: string | null;
}

export interface OtherProviderEventPage extends PageModel {
  caption: string;
  facts: { key: string; value: string }[];
  go: { text: string; href: string };
  signInHref: string | null;
  done: string | null;
  own: string[];
  action: string;
  given: { day: string; month: string; year: string; evidence: string; evidenceUrl: string };
}

const MOST = 100;

export function otherProvidersPage(wish: ListingWish, listings: readonly OtherProviderEventView[]): OtherProvidersPage {
  return {
    title: 'Training from other providers',
    section: 'find',
    wish,
    isAsked: Boolean(wish.q || wish.audience || wish.area || wish.onlyFreeInCounty),
    areas: [
      { value: '', text: 'Any area', selected: wish.area === null },
      ...AREAS.map((value) => ({ value, text: AREA_WORDS[value], selected: value === wish.area })),
    ],
    cards: listings.slice(0, MOST).map(listingCard),
    moreWords:
      listings.length > MOST ? `The first ${MOST} of ${listings.length} are shown. Search to find others.` : null,
  };
}

/** The page of others' events with a part of what was asked of ours. */
export function listingsAddress(wish: Pick<ListingWish, 'q' | 'audience' | 'area'>): string {
  const asked = Object.entries(wish).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
  return asked.length ? `${paths.otherProviders}?${new URLSearchParams(asked).toString()}` : paths.otherProviders;
}

export function listingCard(listing: OtherProviderEventView): ListingCard {
  return {
    title: listing.title,
    href: paths.otherProviderEvent({ id: listing.id }),
    provider: listing.provider,
    when: datesOf(listing),
    audience: listing.audience,
    area: listing.area && AREA_WORDS[listing.area],
    cost: costOf(listing),
  };
}

/** One listing: where to book it, and 'I attended' for whoever signed in. */
export function otherProviderEventPage(
  listing: OtherProviderEventView,
  own: readonly OutsideAttendanceView[] | null,
  more: { given?: Fields; errors?: PageErrors | null; isDeclared?: boolean } = {},
): OtherProviderEventPage {
  const { given } = more;
  const text = (name: string) => given?.text(name) ?? '';
  const facts = [
    ['Provider', listing.provider],
    ['When', datesOf(listing)],
    ['For', listing.audience],
    ['Area', listing.area && AREA_WORDS[listing.area]],
    ['Topic', listing.topic],
    ['Cost', costOf(listing)],
  ] as const;
  return {
    title: listing.title,
    section: 'find',
    errors: more.errors ?? null,
    caption: 'Training from another provider',
    facts: facts.flatMap(([key, value]) => (value ? [{ key, value }] : [])),
    go: { text: `Go to ${listing.provider}`, href: listing.url },
    signInHref: own ? null : `${paths.signIn}?returnTo=${encodeURIComponent(paths.otherProviderEvent(listing))}`,
    done: more.isDeclared ? 'Thank you. We look at the evidence and write to you.' : null,
    own: (own ?? []).map(ownWords),
    action: paths.otherProviderEvent(listing),
    given: {
      day: text('attendedOn-day'),
      month: text('attendedOn-month'),
      year: text('attendedOn-year'),
      evidence: text('evidence'),
      evidenceUrl: text('evidenceUrl'),
    },
  };
}

/** What was typed, as the API takes it; a date that is no date is refused there. */
export function readAttendance(given: Fields): { attendedOn: string; evidence: string; evidenceUrl: string | null } {
  const part = (name: string, length: number) => given.text(`attendedOn-${name}`).padStart(length, '0');
  return {
    attendedOn: `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`,
    evidence: given.text('evidence'),
    evidenceUrl: given.text('evidenceUrl') || null,
  };
}

/** Sentences at the fields of the page: the date's stands at its first part. */
export function attendanceErrors(errors: Record<string, string>): PageErrors | null {
  const { attendedOn, ...rest } = errors;
  return pageErrors({ ...(attendedOn && { 'attendedOn-day': attendedOn }), ...rest });
}

/** A training with another provider in one's own record. */
export function ownWords({ attendedOn, state, reason }: OutsideAttendanceView): string {
  const day = dateInWords(attendedOn);
  if (state === 'accepted') return `Attended on ${day}. It is in your training record.`;
  if (state === 'declined') return `You told us that you attended on ${day}. We could not accept it: ${reason ?? ''}`;
  return `You told us that you attended on ${day}. We still look at the evidence.`;
}

function datesOf({ from, to, dates }: OtherProviderEventView): string | null {
  if (!from) return dates;
  const span = to && to !== from ? `${dateInWords(from)} to ${dateInWords(to)}` : dateInWords(from);
  return dates ? `${span}. ${dates}` : span;
}

function costOf({ cost, freeInCounty }: OtherProviderEventView): string | null {
  const free = freeInCounty ? 'Free for practitioners in the county' : null;
  return [free, cost].filter(Boolean).join('. ') || null;
}
