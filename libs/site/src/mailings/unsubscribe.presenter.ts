import { type ProgrammeSubscription, paths } from '@roundtable/contracts';
import { PRESSED } from '../account/form-page';
import type { PageModel } from '../frame/site-pages';
import { wantedInWords } from './own-mailings.presenter';

export interface UnsubscribePage extends PageModel {
  action: string;
  words: string[];
  button: { text: string; name: string; value: string };
  isStopped: boolean;
  changeHref: string;
}

export const TAKE_BACK = { name: 'answer', value: 'take-back' };

/** What the link in a mail about training leads to: one button that stops them, or takes that back. */
export function unsubscribePage(subscription: ProgrammeSubscription, token: string): UnsubscribePage {
  const isStopped = subscription.endedAt !== null;
  const action = paths.unsubscribe({ token });
  if (isStopped)
    return {
      title: 'You get no more mail about training',
      isPersonal: true,
      action,
      isStopped,
      words: [
        'We stopped it at once. Mail about your own bookings still comes.',
        'Did you press the button by mistake?',
      ],
      button: { text: 'Write to me again', ...TAKE_BACK },
      changeHref: paths.accountMailings,
    };
  return {
    title: 'Stop mail about training?',
    isPersonal: true,
    action,
    isStopped,
    words: [
      `You asked for mail about ${wantedInWords(subscription)}. If you stop it, nothing more of it goes to you.`,
      'Mail about your own bookings still comes.',
    ],
    button: { text: 'Stop these mails', ...PRESSED },
    changeHref: paths.accountMailings,
  };
}
