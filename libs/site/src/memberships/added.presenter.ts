import { paths } from '@roundtable/contracts';
import type { AddedMembership } from '@roundtable/people';
import type { PageModel } from '../frame/site-pages';

/** What the two buttons send. */
export const ANSWERS = ['right', 'wrong'] as const;

export interface AddedPage extends PageModel {
  action: string;
  text: string[];
  /** Which answers are still to be given. */
  buttons: { text: string; value: (typeof ANSWERS)[number]; isSecondary: boolean }[];
  done: string | null;
}

/** What somebody who was added to an agency by another may say to it. The page names the agency and nobody. */
export function addedPage(token: string, { agencyName, state }: AddedMembership, isDone = false): AddedPage {
  const right = { text: `Yes, I work for ${agencyName}`, value: 'right' as const, isSecondary: false };
  const wrong = { text: 'No, this is not right', value: 'wrong' as const, isSecondary: true };
  const page = { action: paths.addedMembership({ token }) };
  if (state === 'ended')
    return {
      ...page,
      title: `You are not listed for ${agencyName}`,
      done: isDone ? 'Thank you. This is put right.' : null,
      text: [
        `Whoever leads training for ${agencyName} does not see your training.`,
        'Places that were booked for you stay until you cancel them in My training.',
      ],
      buttons: [],
    };
  if (state === 'current')
    return {
      ...page,
      title: `You are listed for ${agencyName}`,
      done: isDone ? 'Thank you. This is noted.' : null,
      text: [`Whoever leads training for ${agencyName} sees the courses you have completed, with their dates.`],
      buttons: [wrong],
    };
  return {
    ...page,
    title: `Do you work for ${agencyName}?`,
    done: null,
    text: [
      `Somebody who leads training for ${agencyName} added you. They see the name and address they typed and the places they book for you, and nothing else of you.`,
      'If you say yes, they also see the courses you have completed, with their dates. If you say no, you are taken off their list at once.',
    ],
    buttons: [right, wrong],
  };
}
