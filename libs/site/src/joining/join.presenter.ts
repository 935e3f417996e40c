import type { JoinSight } from '@roundtable/bookings';
import { dateInWords, timeInWords, whenInWords } from '@roundtable/platform';
import type { PageModel } from '../frame/site-pages';

export interface JoinPage extends PageModel {
  caption: string;
  action: string;
  bookingHref: string | null;
  /** Whether 'Join now' can be pressed. */
  canJoin: boolean;
  words: string[];
  facts: { key: string; value: string }[];
  testUrl: string | null;
  /** How the page is looked at again, while it is too early. */
  againHref: string | null;
}

/** How to join an online event: for one person, with or without signing in. */
export function joinPage(sight: JoinSight, action: string, bookingHref: string | null): JoinPage {
  const when = sight.startsAt && sight.endsAt ? whenInWords(sight.startsAt, sight.endsAt) : 'Date to be confirmed';
  const isUseful = sight.isConfirmed && !sight.isCancelled && sight.isOnline;
  const canJoin = isUseful && sight.state === 'open' && sight.hasLink;
  return {
    title: canJoin ? 'Join now' : 'How to join',
    isPersonal: true,
    caption: `${sight.courseTitle}, ${when}`,
    action,
    leadsElsewhere: canJoin,
    bookingHref,
    canJoin,
    words: wordsOf(sight, canJoin),
    facts: isUseful
      ? [
          ...(sight.platform ? [{ key: 'Platform', value: sight.platform }] : []),
          ...(sight.dialIn ? [{ key: 'By telephone', value: sight.dialIn }] : []),
        ]
      : [],
    testUrl: isUseful && sight.state !== 'over' ? sight.testUrl : null,
    againHref: isUseful && sight.state === 'early' && sight.hasLink ? action : null,
  };
}

function wordsOf(sight: JoinSight, canJoin: boolean): string[] {
  if (sight.isCancelled) return ['This training was cancelled. You do not need to do anything.'];
  if (!sight.isConfirmed) return ['There is no confirmed place behind this page, so there is nothing to join.'];
  if (!sight.isOnline) return ['This training takes place in person. Your booking says where.'];
  if (canJoin) return ['Press the button to open the meeting. It opens on another website.'];
  if (sight.state === 'over') return ['This training is over. Thank you for coming.'];
  if (!sight.hasLink)
    return [
      sight.dialIn
        ? 'Join by telephone with the number below.'
        : 'We add how to join before the day. Come back to this page then.',
    ];
  return sight.opensAt
    ? [
        `The link to the meeting shows on this page from ${timeInWords(sight.opensAt)} on ${dateInWords(sight.opensAt)}, until the end.`,
      ]
    : [];
}
