import { dateInWords, isLocalDate } from '@roundtable/platform';
import { type Reading, inWordsWithoutWeekday, refused, tidy, twoDigits } from './programme-cell';

/**
 * The London date ('YYYY-MM-DD') of a cell such as 'Wednesday 22nd May 2024', '13th Nov 2024', '22/05/2024' (day first)
 * or '2024-05-22', with or without its weekday. Refused: nothing, what is not a date, a year that is missing, short or
 * outside 2000 to 2099, a day that does not exist, and a weekday that is not the date's.
 */
export function readProgrammeDate(text: string): Reading<{ localDate: string }> {
  const cell = tidy(text);
  if (cell === '') return refused('The date is missing. Write it like Wednesday 22 May 2024.');
  const parts = dateForms.map((form) => form.exec(cell)?.groups).find((groups) => groups !== undefined);
  const month = parts?.['name'] === undefined ? Number(parts?.['month']) : monthOf(parts['name']);
  const weekday = parts?.['weekday'] === undefined ? undefined : weekdayOf(parts['weekday']);
  if (parts === undefined || month === 0 || weekday === '') {
    return refused('This is not a date we can read. Write it like Wednesday 22 May 2024 or 22/05/2024.');
  }
  const day = Number(parts['day']);
  const year = parts['year'];
  if (year === undefined) return refused('The year is missing. Write the date like Wednesday 22 May 2024.');
  if (year.length < 4)
    return refused('Write the year with four digits, for example 2024.', existing(`20${year}`, month, day));
  if (!/^20\d\d$/.test(year)) return refused(`The year ${year} is not between 2000 and 2099. Check the year.`);
  const monthName = months[month - 1];
  if (monthName === undefined) {
    return refused(
      `There is no month ${month}. Write the day first, then the month, for example 22/05/2024.`,
      existing(year, day, month),
    );
  }
  const localDate = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  if (!isLocalDate(localDate)) return refused(`There is no ${day} ${monthName} ${year}. Check the day and the month.`);
  const [actual] = dateInWords(localDate).split(' ');
  if (weekday !== undefined && weekday !== actual) {
    return refused(
      `${inWordsWithoutWeekday(localDate)} is a ${actual}, not a ${weekday}. Check the day or the date.`,
      [localDate, ...datesMeantBy(weekday, localDate)].map((date) => dateInWords(date)),
    );
  }
  return { ok: true, localDate };
}

/** The date in words, where there is such a day. */
function existing(year: string, month: number, day: number): string[] {
  const localDate = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  return isLocalDate(localDate) ? [dateInWords(localDate)] : [];
}

/** The nearest dates of a weekday before and after a date, and the same day a year before or after where it is one. */
function datesMeantBy(weekday: string, localDate: string): string[] {
  const moved = (days: number): string =>
    new Date(Date.parse(`${localDate}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
  const year = Number(localDate.slice(0, 4));
  const otherYears = [year - 1, year + 1].map((one) => `${one}${localDate.slice(4)}`).filter(isLocalDate);
  const isMeant = (date: string): boolean => dateInWords(date).startsWith(weekday);
  const around = [-1, 1].flatMap((way) => [1, 2, 3, 4, 5, 6].map((days) => moved(way * days)).filter(isMeant));
  return [...around, ...otherYears.filter(isMeant)];
}

const DAY_MS = 24 * 3600_000;

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = 'January February March April May June July August September October November December'.split(' ');
const dateForms = [
  /^(?:(?<weekday>[a-z]+)[.,]* )?(?<day>\d{1,2}) ?(?:st|nd|rd|th)? ?(?:of )?(?<name>[a-z]{3,})(?:[.,]* (?<year>\d+))?$/,
  /^(?:(?<weekday>[a-z]+)[.,]* )?(?<day>\d{1,2})([/.-])(?<month>\d{1,2})\3(?<year>\d+)$/,
  /^(?:(?<weekday>[a-z]+)[.,]* )?(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
];

function monthOf(name: string): number {
  return 1 + months.findIndex((month) => month.toLowerCase().startsWith(name));
}

function weekdayOf(name: string): string {
  const start = name === 'weds' ? 'wed' : name;
  return weekdays.find((weekday) => start.length >= 3 && weekday.toLowerCase().startsWith(start)) ?? '';
}
