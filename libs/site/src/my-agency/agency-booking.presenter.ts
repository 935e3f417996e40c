import { type BookingView, type MissingPrerequisite, paths } from '@roundtable/contracts';
import { Problem } from '@roundtable/platform';
import { type FormPage, formPage, textField } from '../account/form-page';
import type { ReasonPage } from '../approvals/approval.presenter';
import { isLive } from '../booking/book.presenter';
import type { PageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { prerequisiteName, when } from '../frame/words';
import { isOver, positionWords, statusWords } from '../my-training/booking-words';

export const AGENCY_MOMENTS = ['approved', 'declined', 'substituted'] as const;
export type AgencyMoment = (typeof AGENCY_MOMENTS)[number] | null;

export interface AgencyBookingPage extends PageModel {
  caption: string;
  action: string;
  done: string | null;
  canAnswer: boolean;
  words: string[];
  facts: { key: string; value: string }[];
  substituteHref: string | null;
  eventHref: string;
}

/** One booking of somebody of an agency, for its lead: neither absences nor reasons are shown. */
export function agencyBookingPage(booking: BookingView, moment: AgencyMoment, now: Date): AgencyBookingPage {
  const canAnswer = booking.status === 'awaiting_approval' && !isOver(booking, now);
  const hasStarted = booking.startsAt !== null && new Date(booking.startsAt) <= now;
  return {
    title: canAnswer ? `Approve training for ${booking.practitionerName}?` : booking.practitionerName,
    section: 'agency',
    caption: booking.courseTitle,
    action: paths.agencyBooking({ id: booking.id }),
    done: doneWords(booking, moment),
    canAnswer,
    words: canAnswer
      ? [
          booking.placeHeld
            ? 'A place is held until you answer. If you approve, it is confirmed at once.'
            : 'There is no free place at the moment. If you approve, they join the waiting list.',
        ]
      : booking.status === 'waitlisted'
        ? [positionWords(booking.waitlistPosition).replace('You are', 'They are').replace('of you', 'of them')]
        : [],
    facts: [
      { key: 'Status', value: isLive(booking.status) && hasStarted ? 'Booked' : statusWords(booking, now) },
      { key: 'Course', value: booking.courseTitle },
      { key: 'When', value: when(booking) },
      { key: 'Agency', value: booking.agencyName },
      ...(booking.jobRole ? [{ key: 'Job role', value: booking.jobRole }] : []),
      { key: 'Reference', value: booking.reference },
    ],
    substituteHref: booking.status === 'confirmed' && !hasStarted ? paths.substituteBooking({ id: booking.id }) : null,
    eventHref: paths.event({ id: booking.eventId }),
  };
}

/** Asks a lead why they do not approve. */
export function agencyReasonPage(
  booking: BookingView,
  given: Fields | null = null,
  errors: PageErrors | null = null,
): ReasonPage {
  return {
    title: 'Why do you not approve this?',
    section: 'agency',
    errors,
    action: paths.agencyBooking({ id: booking.id }),
    backHref: paths.agencyBooking({ id: booking.id }),
    caption: `${booking.practitionerName}: ${booking.courseTitle}`,
    toName: booking.practitionerName,
    reason: given?.text('reason') ?? '',
  };
}

/** Asks which colleague comes instead. */
export function substitutePage(
  booking: BookingView,
  given: Fields | null = null,
  errors: Record<string, string> = {},
): FormPage {
  const href = paths.agencyBooking({ id: booking.id });
  return formPage(
    {
      title: 'Who comes instead?',
      section: 'agency',
      caption: `${booking.practitionerName}: ${booking.courseTitle}, ${when(booking)}`,
      words: [
        'The colleague gets the same place, free of charge. Nothing personal moves: they are asked themselves for what they need and what they know.',
        `${booking.practitionerName} is told by email that you gave their place to a colleague.`,
      ],
      action: paths.substituteBooking({ id: booking.id }),
      back: { text: 'The booking', href },
      fields: delegateFields(given, errors),
      button: { text: 'Give the place to this colleague' },
      cancel: { text: 'Leave it as it is', href },
    },
    errors,
  );
}

/** Somebody by e-mail, and by name where they are new to us. */
export function delegateFields(given: Fields | null, errors: Record<string, string>): FormPage['fields'] {
  const value = (name: string): string => given?.text(name) ?? '';
  return [
    textField('email', 'Their work email address', value('email'), errors, {
      type: 'email',
      inputmode: 'email',
      spellcheck: false,
      autocomplete: 'off',
    }),
    textField('name', 'Their name', value('name'), errors, {
      hint: { text: 'Needed where the address is new to us' },
      autocomplete: 'off',
    }),
    textField('jobRole', 'Their job role (optional)', value('jobRole'), errors, { autocomplete: 'off' }),
  ];
}

/** What somebody typed about a delegate, without what was left empty. */
export function readDelegate(given: Fields): { email: string; name?: string; jobRole?: string } {
  return {
    email: given.text('email'),
    ...(given.has('name') && { name: given.text('name') }),
    ...(given.has('jobRole') && { jobRole: given.text('jobRole') }),
  };
}

/** What a refusal means where one person is named for a place; what is missing is named. */
export function delegateRefusals(error: unknown): Partial<Record<string, string>> {
  const missing = error instanceof Problem ? ((error.more.detail?.['missing'] ?? []) as MissingPrerequisite[]) : [];
  return {
    'bookings.already-on-course': 'They have a place on this course already',
    'bookings.prerequisites-missing': `They must complete this first: ${missing.map(prerequisiteName).join('; ')}`,
    'bookings.closed': 'This event takes no bookings now',
    'bookings.not-possible': 'This booking cannot be changed in this way now',
    'bookings.no-agency': 'They do not work for this agency',
    'team-places.released': 'These places were given back already',
  };
}

function doneWords({ practitionerName, status }: BookingView, moment: AgencyMoment): string | null {
  if (moment === 'approved')
    return status === 'confirmed'
      ? `${practitionerName} has a place. We sent them the details.`
      : `You approved it. ${practitionerName} is on the waiting list.`;
  if (moment === 'declined') return `You did not approve it. We wrote to ${practitionerName}.`;
  if (moment === 'substituted') return `${practitionerName} has the place now. We wrote to both.`;
  return null;
}
