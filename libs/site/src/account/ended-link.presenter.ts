import type { PageModel } from '../frame/site-pages';

export interface EndedLinkPage extends PageModel {
  next: { text: string; href: string };
}

/** A mailed link that works no more: used, run out, or not whole. The three are told alike. */
export function endedLinkPage(next: EndedLinkPage['next']): EndedLinkPage {
  return { title: 'This link does not work any more', next };
}
