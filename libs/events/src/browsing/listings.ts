import type { Area, OtherProviderEventView } from '@roundtable/contracts';
import MiniSearch from 'minisearch';
import { forgiving, tokens } from './programme-search';
import type { ProgrammeWish } from './programme-wish';

/** What somebody asks of other providers' events; what they left open is null or empty. */
export interface ListingWish {
  q: string;
  topic: string;
  /** Words for whom it is; what names nobody, or everybody, is for all. */
  audience: string;
  area: Area | null;
  /** London dates, inclusive. */
  from: string;
  to: string;
  onlyFreeInCounty: boolean;
}

export const NO_LISTING_WISH: ListingWish = {
  q: '',
  topic: '',
  audience: '',
  area: null,
  from: '',
  to: '',
  onlyFreeInCounty: false,
};

/** The same wish of others' events as of ours; null where it asks for what is not known of them. */
export function listingWishOf(wish: ProgrammeWish): ListingWish | null {
  if (wish.level || wish.sector || wish.delivery || wish.onlyFree) return null;
  const { q, topic, audience, area, from, to } = wish;
  return { ...NO_LISTING_WISH, q, topic, audience, area, from, to };
}

/** Searching what other providers offer, as forgiving as the programme. */
export class ListingSearch {
  private readonly texts: MiniSearch<Record<'id' | 'title' | 'provider' | 'topic' | 'audience', string>>;

  /** Published listings, those without a date last. */
  constructor(private readonly listings: readonly OtherProviderEventView[]) {
    this.texts = new MiniSearch({
      tokenize: tokens,
      processTerm: (word: string) => word,
      fields: ['title', 'provider', 'topic', 'audience'],
    });
    this.texts.addAll(
      listings.map(({ id, title, provider, topic, audience }) => ({
        id,
        title,
        provider,
        topic: topic ?? '',
        audience: audience ?? '',
      })),
    );
  }

  /** What fits a wish and is not over on a London date. */
  matching(wish: ListingWish, today: string): OtherProviderEventView[] {
    const found = this.with(wish.q);
    const meant = this.with(wish.audience, ['audience']);
    return this.listings.filter(
      (listing) =>
        !isOver(listing, today) &&
        (found === null || found.has(listing.id)) &&
        (meant === null || isForEverybody(listing) || meant.has(listing.id)) &&
        (!wish.topic || listing.topic === wish.topic) &&
        (wish.area === null || listing.area === wish.area || listing.area === 'both') &&
        (!wish.onlyFreeInCounty || listing.freeInCounty) &&
        isInTime(listing, wish),
    );
  }

  private with(typed: string, fields?: string[]): Set<string> | null {
    if (!tokens(typed).length) return null;
    const options = { prefix: (word: string) => word.length > 2, fuzzy: forgiving, combineWith: 'AND' as const };
    return new Set(this.texts.search(typed, { ...options, ...(fields && { fields }) }).map(({ id }) => id as string));
  }
}

function isForEverybody({ audience }: OtherProviderEventView): boolean {
  return audience === null || /\b(all|anybody|anyone|everybody|everyone)\b/i.test(audience);
}

function isOver({ from, to }: OtherProviderEventView, today: string): boolean {
  const last = to ?? from;
  return last !== null && last < today;
}

function isInTime(listing: OtherProviderEventView, { from, to }: ListingWish): boolean {
  if (!from && !to) return true;
  if (listing.from === null) return false;
  return (!from || (listing.to ?? listing.from) >= from) && (!to || listing.from <= to);
}
