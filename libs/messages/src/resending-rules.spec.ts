import { describe, expect, it } from '@jest/globals';
import { type ResendingFacts, resendingProblem } from './resending-rules';

const message = (state: ResendingFacts['message']['state']) => ({
  state,
  textBody: 'Dear …',
  toAddress: 'a@b.example',
  sentAt: state === 'sent' ? new Date('2026-05-01T08:00:00Z') : null,
});
const facts = (more: Partial<ResendingFacts> = {}): ResendingFacts => ({
  message: message('sent'),
  hasMailServer: true,
  secret: 'none',
  isOvertaken: false,
  isUnwanted: false,
  isAddressBounced: false,
  ...more,
});

describe('a message goes out again', () => {
  it.each(['sent', 'failed', 'kept'] as const)('where it is %s', (state) => {
    expect(resendingProblem(facts({ message: message(state) }))).toBeNull();
  });

  it('where it failed and its link still works', () => {
    expect(resendingProblem(facts({ message: message('failed'), secret: 'works' }))).toBeNull();
  });

  it.each([
    ['it is in line', { message: message('queued') }, 'messages.on-its-way'],
    ['it goes out now', { message: message('sending') }, 'messages.on-its-way'],
    ['its text is gone', { message: { ...message('sent'), textBody: '' } }, 'messages.nothing-left'],
    ['its reader was erased', { message: { ...message('sent'), toAddress: '' } }, 'messages.nothing-left'],
    ['its link was sent and so erased', { secret: 'works' }, 'messages.secret-spent'],
    [
      'its link came back after it was sent, so its text is erased',
      { message: { ...message('sent'), state: 'failed' }, secret: 'works' },
      'messages.secret-spent',
    ],
    ['mail to its reader comes back', { isAddressBounced: true }, 'messages.address-bounced'],
    ['its link is spent', { message: message('failed'), secret: 'spent' }, 'messages.secret-spent'],
    ['its reader asked for no more of them', { isUnwanted: true }, 'messages.unsubscribed'],
    ['a later one changed the calendar entry', { isOvertaken: true }, 'messages.overtaken'],
    ['there is no mail server', { hasMailServer: false }, 'messages.no-mail-server'],
  ] as const)('but not where %s', (_, more, code) => {
    expect(resendingProblem(facts(more))).toBe(code);
  });
});
