import { describe, expect, it } from '@jest/globals';
import { paragraphsOf, sendAtOf, wordsErrors } from './mailing-rules';

const NOW = new Date('2026-10-20T12:00:00Z');

describe('when a mail goes', () => {
  it.each([
    ['2026-10-24', '09:00', '2026-10-24T08:00:00.000Z'],
    ['2026-10-25', '09:00', '2026-10-25T09:00:00.000Z'],
    ['2027-03-27', '09:00', '2027-03-27T09:00:00.000Z'],
    ['2027-03-29', '09:00', '2027-03-29T08:00:00.000Z'],
  ])('on %s at %s in London it is %s', (sendOn, sendTime, expected) => {
    const at = sendAtOf({ sendOn, sendTime }, NOW);
    expect('sendAt' in at && [at.sendAt.toISOString(), at.isNow]).toEqual([expected, false]);
  });

  it('at once without a date', () => {
    expect(sendAtOf({}, NOW)).toEqual({ sendAt: NOW, isNow: true });
  });

  it.each([
    [{ sendOn: '2026-10-20', sendTime: '13:00' }, 'sendOn', /still to come/],
    [{ sendOn: '2026-10-25', sendTime: '01:30' }, 'sendTime', /twice/],
    [{ sendOn: '2027-03-28', sendTime: '01:30' }, 'sendTime', /skip/],
    [{ sendOn: '2026-11-31', sendTime: '09:00' }, 'sendOn', /exists/],
    [{ sendOn: '2026-11-30', sendTime: '9am' }, 'sendTime', /09:30/],
    [{ sendOn: '2028-11-30', sendTime: '09:00' }, 'sendOn', /within a year/],
    [{ sendOn: '2026-11-30' }, 'sendTime', /Enter the time/],
    [{ sendTime: '09:00' }, 'sendOn', /Enter the date/],
  ])('is refused at the field: %j', (given, field, words) => {
    const at = sendAtOf(given, NOW);
    expect('errors' in at ? at.errors[field] : '').toMatch(words);
  });
});

describe('the words of a mail', () => {
  it('need a subject and a text, with fields that are known', () => {
    expect(wordsErrors({ subject: ' ', words: 'Hello {{nme}}' }, ['name'])).toEqual({
      subject: 'Enter a subject',
      words: 'There is no field {{nme}}. You can use {{name}}',
    });
    expect(wordsErrors({ subject: 'Hello', words: 'Dear {{name}}' }, ['name'])).toEqual({});
  });

  it('become paragraphs at empty lines, whichever line ends were typed', () => {
    expect(paragraphsOf('One\r\nline\r\n\r\n\r\nTwo \n \n')).toEqual(['One\nline', 'Two']);
  });
});
