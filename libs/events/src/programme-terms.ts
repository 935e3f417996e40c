import type { Delivery } from '@roundtable/contracts';
import { MOST_PLACES } from './event-rules';
import { type Reading, refused, tidy } from './programme-cell';

/**
 * A fee in pence: '£30' is 3000, 'Free' and 'Free of charge' are 0, and an empty cell is null, since it says nothing
 * and the course's own fee applies. Refused: anything else, and amounts from £100,000.
 */
export function readFee(text: string): Reading<{ pence: number | null }> {
  const cell = tidy(text);
  if (cell === '') return { ok: true, pence: null };
  if (/^(?:free(?: of charge)?|no charge)$/.test(cell)) return { ok: true, pence: 0 };
  const amount = /^£? ?(\d{1,5}|\d{1,2},\d{3})(?:\.(\d{2}))?$/.exec(cell);
  if (!amount) return refused('This is not a fee we can read. Write it like £30 or £30.50, or write Free.');
  return { ok: true, pence: Number(amount[1]?.replace(',', '')) * 100 + Number(amount[2] ?? 0) };
}

/**
 * How an event is delivered; the name of a meeting platform, such as 'MS Teams', means online. Refused: nothing, and
 * anything else.
 */
export function readDelivery(text: string): Reading<{ delivery: Delivery }> {
  const known = deliveryOf(text);
  if (known !== undefined) return { ok: true, delivery: known };
  return refused(
    tidy(text) === ''
      ? 'The delivery is missing. Write Online, In person or Blended.'
      : 'This is not a delivery we know. Write Online, In person or Blended.',
    ['In person', 'Online', 'Blended'],
  );
}

function deliveryOf(text: string): Delivery | undefined {
  const cell = tidy(text).replaceAll('-', ' ');
  if (/^(?:online|virtual|(?:(?:via|on) )?(?:(?:ms|microsoft) )?teams|(?:via )?zoom|webinar)$/.test(cell))
    return 'online';
  if (/^(?:in person|face to face|classroom)$/.test(cell)) return 'in-person';
  return /^(?:blended|hybrid)$/.test(cell) ? 'blended' : undefined;
}

export function readCourse(text: string): Reading<{ course: string }> {
  const course = text.trim();
  return course === '' ? refused('The course is missing. Write its code or its title.') : { ok: true, course };
}

export function readCapacity(text: string): Reading<{ capacity: number }> {
  const capacity = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
  return capacity > 0 && capacity <= MOST_PLACES
    ? { ok: true, capacity }
    : refused(`The capacity must be a whole number of places from 1 to ${MOST_PLACES}.`);
}
