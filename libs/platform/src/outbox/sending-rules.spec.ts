import { describe, expect, it } from '@jest/globals';
import { backOff, leftTooOften, outcomeOf, pauseAfter, quoted } from './sending-rules';

const answer = (response: string, command = 'RCPT TO') => ({
  code: 'EENVELOPE',
  response,
  responseCode: Number(response.slice(0, 3)),
  command,
});

describe('what becomes of a mail that was not taken', () => {
  it('waits longer after each try, six hours at most', () => {
    expect([1, 2, 3, 9, 10, 12].map((tries) => backOff(tries) / 60_000)).toEqual([1, 2, 4, 256, 360, 360]);
  });

  it('pauses the queue longer each time the server cannot be used, two minutes at most', () => {
    expect([1, 2, 3, 4, 5, 30].map((times) => pauseAfter(times) / 1000)).toEqual([10, 20, 40, 80, 120, 120]);
  });

  it.each(['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ETLS', 'EAUTH'])('%s is of the connection', (code) => {
    expect(outcomeOf({ code, responseCode: 535 }, 1)).toEqual({ kind: 'broken-off', code });
  });

  it.each([
    ['550 5.1.1 No such user', 'RCPT TO', true],
    ['550-5.1.10 Recipient not found', 'RCPT TO', true],
    ['553 5.1.3 Bad address', 'RCPT TO', true],
    ['550 5.1.8 Sender unknown', 'RCPT TO', false],
    ['550 5.1.1 No such user', 'MAIL FROM', false],
    ['550 5.7.1 Spam', 'RCPT TO', false],
    ['554 No', 'DATA', false],
  ])('%s to %s: the address is at fault is %s', (response, command, isAddressAtFault) => {
    expect(outcomeOf(answer(response, command), 1)).toMatchObject({ kind: 'refused', isAddressAtFault });
  });

  it('is tried again after 4xx, and after whatever else went wrong, eleven times', () => {
    expect(outcomeOf(answer('451 4.7.1 Later'), 11)).toMatchObject({ kind: 'later' });
    expect(outcomeOf(answer('451 4.7.1 Later'), 12)).toMatchObject({ kind: 'refused', isAddressAtFault: false });
    expect(outcomeOf(new Error('odd'), 1)).toMatchObject({ kind: 'later' });
  });

  it('is given up where one worker after the other stopped while it went out', () => {
    expect([leftTooOften({ attempts: 12 }), typeof leftTooOften({ attempts: 13 })]).toEqual([null, 'string']);
  });

  it('repeats what the server said on one line, and not at any length', () => {
    expect(quoted('550 5.1.1 "Nobody"\r\n550 here')).toBe(`"550 5.1.1 'Nobody' 550 here"`);
    expect(quoted('x'.repeat(500))).toHaveLength(143);
    expect(quoted(' ')).toBe('');
  });

  it('keeps reasons to what their column holds', () => {
    const { reason } = outcomeOf(answer(`554 ${'long '.repeat(200)}`, 'DATA'), 1) as { reason: string };
    expect(reason.length).toBeLessThanOrEqual(300);
  });
});
