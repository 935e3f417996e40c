import {
  type BookingView,
  type CompletionView,
  type MembershipView,
  type PractitionerDetailView,
  paths,
} from '@roundtable/contracts';
import { dateInWords } from '@roundtable/platform';
import { type FormPage, formPage } from '../account/form-page';
import type { PageModel } from '../frame/site-pages';
import { when } from '../frame/words';
import { statusWords } from '../my-training/booking-words';
import { UNCONFIRMED } from './my-agency.presenter';

interface Card {
  title: string;
  words: string;
}

export interface ColleaguePage extends PageModel {
  backHref: string;
  facts: { key: string; value: string }[];
  note: string | null;
  memberships: { agencyName: string; words: string; endHref: string | null }[];
  bookings: Card[];
  completions: Card[];
}

const day = (localDate: string): string => dateInWords(new Date(`${localDate}T12:00:00Z`));

/** One person of the agencies that somebody leads, with what was booked under these agencies and what they completed. */
export function colleaguePage(
  person: PractitionerDetailView,
  bookings: readonly BookingView[],
  completions: readonly CompletionView[],
  now: Date,
): ColleaguePage {
  return {
    title: person.name,
    section: 'agency',
    backHref: paths.myAgency,
    facts: [
      { key: 'Email address', value: person.email ?? 'none' },
      { key: 'Job role', value: person.jobRole ?? 'not known' },
    ],
    note: person.isUnconfirmed ? UNCONFIRMED : null,
    memberships: person.memberships.map(({ id, agencyName, since, until }) => ({
      agencyName,
      words: until === null ? `Since ${day(since)}` : `From ${day(since)} to ${day(until)}`,
      endHref: until === null ? paths.endColleague({ id: person.id, membershipId: id }) : null,
    })),
    bookings: bookings.map((booking) => ({
      title: booking.courseTitle,
      words: `${when(booking)}. ${statusWords(booking, now)}.`,
    })),
    completions: completions.map(({ title, completedAt, expiresAt }) => ({
      title,
      words: `Completed on ${dateInWords(new Date(completedAt))}. ${
        expiresAt ? `Valid until ${dateInWords(new Date(expiresAt))}.` : 'It does not run out.'
      }`,
    })),
  };
}

/** Asks once more before somebody is taken off the list. */
export function endColleaguePage(person: PractitionerDetailView, membership: MembershipView): FormPage {
  return formPage({
    title: `Does ${person.name} no longer work for ${membership.agencyName}?`,
    section: 'agency',
    words: [
      'You no longer see them or their training from today on. Places that are booked for them stay.',
      'We write to them to say that you told us.',
    ],
    action: paths.endColleague({ id: person.id, membershipId: membership.id }),
    fields: [],
    button: { text: 'Take them off my list' },
    cancel: { text: 'Keep them', href: paths.colleague({ id: person.id }) },
    back: { text: person.name, href: paths.colleague({ id: person.id }) },
  });
}
