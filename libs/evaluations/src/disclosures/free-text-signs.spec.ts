import { describe, expect, it } from '@jest/globals';
import { freeTextSigns } from './free-text-signs';

describe('what a text looks like', () => {
  it.each([
    ['The pace was good and the handouts helped.', []],
    ['More time for questions, please', []],
    ['More case studies about neglect would help.', []],
    ['I will use the toolkit on Monday. Thank you!', []],
    ['GREAT DAY', []],
    ['', []],
    ['Next time in Nottingham, in May', []],
    ['I now understand the signs of abuse much better than before this course came.', []],
  ])('%s: nothing', (text, signs) => {
    expect(freeTextSigns(text)).toEqual(signs);
  });

  it.each([
    ['My manager Terry made this hard', 'name'],
    ['the trainer sarah was lovely', 'name'],
    ['It reminded me of Okonkwo in year 3', 'name'],
    ['Adaeze Okonkwo spoke well', 'name'],
    ['Mrs patel should know', 'name'],
    ['We worked on a case of J.S. last week', 'name'],
    ['Ask child K about it', 'name'],
    ['a girl called bee', 'name'],
    ['write to me at someone@example.org', 'name'],
    ['ring 07700 900123', 'name'],
    ['We saw O’Connor again', 'name'],
    ['DAVID WAS RUDE', 'name'],
  ])('%s: a name', (text, sign) => {
    expect(freeTextSigns(text)).toContain(sign);
  });

  it.each([
    'born on a farm, she is fine',
    'dob 1.2.15',
    'It was 03/04/2012',
    '2012-04-03',
    'the boy of 3rd May 2012',
    'a case from May 3, 2012',
    'there is a 7 year old at my school',
    'aged 9',
  ])('%s: a birth date', (text) => {
    expect(freeTextSigns(text)).toContain('birth-date');
  });

  it.each([
    'My colleague hits the children',
    'my manager bullied everybody',
    'He touched her',
    'I was abused as a child',
    'someone at work told me about a bruise',
    'I am scared of going home',
    'A pupil disclosed this last week',
    'she wants to end her life',
    'Children are not safe at our setting',
    'it happened to me',
    'the trainer was drunk',
  ])('%s: an allegation', (text) => {
    expect(freeTextSigns(text)).toContain('allegation');
  });

  it('says everything that a text looks like, in one order', () => {
    expect(freeTextSigns('On 3/4/2012 Terry hit me')).toEqual(['name', 'birth-date', 'allegation']);
  });

  it('takes no longer than a moment over the longest text', () => {
    const began = Date.now();
    freeTextSigns('me and my '.repeat(500));
    freeTextSigns('I I I I, '.repeat(500));
    freeTextSigns('1'.repeat(5000));
    expect(Date.now() - began).toBeLessThan(500);
  });
});
