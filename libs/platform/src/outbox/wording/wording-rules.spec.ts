import { describe, expect, it } from '@jest/globals';
import type { MailTemplate, Wording } from './mail-template';
import { letterOf, wordingProblems } from './wording-rules';

const template: MailTemplate = {
  id: 'offered',
  name: 'A place is offered',
  group: 'Bookings',
  when: 'When a place becomes free.',
  fields: {
    course: { means: 'the course', example: 'Neglect' },
    until: { means: 'until when to answer', example: '22 May 2024, noon' },
  },
  needed: ['until'],
  original: { subject: 'Offered: {{course}}', opening: 'Say yes by {{until}}.', action: 'Answer', closing: '' },
};
const wording = (more: Partial<Wording> = {}): Wording => ({ ...template.original, ...more });

describe('a wording', () => {
  it('is taken as it was made', () => {
    expect(wordingProblems(template, template.original)).toEqual({});
  });

  it.each([
    [
      'an unknown merge field',
      { opening: 'By {{when}} or {{until}}' },
      'opening',
      'There is no field {{when}}. You can use {{course}}, {{until}}',
    ],
    ['braces that are not closed', { opening: '{{until' }, 'opening', 'Close each field with two braces'],
    ['a section', { opening: '{{#until}}x{{/until}}' }, 'opening', 'There is no field '],
    ['other delimiters', { closing: '{{=<% %>=}}' }, 'closing', 'There is no field '],
    ['unescaped braces', { closing: '{{{course}}}' }, 'closing', 'There is no field '],
    ['no subject', { subject: ' ' }, 'subject', 'Enter a subject'],
    ['a subject on two lines', { subject: 'a\r\nBcc: x@y.example' }, 'subject', 'on one line'],
    ['a link without a name', { action: '' }, 'action', 'what the link is called'],
    ['the needed field left out', { opening: 'Say yes.' }, 'opening', 'This mail must say {{until}}'],
    ['too many letters', { closing: 'a'.repeat(4001) }, 'closing', '4000 characters or fewer'],
  ] as const)('is refused with %s, at its part', (_, more, part, reason) => {
    expect(wordingProblems(template, wording(more))[part]).toContain(reason);
  });
});

describe('a letter', () => {
  const words = { course: 'Neglect', until: '' };

  it('leaves out a paragraph with an empty field, and keeps what is typed as plain text', () => {
    const letter = letterOf(wording({ opening: 'Hello & <b>{{course}}</b>\r\n\r\nBy {{until}}\n \nEnd' }), {
      words: { ...words, course: 'A & B' },
      url: 'https://x.example',
    });
    expect(letter.opening).toEqual(['Hello & <b>A & B</b>', 'End']);
    expect(letter.action).toEqual({ label: 'Answer', url: 'https://x.example' });
    expect(letter.closing).toEqual([]);
  });

  it('does not read a value as a template', () => {
    expect(letterOf(wording(), { words: { course: '{{until}}', until: 'noon' } }).subject).toBe('Offered: {{until}}');
  });
});
