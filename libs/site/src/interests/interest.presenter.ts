import { type InterestView, paths } from '@roundtable/contracts';
import { dateInWords } from '@roundtable/platform';
import type { PageModel } from '../frame/site-pages';
import { AREA_WORDS, DELIVERY_WORDS } from '../frame/words';

interface Choice {
  value: string;
  text: string;
  checked: boolean;
}

export interface InterestPage extends PageModel {
  caption: string;
  courseHref: string;
  action: string;
  /** When this person asked, in words; empty where they have not. */
  declared: string | null;
  removeAction: string | null;
  areas: Choice[];
  deliveries: Choice[];
}

/** Asking to be told of new dates of a course; `interest` is the person's own where they asked before. */
export function interestPage(course: { title: string; slug: string }, interest: InterestView | null): InterestPage {
  const choices = <Value extends string>(
    words: Record<Value, string>,
    values: Value[],
    chosen: Value | null,
    any: string,
  ) => [
    ...values.map((value) => ({ value, text: words[value], checked: value === chosen })),
    { value: '', text: any, checked: chosen === null },
  ];
  return {
    title: 'Tell me when there is a date',
    section: 'find',
    caption: course.title,
    courseHref: paths.course({ slug: course.slug }),
    action: paths.interest({ slug: course.slug }),
    declared: interest && `You asked on ${dateInWords(new Date(interest.declaredAt))}: ${suitsInWords(interest)}`,
    removeAction: interest && paths.removeInterest({ id: interest.id }),
    areas: choices(AREA_WORDS, ['city', 'county'], interest?.area ?? null, 'Anywhere'),
    deliveries: choices(DELIVERY_WORDS, ['in-person', 'online'], interest?.delivery ?? null, 'Either'),
  };
}

/** 'City, online' or 'anywhere, online or in person'. */
export function suitsInWords({ area, delivery }: Pick<InterestView, 'area' | 'delivery'>): string {
  return `${area ? AREA_WORDS[area].toLowerCase() : 'anywhere'}, ${delivery ? DELIVERY_WORDS[delivery].toLowerCase() : 'online or in person'}.`;
}
