import { type KeepNeeds, type NeedsView, paths } from '@roundtable/contracts';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';

export const LONGEST_NEEDS = 1000;

/** What somebody typed about what they need, and agreed to. */
export interface GivenNeeds {
  accessNeeds: string;
  dietaryNeeds: string;
  consent: boolean;
  keep: KeepNeeds;
}

export interface NeedsPage extends PageModel, GivenNeeds {
  caption: string;
  action: string;
  backHref: string;
  backText: string;
  words: string[];
  /** Whether something is kept, which can be taken back. */
  isKept: boolean;
  takeBackText: string;
  done: string | null;
  asksKeep: boolean;
}

/** What was typed, or what is kept already. */
export function needsOf(given: Fields | null, kept: NeedsView): GivenNeeds {
  if (given === null)
    return { accessNeeds: kept.accessNeeds, dietaryNeeds: kept.dietaryNeeds, consent: false, keep: 'event' };
  return {
    accessNeeds: given.text('accessNeeds'),
    dietaryNeeds: given.text('dietaryNeeds'),
    consent: given.text('consent') === 'yes',
    keep: given.text('keepNeeds') === 'profile' ? 'profile' : 'event',
  };
}

/** What has to be mended: what is too long, and what was not agreed to. */
export function needsErrors(needs: GivenNeeds): Record<string, string> {
  const errors: Record<string, string> = {};
  const isGiven = needs.accessNeeds !== '' || needs.dietaryNeeds !== '';
  if (needs.accessNeeds.length > LONGEST_NEEDS)
    errors['accessNeeds'] = 'Access needs must be 1,000 characters or fewer';
  if (needs.dietaryNeeds.length > LONGEST_NEEDS)
    errors['dietaryNeeds'] = 'Dietary needs must be 1,000 characters or fewer';
  if (isGiven && !needs.consent) errors['consent'] = 'Agree that we may keep what you wrote, or clear the boxes above';
  return errors;
}

/** What somebody needs at one event. */
export function bookingNeedsPage(
  booking: { id: string; title: string },
  kept: NeedsView,
  given: Fields | null = null,
  errors: PageErrors | null = null,
): NeedsPage {
  return {
    title: 'What do you need to take part?',
    section: 'mine',
    errors,
    caption: booking.title,
    action: paths.bookingNeeds({ id: booking.id }),
    backHref: paths.booking({ id: booking.id }),
    backText: 'Your booking',
    words: [
      'You do not have to tell us anything, and you need not give a reason. The training team looks at what you write and arranges it.',
    ],
    isKept: kept.consentedAt !== null,
    takeBackText: 'Take back what I said for this event',
    done: null,
    asksKeep: true,
    ...needsOf(given, kept),
  };
}

/** What somebody always needs, kept on their profile. */
export function yourNeedsPage(
  kept: NeedsView,
  given: Fields | null = null,
  errors: PageErrors | null = null,
  done: 'saved' | 'gone' | null = null,
): NeedsPage {
  return {
    title: 'What you always need',
    section: 'mine',
    errors,
    caption: 'My training',
    action: paths.yourNeeds,
    backHref: paths.myTraining,
    backText: 'My training',
    words: [
      'We fill this in for you when you book. Nobody sees it until you agree to send it with a booking.',
      'It stays on your profile until you take it back. What you sent with a booking is on the page of that booking.',
    ],
    isKept: kept.consentedAt !== null,
    takeBackText: 'Take it back now',
    done:
      done === 'saved' ? 'We keep this on your profile.' : done === 'gone' ? 'It is erased from your profile.' : null,
    asksKeep: false,
    ...needsOf(given, kept),
  };
}

export function readNeeds(given: Fields): { needs: GivenNeeds; errors: PageErrors | null } {
  const needs = needsOf(given, { accessNeeds: '', dietaryNeeds: '', consentedAt: null });
  return { needs, errors: pageErrors(needsErrors(needs)) };
}
