import type { ApprovalSight } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { whenInWords } from '@roundtable/platform';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';

export const ANSWERS = ['approve', 'not-approve', 'decline'] as const;
const LONGEST_REASON = 300;

interface Fact {
  key: string;
  value: string;
}

export interface ApprovalPage extends PageModel {
  action: string;
  canAnswer: boolean;
  words: string[];
  facts: Fact[];
}

export interface ReasonPage extends PageModel {
  action: string;
  backHref: string;
  caption: string;
  toName: string;
  reason: string;
}

/** A request as whoever approves sees it: to be answered, or what became of it. */
export function approvalPage(asked: ApprovalSight, token: string): ApprovalPage {
  const { facts } = asked;
  const canAnswer = asked.status === 'awaiting_approval';
  return {
    title: canAnswer ? `Approve training for ${facts.toName}?` : titleOf(asked),
    isPersonal: true,
    action: paths.approval({ token }),
    canAnswer,
    words: canAnswer ? askWords(asked) : endWords(asked),
    facts: [
      { key: 'Who', value: facts.toName },
      { key: 'Course', value: facts.courseTitle },
      {
        key: 'When',
        value: facts.startsAt && facts.endsAt ? whenInWords(facts.startsAt, facts.endsAt) : 'Date to be confirmed',
      },
      { key: 'Where', value: facts.place },
      ...(canAnswer ? [{ key: 'Place', value: asked.placeHeld ? 'Held until you answer' : 'No free place now' }] : []),
      { key: 'Reference', value: facts.reference },
    ],
  };
}

/** Asks why a request is not approved. */
export function reasonPage(
  { facts }: ApprovalSight,
  token: string,
  given: Fields | null = null,
  errors: PageErrors | null = null,
): ReasonPage {
  return {
    title: 'Why do you not approve this?',
    isPersonal: true,
    errors,
    action: paths.approval({ token }),
    backHref: paths.approval({ token }),
    caption: `${facts.toName}: ${facts.courseTitle}`,
    toName: facts.toName,
    reason: given?.text('reason') ?? '',
  };
}

/** The reason that was given, or what has to be mended. */
export function readReason(given: Fields): { reason: string; errors: PageErrors | null } {
  const reason = given.text('reason');
  const problem = !reason
    ? 'Enter why you do not approve this'
    : reason.length > LONGEST_REASON
      ? 'The reason must be 300 characters or fewer'
      : null;
  return { reason, errors: problem ? pageErrors({ reason: problem }) : null };
}

function askWords({ facts, placeHeld }: ApprovalSight): string[] {
  return [
    `${facts.toName} asked for a place on this training. Your agency wants such requests to be approved.`,
    placeHeld
      ? 'A place is held until you answer. If you approve, it is confirmed at once.'
      : 'There is no free place at the moment. If you approve, they join the waiting list.',
  ];
}

function titleOf({ status, isApproved }: ApprovalSight): string {
  if (status === 'declined') return 'This request was not approved';
  if (isApproved) return 'This request is approved';
  return 'This request was withdrawn';
}

function endWords({ status, isApproved, facts }: ApprovalSight): string[] {
  if (status === 'declined') return [`We wrote to ${facts.toName} and gave the reason.`];
  if (isApproved && status === 'confirmed') return [`${facts.toName} has a place. We sent them the details.`];
  if (isApproved && (status === 'waitlisted' || status === 'offered'))
    return [`${facts.toName} is on the waiting list. We write to them when there is a place.`];
  if (isApproved) return ['The booking has ended since.'];
  return ['There is nothing left for you to answer.'];
}
