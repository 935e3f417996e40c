import { AREAS, DELIVERIES, paths } from '@roundtable/contracts';
import { type Filter, NO_WISH, type ProgrammeWish, countsOf } from '@roundtable/events';
import { dateInWords } from '@roundtable/platform';
import { AREA_WORDS, DELIVERY_WORDS, levelName, sentence } from '../frame/words';
import type { Browsed } from './browsing.service';
import { addressOf, parametersOf } from './wish-address';

interface Choice {
  value: string;
  text: string;
  selected: boolean;
}

export interface Select {
  id: Filter;
  label: string;
  items: Choice[];
}

export interface Filters {
  wish: ProgrammeWish;
  /** Always in sight; the others are under 'More filters'. */
  first: Select[];
  more: Select[];
  isMoreOpen: boolean;
  /** What was chosen, each with the address without it. */
  chosen: { words: string; href: string }[];
  clearHref: string;
  /** What the form has to carry beside the filters. */
  carried: { name: string; value: string }[];
  views: { text: string; href: string; isCurrent: boolean }[];
  calendarHref: string;
  feedHref: string;
}

const LABELS: Record<Filter, string> = {
  topic: 'Topic',
  level: 'Level',
  audience: 'For people who work in',
  sector: 'Places kept for',
  delivery: 'Online or in person',
  area: 'Area',
};
const ANY: Record<Filter, string> = {
  topic: 'Any topic',
  level: 'Any level',
  audience: 'Any sector',
  sector: 'Any sector',
  delivery: 'Any way',
  area: 'Any area',
};

/** The filters of the programme, with how many courses each choice would leave. `more` is what the view's address needs. */
export function filtersOf(browsed: Browsed, more: Record<string, string>, month: string): Filters {
  const { programme, wish, found, now, isOpen } = browsed;
  const counts = countsOf(programme, wish, found, now, isOpen);
  const selects = (names: Filter[]): Select[] =>
    names.map((name) => selectOf(name, wish[name] ?? '', counts[name])).filter(({ items }) => items.length > 1);
  const view = more['view'] ?? 'list';
  return {
    wish,
    first: selects(['topic', 'level', 'delivery']),
    more: selects(['area', 'audience', 'sector']),
    isMoreOpen: Boolean(wish.area || wish.audience || wish.sector || wish.from || wish.to),
    chosen: chosenOf(wish).map(({ words, without }) => ({ words, href: addressOf({ ...wish, ...without }, more) })),
    clearHref: addressOf(NO_WISH, more),
    carried: Object.entries(more).map(([name, value]) => ({ name, value })),
    views: [
      { text: 'List', href: addressOf(wish), isCurrent: view === 'list' },
      { text: 'Month', href: addressOf(wish, { view: 'month', month }), isCurrent: view === 'month' },
      { text: 'Print', href: addressOf(wish, { view: 'print' }), isCurrent: view === 'print' },
    ],
    calendarHref: addressOf(wish, {}, paths.programmeCalendar),
    feedHref: addressOf(wish, {}, paths.programmeFeed),
  };
}

/** What was chosen, in words: 'Topic: Neglect'. */
export function chosenOf(wish: ProgrammeWish): { words: string; without: Partial<ProgrammeWish> }[] {
  return parametersOf(wish).map(([name, value]) => {
    if (name === 'q') return { words: `Search: ${value}`, without: { q: '' } };
    if (name === 'from') return { words: `From ${dateInWords(value)}`, without: { from: '' } };
    if (name === 'to') return { words: `Until ${dateInWords(value)}`, without: { to: '' } };
    if (name === 'free') return { words: 'With places free', without: { onlyFree: false } };
    const filter = name as Filter;
    return { words: `${LABELS[filter]}: ${wordsOf(filter, value)}`, without: { [filter]: NO_WISH[filter] } };
  });
}

function selectOf(id: Filter, chosen: string, counts: ReadonlyMap<string, number>): Select {
  const values = orderOf(id, [...new Set([...counts.keys(), ...(chosen ? [chosen] : [])])]);
  return {
    id,
    label: LABELS[id],
    items: [
      { value: '', text: ANY[id], selected: chosen === '' },
      ...values.map((value) => ({
        value,
        text: `${wordsOf(id, value)} (${counts.get(value) ?? 0})`,
        selected: value === chosen,
      })),
    ],
  };
}

function wordsOf(filter: Filter, value: string): string {
  if (filter === 'level') return levelName(value);
  if (filter === 'delivery') return DELIVERY_WORDS[DELIVERIES.find((one) => one === value) ?? 'online'];
  if (filter === 'area') return AREA_WORDS[AREAS.find((one) => one === value) ?? 'both'];
  return sentence(value);
}

function orderOf(filter: Filter, values: string[]): string[] {
  if (filter === 'delivery') return DELIVERIES.filter((one) => values.includes(one));
  return values.sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}
