import {
  ABSENCE_REASONS,
  type AbsenceReason,
  type Attendance,
  type BookingStatus,
  CANCEL_REASONS,
  type CancelCategory,
  type ChargeKind,
  type ChargePayer,
  type ChargeWaiver,
} from '@roundtable/contracts';
import type { Amounts } from '@roundtable/events';

/** What decides about the charge of one booking once the register is closed. */
export interface ChargeFacts {
  status: BookingStatus;
  attendance: Attendance | null;
  /** Why they were absent, where they said it. */
  absenceReason: AbsenceReason | null;
  /** Came without a place. */
  isWalkIn: boolean;
  endedAt: Date | null;
  endReason: string | null;
  endCategory: CancelCategory | null;
  /** When free cancellation ended, for whoever gave a confirmed place back; else empty. */
  cutOffAtEnd: Date | null;
  /** Until when whoever came off the waiting list could cancel free of charge. */
  promotedFreeUntil: Date | null;
  /** 'Can you come?' was asked after a change of time or place, and not answered. */
  isComingUnanswered: boolean;
  /** Somebody else got the place. */
  isRefilled: boolean;
  isEventCancelled: boolean;
}

export interface DueCharge {
  kind: ChargeKind;
  pence: number;
  /** Why it is waived by default; empty where it is proposed. */
  waiver: ChargeWaiver | null;
}

/**
 * What a booking owes: the fee for whoever came, all or part of the time; the charge for absence; the charge for giving a
 * place back after free cancellation ended. Nothing where the amount is nothing.
 */
export function chargeFor(facts: ChargeFacts, { feePence, chargePence }: Amounts): DueCharge | null {
  const due = dueFor(facts, feePence, chargePence);
  return due && due.pence > 0 ? due : null;
}

function dueFor(facts: ChargeFacts, feePence: number, chargePence: number): DueCharge | null {
  if (facts.status === 'confirmed') {
    if (facts.attendance === 'attended' || facts.attendance === 'partly_attended')
      return { kind: 'fee', pence: feePence, waiver: null };
    if (facts.attendance !== 'absent' || facts.isWalkIn) return null;
    return { kind: 'absence', pence: chargePence, waiver: absenceWaiverOf(facts) };
  }
  if (!isLate(facts)) return null;
  return { kind: 'late-cancellation', pence: chargePence, waiver: waiverOf(facts) };
}

/** Whether a confirmed place was given back, moved or handed on after free cancellation of the event had ended. */
export function isLate({ endedAt, cutOffAtEnd }: Pick<ChargeFacts, 'endedAt' | 'cutOffAtEnd'>): boolean {
  return endedAt !== null && cutOffAtEnd !== null && endedAt > cutOffAtEnd;
}

function waiverOf(facts: ChargeFacts): ChargeWaiver | null {
  if (facts.status === 'substituted') return 'substitute';
  if (facts.isEventCancelled || facts.isComingUnanswered || facts.endCategory === 'organiser') return 'organiser';
  if (facts.endedAt && facts.promotedFreeUntil && facts.endedAt <= facts.promotedFreeUntil) return 'promoted';
  if (isWithoutCharge(facts.endReason)) return 'reason';
  return facts.isRefilled ? 'refilled' : null;
}

function absenceWaiverOf({ isComingUnanswered, absenceReason }: ChargeFacts): ChargeWaiver | null {
  if (isComingUnanswered) return 'organiser';
  return ABSENCE_REASONS.some(({ key, noCharge }) => noCharge && key === absenceReason) ? 'reason' : null;
}

/** Whether a reason is marked 'no charge' in the list. What somebody wrote themselves is not. */
function isWithoutCharge(endReason: string | null): boolean {
  return CANCEL_REASONS.some(({ words, noCharge }) => noCharge && words === endReason);
}

/** The agency is billed; somebody self-employed personally. */
export function payerOf(feeType: string): ChargePayer {
  return feeType === 'self-employed' ? 'person' : 'agency';
}

/** Somebody's place on an event, from when until when. */
export interface HeldPlace {
  bookingId: string;
  from: Date;
  until: Date | null;
  /** It came from the waiting list. */
  isPromoted: boolean;
}

/**
 * The places given back that somebody else got: whoever came off the waiting list takes the one given back first, and
 * once every place was held again nothing stayed empty.
 */
export function refilledAmong(
  given: readonly { bookingId: string; endedAt: Date }[],
  held: readonly HeldPlace[],
  capacity: number,
): Set<string> {
  const refilled = new Set<string>();
  const waiting = [...given].sort((one, other) => one.endedAt.getTime() - other.endedAt.getTime());
  for (const gain of [...held].sort((one, other) => one.from.getTime() - other.from.getTime())) {
    const open = waiting.filter(
      ({ bookingId, endedAt }) => !refilled.has(bookingId) && bookingId !== gain.bookingId && endedAt <= gain.from,
    );
    const isFull = held.filter(({ from, until }) => from <= gain.from && (until === null || until > gain.from)).length;
    if (isFull >= capacity) for (const { bookingId } of open) refilled.add(bookingId);
    else if (gain.isPromoted && open[0]) refilled.add(open[0].bookingId);
  }
  return refilled;
}
