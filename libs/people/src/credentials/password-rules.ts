import { COMMON_PASSWORDS } from './common-passwords';
import { COMMON_WORDS } from './common-words';

const LEAST = 12;
/** Digits and signs alone are dates and telephone numbers, unless there are many. */
const LEAST_WITHOUT_LETTERS = 20;
export const LONGEST_PASSWORD = 200;
const GUESSABLE =
  'Choose a password that is harder to guess. Three random words are easy to remember and hard to guess';
/** Letters that people put signs and digits for. */
const SWAPPED: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const WALKS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz'];
const LEAST_WALK = 3;
/** Of what a password holds besides the name, the address or this service, at least this much must be left. */
const LEAST_OWN = 6;

/** What is wrong with a new password, in a sentence; null where nothing is. No rules of composition. */
export function passwordProblem(password: string): string | null {
  if ([...password].length < LEAST) return `The password must have ${LEAST} or more characters`;
  if (password.length > LONGEST_PASSWORD) return `The password must have ${LONGEST_PASSWORD} or fewer characters`;
  if (new Set(password.toLowerCase()).size < 4) return GUESSABLE;
  return null;
}

/**
 * The same for a password that somebody chooses for themselves: also refuses what is in lists of stolen passwords,
 * patterns of the keyboard, repetitions, and what is made of the person's own name or address. Nothing is sent
 * anywhere to find out. `own` holds what the person is called.
 */
export function chosenPasswordProblem(password: string, own: readonly string[]): string | null {
  return passwordProblem(password) ?? (isCommon(password) || isOwn(password, own) ? GUESSABLE : null);
}

function isCommon(password: string): boolean {
  const small = password.toLowerCase();
  const letters = [small, swappedBack(small)].map((text) => text.replace(/[^\p{L}]/gu, ''));
  if (letters.some((text) => COMMON_PASSWORDS.has(text))) return true;
  if ([small, small.replace(/[^\p{L}\p{N}]/gu, '')].some((text) => isRepeated(text) || isWalked(text))) return true;
  const isShortNumber = small.length < LEAST_WITHOUT_LETTERS && !/\p{L}/u.test(small);
  return isShortNumber || [small, swappedBack(withoutEnd(small))].some(isOneWord);
}

/** 'Password2024!', '123welcome', 'p@ssw0rdp@ssw0rd': one common word, once or again, with digits and signs round it. */
function isOneWord(text: string): boolean {
  const words = new Set(text.split(/[^\p{L}]+/u).filter((word) => word.length > 1));
  return (
    words.size === 1 &&
    [...words].every((word) => COMMON_WORDS.has(word.replace(/^(.+?)\1+$/, '$1')) || COMMON_WORDS.has(word))
  );
}

/** The same few characters again and again. */
function isRepeated(text: string): boolean {
  return /^(.{1,6}?)\1+.{0,2}$/su.test(text);
}

/** Nothing but runs along the keyboard, the digits or the alphabet, forwards or backwards. */
function isWalked(text: string): boolean {
  let rest = text;
  while (rest.length >= LEAST_WALK) {
    const walk = longestWalk(rest);
    if (walk < LEAST_WALK) return false;
    rest = rest.slice(walk);
  }
  return rest.length < LEAST_WALK;
}

function longestWalk(text: string): number {
  const rows = WALKS.flatMap((row) => [row, [...row].reverse().join('')]);
  let length = 0;
  while (length < text.length && rows.some((row) => (row + row).includes(text.slice(0, length + 1)))) length += 1;
  return length;
}

/** Little is left without the person's name and address and without what this service is about. */
function isOwn(password: string, own: readonly string[]): boolean {
  const known = [
    ...own.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)),
    'roundtable',
    'safeguarding',
    'training',
  ]
    .filter((word) => word.length > 2)
    .sort((one, other) => other.length - one.length);
  const small = password.toLowerCase();
  const left = known.reduce((text, word) => text.replaceAll(word, ' '), small);
  return left !== small && left.replace(/[^\p{L}]/gu, '').length < LEAST_OWN;
}

/** Without the year and the signs that people put after a word: they stand for no letters there. */
function withoutEnd(text: string): string {
  return text.replace(/[^\p{L}]+$/u, '');
}

function swappedBack(text: string): string {
  return [...text].map((sign) => SWAPPED[sign] ?? sign).join('');
}
