import type { Letter } from '../letter';

/** The words of a mail, as they are typed: paragraphs apart by an empty line, with merge fields such as {{course}}. */
export interface Wording {
  /** One line. */
  subject: string;
  /** What stands before the details. */
  opening: string;
  /** What the link is called; null where a mail has none. */
  action: string | null;
  /** What stands after the link; empty where nothing does. */
  closing: string;
}

/** What a merge field stands for, and what it might read. */
export interface MergeField {
  means: string;
  example: string;
}

/**
 * One kind of mail with its original wording, which the partnership may replace. A paragraph is left out where a merge
 * field in it is empty; so what is told only sometimes has a paragraph of its own.
 */
export interface MailTemplate<Field extends string = string> {
  /** Stays as it is: the partnership's wording is kept under it. */
  id: string;
  /** What the office calls it. */
  name: string;
  /** What it belongs to, for the list. */
  group: string;
  /** Who gets it, and when; one sentence. */
  when: string;
  fields: Record<Field, MergeField>;
  /** Without these the mail would not say what it is for. */
  needed: readonly Field[];
  original: Wording;
}

/** A template with what its merge fields read for one reader; empty is told by leaving the paragraph out. */
export interface FilledTemplate {
  template: MailTemplate;
  words: Readonly<Record<string, string>>;
  facts?: Letter['facts'];
  links?: Letter['links'];
  /** Where the link leads; a template without one is given none. */
  url?: string;
}

interface Draft<Field extends string> extends Omit<MailTemplate<Field>, 'needed' | 'original'> {
  needed?: readonly NoInfer<Field>[];
  original: { subject: string; opening: readonly string[]; action?: string; closing?: readonly string[] };
}

/** A template whose paragraphs are given one by one. */
export function mailTemplate<Field extends string>({
  needed = [],
  original,
  ...rest
}: Draft<Field>): MailTemplate<Field> {
  const { subject, opening, action = null, closing = [] } = original;
  return {
    ...rest,
    needed,
    original: { subject, opening: opening.join('\n\n'), action, closing: closing.join('\n\n') },
  };
}

/** Fills a template: every field has its words. */
export function filled<Field extends string>(
  template: MailTemplate<Field>,
  words: Readonly<Record<Field, string>>,
  rest: Pick<FilledTemplate, 'facts' | 'links' | 'url'> = {},
): FilledTemplate {
  return { template, words, ...rest };
}
