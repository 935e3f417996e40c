import type { Letter } from '../letter';
import type { FilledTemplate, MailTemplate, Wording } from './mail-template';
import { fieldsIn, mergeFieldProblem, withFields } from './merge-fields';

export const MOST_LETTERS = { subject: 150, opening: 4000, action: 80, closing: 4000 } as const;

const PARTS = ['subject', 'opening', 'action', 'closing'] as const;
const BLANK_LINES = /\n\s*\n/;

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
  const used = new Set(PARTS.flatMap((part) => fieldsIn(wording[part] ?? '')));
  const missing = template.needed.find((field) => !used.has(field));
  if (missing !== undefined && !problems.opening)
    problems.opening = `This mail must say {{${missing}}}: ${template.fields[missing]?.means ?? ''}`;
  return problems;
}

/** The paragraphs of a text; without those that name a merge field which is empty here. */
function paragraphs(text: string, words: Readonly<Record<string, string>>): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(BLANK_LINES)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph && fieldsIn(paragraph).every((name) => words[name]))
    .map((paragraph) => withFields(paragraph, words));
}

/** The letter of a wording, filled for one reader. */
export function letterOf(wording: Wording, { words, facts, links, url }: Omit<FilledTemplate, 'template'>): Letter {
  return {
    subject: withFields(wording.subject, words),
    opening: paragraphs(wording.opening, words),
    ...(facts && { facts }),
    ...(links && { links }),
    ...(url !== undefined && wording.action !== null && { action: { label: withFields(wording.action, words), url } }),
    closing: paragraphs(wording.closing, words),
  };
}
