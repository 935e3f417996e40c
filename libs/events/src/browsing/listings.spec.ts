import { describe, expect, it } from '@jest/globals';
import type { OtherProviderEventView } from '@roundtable/contracts';
import { ListingSearch, type ListingWish, NO_LISTING_WISH, listingWishOf } from './listings';
import { NO_WISH } from './programme-wish';

const listing = (id: string, more: Partial<OtherProviderEventView>) =>
  ({
    id,
    title: id,
    provider: 'A charity',
    audience: null,
    area: null,
    freeInCounty: false,
    topic: null,
    from: null,
    to: null,
    ...more,
  }) as OtherProviderEventView;
const search = new ListingSearch([
  listing('Online harms', {
    topic: 'Online safety',
    audience: 'Everybody who works with children',
    area: 'county',
    freeInCounty: true,
    from: '2026-05-01',
  }),
  listing('Perinatal care', {
    audience: 'Health visitors and midwives',
    area: 'both',
    from: '2026-06-01',
    to: '2026-06-02',
  }),
  listing('On demand', { area: 'city' }),
]);
const matching = (wish: Partial<ListingWish>, today = '2026-04-01') =>
  search.matching({ ...NO_LISTING_WISH, ...wish }, today).map(({ title }) => title);

describe('looking through what other providers offer', () => {
  it('forgives typing mistakes in title, provider, topic and audience', () => {
    expect(matching({ q: 'perinatel' })).toEqual(['Perinatal care']);
    expect(matching({ q: 'online safty' })).toEqual(['Online harms']);
    expect(matching({ q: 'midwifes' })).toEqual(['Perinatal care']);
    expect(matching({ q: 'zebra' })).toEqual([]);
  });

  it('filters by area, both among them, and by what is free in the county', () => {
    expect(matching({ area: 'county' })).toEqual(['Online harms', 'Perinatal care']);
    expect(matching({ area: 'city' })).toEqual(['Perinatal care', 'On demand']);
    expect(matching({ onlyFreeInCounty: true })).toEqual(['Online harms']);
  });

  it('takes what names nobody or everybody as for all', () => {
    expect(matching({ audience: 'health' })).toEqual(['Online harms', 'Perinatal care', 'On demand']);
    expect(matching({ audience: 'police' })).toEqual(['Online harms', 'On demand']);
  });

  it('filters by date, both days included, and leaves out what is over', () => {
    expect(matching({ from: '2026-06-02', to: '2026-06-30' })).toEqual(['Perinatal care']);
    expect(matching({ to: '2026-05-01' })).toEqual(['Online harms']);
    expect(matching({}, '2026-06-02')).toEqual(['Perinatal care', 'On demand']);
    expect(matching({}, '2026-06-03')).toEqual(['On demand']);
  });

  it('answers nothing to a wish for what is not known of them', () => {
    for (const more of [{ level: '2' }, { sector: 'police' }, { delivery: 'online' as const }, { onlyFree: true }])
      expect(listingWishOf({ ...NO_WISH, ...more })).toBeNull();
    expect(listingWishOf({ ...NO_WISH, area: 'city', q: 'neglect' })).toEqual({
      ...NO_LISTING_WISH,
      area: 'city',
      q: 'neglect',
    });
  });
});
