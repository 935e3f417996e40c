import { type Area, type ProgrammeSubscription, paths } from '@roundtable/contracts';
import { dateInWords, folded } from '@roundtable/platform';
import { type PageErrors, pageErrors } from '../frame/errors';
import type { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';
import { AREA_WORDS } from '../frame/words';

export const MAILING_MOMENTS = ['saved', 'stopped'] as const;
export type MailingMoment = (typeof MAILING_MOMENTS)[number];

const NOTICES: Record<MailingMoment, string> = {
  saved: 'We will write to you about what you chose.',
  stopped: 'We stopped these mails. Nothing more goes to you.',
};

interface Choice {
  value: string;
  text: string;
  checked: boolean;
}

export interface OwnMailingsPage extends PageModel {
  notice: string | null;
  /** What is on now, in a sentence; empty where nothing is. */
  now: string | null;
  action: string;
  scopes: { all: Choice; some: Choice };
  topics: (Choice & { name: string })[];
  areas: Choice[];
  isAgreed: boolean;
}

/** What somebody typed about the mails that they want. */
export interface GivenMailings {
  allTopics: boolean;
  topics: string[];
  area: Area;
  isAgreed: boolean;
}

const AREAS = ['both', 'city', 'county'] as const;

/** The name of the box of a topic; a topic is free text, and a name of a field is not. */
export function topicField(topic: string): string {
  return `topic-${folded(topic).replace(/[^a-z0-9]+/g, '-')}`;
}

export function readMailings(given: Fields, known: readonly string[]): GivenMailings {
  return {
    allTopics: given.text('scope') !== 'some',
    topics: known.filter((topic) => given.has(topicField(topic))),
    area: given.oneOf('area', AREAS) ?? 'both',
    isAgreed: given.text('consent') === 'yes',
  };
}

/** Asking for mail about the programme: off until somebody agrees to it. */
export function ownMailingsPage(
  subscription: ProgrammeSubscription | null,
  known: readonly string[],
  moment: MailingMoment | null,
  refused: { given: GivenMailings; errors: Record<string, string> } | null = null,
): OwnMailingsPage {
  const isOn = subscription !== null && subscription.endedAt === null;
  const given = refused?.given ?? {
    allTopics: subscription?.allTopics ?? true,
    topics: subscription?.topics ?? [],
    area: subscription?.area ?? 'both',
    isAgreed: false,
  };
  return {
    title: 'Mail about training',
    section: 'account',
    errors: refused && errorsOf(refused.errors, known),
    notice: moment && NOTICES[moment],
    now: isOn
      ? `You agreed on ${dateInWords(new Date(subscription.consentedAt))}: ${wantedInWords(subscription)}.`
      : null,
    action: paths.accountMailings,
    scopes: {
      all: { value: 'all', text: 'All topics', checked: given.allTopics },
      some: { value: 'some', text: 'Only the topics that I choose', checked: !given.allTopics },
    },
    topics: known.map((topic) => ({
      name: topicField(topic),
      value: 'yes',
      text: topic,
      checked: given.topics.includes(topic),
    })),
    areas: AREAS.map((area) => ({ value: area, text: AREA_WORDS[area], checked: area === given.area })),
    isAgreed: given.isAgreed,
  };
}

/** 'all topics, city and county', or 'Neglect and Online safety, city'. */
export function wantedInWords({
  allTopics,
  topics,
  area,
}: Omit<ProgrammeSubscription, 'consentedAt' | 'endedAt'>): string {
  const about = allTopics ? 'all topics' : new Intl.ListFormat('en-GB').format(topics);
  return `${about}, ${AREA_WORDS[area].toLowerCase()}`;
}

/** Errors stand at the first box of what they are about. */
function errorsOf(errors: Record<string, string>, known: readonly string[]): PageErrors | null {
  const { topics, consent } = errors;
  return pageErrors({
    ...(topics !== undefined && { [known.length > 0 ? 'topics' : 'scope']: topics }),
    ...(consent !== undefined && { consent }),
  });
}
