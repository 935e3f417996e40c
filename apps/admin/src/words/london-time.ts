/** Everything is shown and typed in London time, whatever the browser's own zone. */
const LONDON = 'Europe/London';

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const clockFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: LONDON,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export interface LondonClock {
  /** Such as 2024-05-22. */
  date: string;
  /** Such as 09:30. */
  time: string;
}

export function toLondon(instant: string | Date): LondonClock {
  const parts = clockFormat.formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? '';
  return { date: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/**
 * The instant (ISO 8601, UTC) of a date and time on London's clocks, or null where no such moment exists: an hour
 * that is skipped in spring, or a day like 31 February. A time that occurs twice in autumn is the first one.
 */
export function fromLondon({ date, time }: LondonClock): string | null {
  const asIfUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asIfUtc)) return null;
  for (const hoursAhead of [1, 0]) {
    const instant = new Date(asIfUtc - hoursAhead * 3_600_000);
    const clock = toLondon(instant);
    if (clock.date === date && clock.time === time) return instant.toISOString();
  }
  return null;
}

/** Such as 'Wed 22 May 2024'. */
export function dayInWords(instant: string | Date): string {
  return dayFormat.format(new Date(instant)).replaceAll(',', '').replace('Sept', 'Sep');
}

/** Such as 'Wed 22 May 2024', of a London date such as 2024-05-22. */
export function dateInWords(date: string): string {
  return dayInWords(`${date}T12:00:00Z`);
}

/** Such as '9:30am', '2pm' or 'midday'. */
export function timeInWords(instant: string | Date): string {
  const [hour = 0, minute = 0] = toLondon(instant).time.split(':').map(Number);
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  if (minute === 0 && hour % 12 === 0) return hour === 12 ? 'midday' : 'midnight';
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** Such as 'Wed 22 May 2024, 9:30am'. */
export function momentInWords(instant: string | Date): string {
  return `${dayInWords(instant)}, ${timeInWords(instant)}`;
}

/** Such as 'Wed 22 May 2024, 9:30am to 12:30pm'; both days are named where they differ. */
export function spanInWords(startsAt: string, endsAt: string): string {
  const isOneDay = toLondon(startsAt).date === toLondon(endsAt).date;
  return `${momentInWords(startsAt)} to ${isOneDay ? timeInWords(endsAt) : momentInWords(endsAt)}`;
}

/** The London date a number of days after an instant, such as 2024-05-22. */
export function londonDateAfter(instant: Date, days: number): string {
  const { date } = toLondon(instant);
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
