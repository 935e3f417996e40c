/** The weeks of a month ('2026-05'), Monday first, as London dates; null for days of the months around it. */
export function weeksOf(month: string): (string | null)[][] {
  const first = new Date(`${month}-01T12:00:00Z`);
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const cells = [
    ...Array.from({ length: before }, () => null),
    ...Array.from({ length: days }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`),
  ];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day] ?? null),
  );
}

/** The month a number of months after another: ('2026-12', 1) is '2027-01'. */
export function monthAfter(month: string, months: number): string {
  const moved = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + months, 1));
  return moved.toISOString().slice(0, 7);
}

const nameFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });

/** '2026-05' is 'May 2026'. */
export function monthInWords(month: string): string {
  return nameFormat.format(new Date(`${month}-01T12:00:00Z`));
}

/** '2026-05-20' is 'Wednesday 20 May'. */
export function dateInWords(date: string): string {
  return dayFormat.format(new Date(`${date}T12:00:00Z`)).replace(',', '');
}

/** '09:30' is '9:30am'. */
export function clockInWords(time: string): string {
  const hour = Number(time.slice(0, 2));
  const minutes = time.slice(3) === '00' ? '' : time.slice(2);
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}
