import type { EventView } from '@roundtable/contracts';
import { dateInWords, timeInWords } from '@roundtable/platform';
import { price } from '../frame/words';

type Fact = { key: string; value: string };

/** On what terms a place is given, always as the dates that follow and never as counts of days. */
export function termFacts(event: EventView, now: Date): Fact[] {
  const { bookingOpensAt, bookingClosesAt, freeCancellationUntil, chargePence, decideBy } = event;
  // Without a date of its own, booking closes when the event starts.
  const closes = bookingClosesAt ?? event.startsAt;
  const isComing = (instant: string | null): instant is string => instant !== null && new Date(instant) > now;
  return [
    ...(isComing(bookingOpensAt) ? [{ key: 'Booking opens', value: momentWords(bookingOpensAt) }] : []),
    ...(closes === null ? [] : [{ key: isComing(closes) ? 'Book by' : 'Booking closed', value: momentWords(closes) }]),
    ...(freeCancellationUntil === null ? [] : [cancelling(freeCancellationUntil, chargePence, now)]),
    ...(decideBy === null
      ? []
      : [{ key: 'Going ahead', value: `We decide on ${dateInWords(decideBy)} whether enough people have booked.` }]),
  ];
}

function cancelling(until: string, chargePence: number, now: Date): Fact {
  const charge =
    chargePence === 0 ? '' : ` If you cancel later, or do not come, your agency may be charged ${price(chargePence)}.`;
  if (new Date(until) > now)
    return { key: 'Cancelling', value: `You can cancel free of charge until ${untilWords(until)}.${charge}` };
  const over = `Free cancellation ended on ${momentWords(until)}.`;
  return {
    key: 'Cancelling',
    value:
      chargePence === 0 ? over : `${over} Who cancels now, or does not come, may be charged ${price(chargePence)}.`,
  };
}

/** 'Monday 13 May 2024, 5pm'. */
export function momentWords(instant: string): string {
  const at = new Date(instant);
  return `${dateInWords(at)}, ${timeInWords(at)}`;
}

/** '5pm on Monday 13 May 2024'. */
function untilWords(instant: string): string {
  const at = new Date(instant);
  return `${timeInWords(at)} on ${dateInWords(at)}`;
}
