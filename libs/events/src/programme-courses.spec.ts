import { describe, expect, it } from '@jest/globals';
import { titlesLike } from './programme-courses';

const TITLES = [
  'Neglect',
  'Safer Recruitment in Early Years',
  'Designated Safeguarding Leads Training',
  'Prevent Duty',
];

describe('a course that nobody knows', () => {
  it.each([
    ['Safer Recuritment', ['Safer Recruitment in Early Years']],
    ['neglct', ['Neglect']],
    ['Prevent', ['Prevent Duty']],
    ['Designated Safeguarding Lead', ['Designated Safeguarding Leads Training']],
    ['Fire safety', []],
    ['', []],
  ])("is asked about by the titles that are like it: '%s'", (text, titles) => {
    expect(titlesLike(text, TITLES)).toEqual(titles);
  });
});
