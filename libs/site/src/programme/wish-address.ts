import { AREAS, DELIVERIES, paths } from '@roundtable/contracts';
import type { ProgrammeWish } from '@roundtable/events';
import { isLocalDate } from '@roundtable/platform';
import type { Fields } from '../frame/fields';

const LONGEST = 100;

/** What the parameters of an address ask of the programme; what is no answer is left out. */
export function wishOf(query: Fields): ProgrammeWish {
  const date = (name: string): string => (isLocalDate(query.text(name)) ? query.text(name) : '');
  return {
    q: query.text('q').slice(0, 2 * LONGEST),
    topic: query.text('topic').slice(0, LONGEST),
    level: query.text('level').slice(0, LONGEST),
    audience: query.text('audience').slice(0, LONGEST),
    sector: query.text('sector').slice(0, LONGEST),
    delivery: query.oneOf('delivery', DELIVERIES),
    area: query.oneOf('area', AREAS),
    from: date('from'),
    to: date('to'),
    onlyFree: query.text('free') === 'yes',
  };
}

/** The same wish as the parameters of an address, without what was left open. */
export function parametersOf({ onlyFree, ...wish }: ProgrammeWish): [name: string, value: string][] {
  const given = Object.entries(wish).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
  return onlyFree ? [...given, ['free', 'yes']] : given;
}

/** An address with a wish, and what else it needs: `{ view: 'month', month: '2026-12' }`. */
export function addressOf(
  wish: ProgrammeWish,
  more: Record<string, string> = {},
  path: string = paths.courses,
): string {
  const text = new URLSearchParams([...Object.entries(more), ...parametersOf(wish)]).toString();
  return text ? `${path}?${text}` : path;
}
