import {
  DATA_REQUEST_KINDS,
  type DataDecision,
  type DataRequestKind,
  type OwnDataRequestView,
  type QuoteConsentView,
  paths,
} from '@roundtable/contracts';
import { dateInWords } from '@roundtable/platform';
import { type PageErrors, pageErrors } from '../frame/errors';
import { Fields } from '../frame/fields';
import type { PageModel } from '../frame/site-pages';

const MOST_WORDS = 2000;

const KINDS: Record<DataRequestKind, { text: string; hint: string; name: string }> = {
  erase: {
    text: 'Erase it',
    hint: 'Your name and everything that tells who you are goes. You lose your training record and your certificates.',
    name: 'Erase my data',
  },
  object: { text: 'Stop using it', hint: 'Say what for, and why.', name: 'Stop using my data' },
  rectify: { text: 'Correct it', hint: 'Say what is wrong, and what is right.', name: 'Correct my data' },
};

const DECISIONS: Record<DataDecision, string> = {
  granted: 'We did what you asked',
  partly: 'We did a part of what you asked',
  refused: 'We did not do what you asked',
};

const DONE = {
  sent: 'We have your request. We answer within one month, and write to you.',
  'not-quoted': 'We do not quote these words any more.',
};

const WHEN: Record<QuoteConsentView['stage'], string> = {
  before: 'before the course',
  after: 'after the course',
  'retrospective-before': 'about before the course',
  'follow-up': 'some months after the course',
  'line-manager': 'by your line manager',
};

export interface YourDataPage extends PageModel {
  action: string;
  fileHref: string;
  backHref: string;
  done: string | null;
  quotes: { action: string; consents: { id: string; heading: string; given: string; what: string }[] };
  kinds: { value: string; text: string; hint: { text: string }; checked: boolean }[];
  words: string;
  requests: { heading: string; rows: { key: string; value: string }[] }[];
}

/** What the page shows of somebody, and what they typed where it was refused. */
export interface YourDataFacts {
  requests: readonly OwnDataRequestView[];
  consents: readonly QuoteConsentView[];
  given?: Fields;
  errors?: PageErrors | null;
  done?: keyof typeof DONE | null;
}

/** What may be done with one's own data, and the state of what one asked. The latest request comes first. */
export function yourDataPage({
  requests,
  consents,
  given = Fields.ofForm({}),
  errors = null,
  done = null,
}: YourDataFacts): YourDataPage {
  return {
    title: 'Your data',
    section: 'mine',
    errors,
    action: paths.yourData,
    fileHref: paths.yourDataFile,
    backHref: paths.myTraining,
    done: done && DONE[done],
    quotes: { action: paths.yourQuotes, consents: consents.map(consentShown) },
    kinds: DATA_REQUEST_KINDS.map((kind) => ({
      value: kind,
      text: KINDS[kind].text,
      hint: { text: KINDS[kind].hint },
      checked: given.text('kind') === kind,
    })),
    words: given.text('words'),
    requests: requests.map(shown),
  };
}

/** What was asked for, or what is missing. */
export function readDataRequest(given: Fields): {
  wanted: { kind: DataRequestKind; words?: string } | null;
  errors: PageErrors | null;
} {
  const kind = given.oneOf('kind', DATA_REQUEST_KINDS);
  const words = given.text('words');
  const errors = pageErrors({
    ...(kind ? {} : { kind: 'Choose what you ask us to do' }),
    ...(words.length > MOST_WORDS ? { words: 'Use 2,000 characters or fewer' } : {}),
    ...(kind === 'rectify' && !words ? { words: 'Say what is wrong, and what is right' } : {}),
  });
  if (errors || !kind) return { wanted: null, errors };
  return { wanted: { kind, ...(words ? { words } : {}) }, errors: null };
}

function consentShown({
  id,
  courseTitle,
  stage,
  givenAt,
}: QuoteConsentView): YourDataPage['quotes']['consents'][number] {
  const when = WHEN[stage];
  return {
    id,
    heading: courseTitle,
    given: `What you wrote ${when}; you agreed on ${dateInWords(new Date(givenAt))}.`,
    what: `${courseTitle}, ${when}`,
  };
}

function shown(request: OwnDataRequestView): YourDataPage['requests'][number] {
  const day = (at: string): string => dateInWords(new Date(at));
  return {
    heading: KINDS[request.kind].name,
    rows: [
      { key: 'Asked on', value: day(request.receivedAt) },
      request.decidedAt && request.decision
        ? { key: 'Answer', value: `${DECISIONS[request.decision]}, ${day(request.decidedAt)}` }
        : { key: 'We answer by', value: day(request.dueAt) },
      ...(request.reason ? [{ key: 'Reason', value: request.reason }] : []),
      ...(request.words ? [{ key: 'Your words', value: request.words }] : []),
    ],
  };
}
