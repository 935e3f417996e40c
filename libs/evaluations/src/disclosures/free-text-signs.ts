import type { TextSign } from '@roundtable/contracts';
import { FIRST_NAMES, HARM, NO_NAMES, PEOPLE, TELLING } from './sign-words';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const BIRTH_DATES = [
  /\b\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})\b/,
  /\b(?:19|20)\d{2}-\d{1,2}-\d{1,2}\b/,
  new RegExp(`\\b${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+'?(?:\\d{4}|\\d{2})\\b`, 'i'),
  new RegExp(`\\b${MONTH}\\s+${DAY},?\\s+(?:19|20)\\d{2}\\b`, 'i'),
  /\b(?:dob|d\.o\.b|date of birth|birth ?date|birthday|born (?:on|in))\b/i,
  /\b(?:aged?|age of)\s+\d{1,3}\b/i,
  /\b\d{1,2}[\s-]*(?:years?|yrs?|months?|mths?)[\s-]*olds?\b/i,
  /\b\d{1,2}\s?(?:yo|y\/o)\b/i,
];

/** An address, a telephone number or a number of the health service tells who somebody is as a name does. */
const IDENTIFIERS = [
  /[^\s@]+@[^\s@]+\.[^\s@]+/,
  /(?:\+44|\b0)\s?(?:\d[\s-]?){9,10}\b/,
  /\b\d{3}[\s-]?\d{3}[\s-]?\d{4}\b/,
];
const TITLE =
  /\b(?:mr|mrs|ms|miss|mx|dr|prof|sir|sgt|sergeant|sister|nurse|auntie|aunty|uncle|p\.?c|d\.?[cs])\.?\s+\p{Lu}/iu;
const TITLED = /\b(?:mr|mrs|ms|mx|dr|sgt)\b\.?\s+\p{L}/iu;
const INITIALS = /\b\p{Lu}\.\s?\p{Lu}\.?(?=\s|$|[,;:!?])|\b(?:child|baby|pupil|client|family)\s+\p{Lu}\b/u;
const CALLED = /\b(?:called|named|name is|name was|name’s|name's|surname)\s+\p{L}/iu;

const GAP = "(?:[\\s,'’-]+[\\p{L}'’-]+){0,5}?[\\s,'’-]+";
const HARM_BY_SOMEBODY = new RegExp(
  `(?<!\\p{L})(?:${PEOPLE})(?!\\p{L})(?:${GAP}|\\s)(?:${HARM})|(?<!\\p{L})(?:${HARM})\\p{L}*(?:${GAP}|\\s)(?:${PEOPLE})(?!\\p{L})`,
  'iu',
);
const TELLS = new RegExp(`(?<!\\p{L})(?:${TELLING.join('|')})(?!\\p{L})`, 'iu');

/**
 * What a text looks like: a name, a birth date, an allegation. It only sorts, so that such texts are read first; a
 * false alarm costs a reader a minute, and a text without signs is held back and read as well.
 */
export function freeTextSigns(text: string): TextSign[] {
  const signs: TextSign[] = [];
  if (looksLikeName(text)) signs.push('name');
  if (BIRTH_DATES.some((pattern) => pattern.test(text))) signs.push('birth-date');
  if (TELLS.test(text) || HARM_BY_SOMEBODY.test(text)) signs.push('allegation');
  return signs;
}

function looksLikeName(text: string): boolean {
  if ([...IDENTIFIERS, TITLE, TITLED, INITIALS, CALLED].some((pattern) => pattern.test(text))) return true;
  const words = [...text.matchAll(/\p{L}[\p{L}'’-]*/gu)];
  if (words.some(([word]) => FIRST_NAMES.has(plain(word)))) return true;
  // Where everything is in capitals, a capital tells nothing.
  if (!/\p{Ll}/u.test(text)) return false;
  const capitals = words.map(({ 0: word, index }) => ({
    isFirst: isFirstOfSentence(text, index),
    is: isNameLike(word),
  }));
  return capitals.some(
    ({ is, isFirst }, at) => is && (!isFirst || (capitals[at + 1]?.is && !capitals[at + 1]?.isFirst)),
  );
}

/** A capital and small letters after it, and no word that is always written so. */
function isNameLike(word: string): boolean {
  return /^(?:\p{Lu}['’]?)?\p{Lu}\p{Ll}/u.test(word) && !NO_NAMES.has(plain(word));
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/['’-]+$/, '');
}

function isFirstOfSentence(text: string, index: number): boolean {
  return /(?:^|[.!?:;•*\n\r"“(–-])\s*["'“‘(]*$/u.test(text.slice(0, index));
}
