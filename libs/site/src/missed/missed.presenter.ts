import type { MissedSight } from '@roundtable/bookings';
import { ABSENCE_REASONS, type AbsenceReason, paths } from '@roundtable/contracts';
import { whenInWords } from '@roundtable/platform';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';

interface Linked {
  text: string;
  href: string;
}

export interface MissedPage extends PageModel {
  caption: string;
  action: string;
  words: string[];
  canSay: boolean;
  reasons: { value: string; text: string; checked: boolean }[];
  dates: Linked[];
  courseHref: string;
  recordings: Linked[];
}

/** What somebody who was absent is asked, and what they may still do. */
export function missedPage(sight: MissedSight, token: string, errors: PageErrors | null = null): MissedPage {
  const { facts, isAbsent, reason, chances } = sight;
  const when = facts.startsAt && facts.endsAt ? whenInWords(facts.startsAt, facts.endsAt) : 'Date to be confirmed';
  return {
    title: titleOf(sight),
    isPersonal: true,
    errors,
    caption: `${facts.courseTitle}, ${when}`,
    action: paths.missed({ token }),
    words: wordsOf(sight),
    canSay: isAbsent,
    reasons: ABSENCE_REASONS.map(({ key, words }) => ({ value: key, text: words, checked: key === reason })),
    dates: chances.dates.map(({ eventId, words }) => ({ text: words, href: paths.event({ id: eventId }) })),
    courseHref: paths.course({ slug: facts.courseSlug }),
    recordings: chances.recordings.map(({ id, title }) => ({ text: title, href: paths.recording({ id }) })),
  };
}

/** The reason that was chosen, or what has to be mended. */
export function readAbsence(given: Fields): { reason: AbsenceReason | null; errors: PageErrors | null } {
  const reason = given.oneOf(
    'reason',
    ABSENCE_REASONS.map(({ key }) => key),
  );
  return { reason, errors: reason ? null : pageErrors({ reason: 'Choose a reason' }) };
}

function titleOf({ isAbsent, reason }: MissedSight): string {
  if (!isAbsent) return 'The register was corrected';
  return reason ? 'Thank you for telling us' : 'We missed you';
}

function wordsOf({ isAbsent, reason }: MissedSight): string[] {
  if (!isAbsent) return ['It does not say any more that you were absent, so there is nothing to tell us.'];
  if (reason === 'was-there') return ['We look at the register. You can still change your answer.'];
  if (reason) return ['You can still change your answer. We keep it for a year.'];
  return [
    'The register says that you were not there. Please tell us why.',
    'The training team sees your answer, and nobody else. We keep it for a year.',
  ];
}
