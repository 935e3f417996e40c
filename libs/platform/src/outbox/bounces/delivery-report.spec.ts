import { describe, expect, it } from '@jest/globals';
import { type ReturnedFacts, returnedMail } from './returned-mail.builder';
import { deliveryReport } from './delivery-report';

const facts = { messageId: '<0190-a@roundtable.example>', to: 'gone@person.example' };
const read = (more: Partial<ReturnedFacts> = {}) => deliveryReport(Buffer.from(returnedMail({ ...facts, ...more })));

describe('a report of a mail server about a mail that it had taken', () => {
  it.each([false, true])('names the mail, with its headers alone: %s', async (isHeadersOnly) => {
    expect(await read({ isHeadersOnly })).toEqual({
      messageId: facts.messageId,
      isGivenUp: true,
      isAddressAtFault: true,
      said: '"550 5.1.1 <gone@person.example>: no such user"',
    });
  });

  it.each([
    ['failed', '5.1.1', true, true],
    ['failed', '5.0.0', true, true],
    ['failed', '5.2.1', true, true],
    ['failed', '5.4.1', true, true],
    ['failed', '5.1.8', true, false],
    ['failed', '5.2.2', true, false],
    ['failed', '5.7.1', true, false],
    ['failed', '4.4.7', true, false],
    ['delayed', '4.4.1', false, false],
    ['delivered', '2.1.5', false, false],
    ['relayed', '5.1.1', false, false],
  ])('%s with %s: given up is %s, for its address is %s', async (action, status, isGivenUp, isAddressAtFault) => {
    expect(await read({ action, status })).toMatchObject({ isGivenUp, isAddressAtFault });
  });

  it('is no other mail', async () => {
    expect(await deliveryReport(Buffer.from('Subject: Hello\r\n\r\nStatus: 5.1.1\r\n'))).toBeNull();
    expect(await deliveryReport(Buffer.from(''))).toBeNull();
  });
});
