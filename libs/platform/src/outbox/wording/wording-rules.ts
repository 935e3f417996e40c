import mustache from 'mustache';
import type { Letter } from '../letter';
import type { FilledTemplate, MailTemplate, Wording } from './mail-template';

export const MOST_LETTERS = { subject: 150, opening: 4000, action: 80, closing: 4000 } as const;

const PARTS = ['subject', 'opening', 'action', 'closing'] as const;
const BLANK_LINES = /\n\s*\n/;

/** What stands between double braces, in the order in which it stands; null where the braces do not fit together. */
function tagsOf(text: string): { kind: string; name: string }[] | null {
  try {
    return mustache
      .parse(text)
      .filter(([kind]) => kind !== 'text')
      .map(([kind, name]) => ({ kind: String(kind), name: String(name) }));
  } catch {
    // The parser throws on braces that are opened and not closed.
    return null;
  }
}

/** Why a text with merge fields cannot be used; null where it can. */
export function mergeFieldProblem(text: string, known: readonly string[]): string | null {
  const tags = tagsOf(text);
  if (tags === null) return 'A merge field is not closed. Write it between two braces on each side, like {{name}}';
  const odd = tags.find(({ kind, name }) => kind !== 'name' || !known.includes(name));
  if (!odd) return null;
  const usable = known.map((name) => `{{${name}}}`).join(', ');
  return `{{${odd.name}}} is not a merge field of this mail. You can use ${usable}`;
}

/** What is wrong with a wording, by its part; empty where nothing is. */
export function wordingProblems(template: MailTemplate, wording: Wording): Partial<Record<keyof Wording, string>> {
  const problems: Partial<Record<keyof Wording, string>> = {};
  const known = Object.keys(template.fields);
  for (const part of PARTS) {
    const text = wording[part] ?? '';
    const most = MOST_LETTERS[part];
    const problem = text.length > most ? `Use ${most} characters or fewer` : mergeFieldProblem(text, known);
    if (problem) problems[part] = problem;
  }
  if (!wording.subject.trim()) problems.subject = 'Enter a subject';
  if (/[\r\n]/.test(wording.subject)) problems.subject = 'Write the subject on one line';
  if (!wording.opening.trim()) problems.opening = 'Enter what the mail says';
  if (template.original.action !== null && !wording.action?.trim()) problems.action = 'Enter what the link is called';
  const used = new Set(PARTS.flatMap((part) => tagsOf(wording[part] ?? '') ?? []).map(({ name }) => name));
  const missing = template.needed.find((field) => !used.has(field));
  if (missing !== undefined && !problems.opening)
    problems.opening = `This mail must say {{${missing}}}: ${template.fields[missing]?.means ?? ''}`;
  return problems;
}

/** A text with its merge fields filled in, as plain text: whoever draws HTML escapes it. */
export function merged(text: string, words: Readonly<Record<string, string>>): string {
  return mustache.render(text, words, {}, { escape: (value: string) => value });
}

/** The paragraphs of a text; without those that name a merge field which is empty here. */
function paragraphs(text: string, words: Readonly<Record<string, string>>): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(BLANK_LINES)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph && (tagsOf(paragraph) ?? []).every(({ name }) => words[name]))
    .map((paragraph) => merged(paragraph, words));
}

/** The letter of a wording, filled for one reader. */
export function letterOf(wording: Wording, { words, facts, links, url }: Omit<FilledTemplate, 'template'>): Letter {
  return {
    subject: merged(wording.subject, words),
    opening: paragraphs(wording.opening, words),
    ...(facts && { facts }),
    ...(links && { links }),
    ...(url !== undefined && wording.action !== null && { action: { label: merged(wording.action, words), url } }),
    closing: paragraphs(wording.closing, words),
  };
}
