import { attribute, xmlPieces } from './xml-parts';

/** How a cell's number is meant. */
export type NumberKind = 'number' | 'date' | 'time' | 'moment' | 'pounds';

const DAY_SECONDS = 24 * 3600;
const MOMENTS = [22];
const TIMES = [18, 19, 20, 21, 45, 46, 47];
const DATES = [14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];

/** The kind of number of each style of a workbook, by the style's place. */
export function numberKinds(styles: string): NumberKind[] {
  const own = new Map<string, NumberKind>();
  const kinds: NumberKind[] = [];
  let isInCellFormats = false;
  for (const { tag, opens, attributes } of xmlPieces(styles)) {
    if (tag === 'cellXfs') isInCellFormats = opens;
    const id = opens ? attribute(attributes, 'numFmtId') : undefined;
    if (id === undefined) continue;
    if (tag === 'numFmt') own.set(id, kindOfFormat(attribute(attributes, 'formatCode') ?? ''));
    if (tag === 'xf' && isInCellFormats) kinds.push(own.get(id) ?? kindOfKnownFormat(Number(id)));
  }
  return kinds;
}

function kindOfKnownFormat(id: number): NumberKind {
  if (MOMENTS.includes(id)) return 'moment';
  if (TIMES.includes(id)) return 'time';
  return DATES.includes(id) ? 'date' : 'number';
}

/** The kind of a format that a workbook brings itself, such as 'dddd d mmmm yyyy' or '[$£-809]#,##0.00'. */
export function kindOfFormat(code: string): NumberKind {
  const [first = ''] = code.split(';');
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h|m|s)[^\]]*\]/gi, '');
  const hasDay = /[dy]/i.test(bare);
  const hasClock = /[hs]/i.test(bare);
  if (hasDay && hasClock) return 'moment';
  if (hasDay || /^m+$/i.test(bare.trim())) return 'date';
  if (hasClock) return 'time';
  return first.includes('£') ? 'pounds' : 'number';
}

/** A number as a person would have typed it: '2024-05-22', '09:30', '£30.50' or the number itself. */
export function numberInWords(value: string, kind: NumberKind, isFrom1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (kind === 'pounds') return `£${number.toFixed(number % 1 === 0 ? 0 : 2)}`;
  if (kind === 'number' || number < 0) return String(number);
  const seconds = Math.round(number * DAY_SECONDS);
  const clock = new Date((seconds % DAY_SECONDS) * 1000).toISOString().slice(11, 16);
  if (kind === 'time' || (number < 1 && number > 0)) return clock;
  const days = Math.floor(seconds / DAY_SECONDS) + (isFrom1904 ? 1462 : 0);
  const date = new Date(Date.UTC(1899, 11, 30) + days * DAY_SECONDS * 1000).toISOString().slice(0, 10);
  return kind === 'moment' && seconds % DAY_SECONDS > 0 ? `${date} ${clock}` : date;
}
