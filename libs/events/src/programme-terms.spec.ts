import { describe, expect, it } from '@jest/globals';
import { readDelivery, readFee } from './programme-terms';

describe('the fee of a programme', () => {
  it.each([
    ['£30', 3000],
    ['£30.50', 3050],
    ['30', 3000],
    ['£1,200', 120000],
    ['Free', 0],
    ['Free of charge', 0],
    ['Free of Charge', 0],
    ['', null],
  ])("is in pence, and unsaid where the cell is empty: '%s' is %p", (text, pence) => {
    expect(readFee(text)).toEqual({ ok: true, pence });
  });

  it.each(['£30 + VAT', '-£30', '€30', '30p', '£30.5', '£1,20', '£1000000'])("refuses '%s'", (text) => {
    const reason = 'This is not a fee we can read. Write it like £30 or £30.50, or write Free.';
    expect(readFee(text)).toMatchObject({ ok: false, reason });
  });
});

describe('the delivery of a programme', () => {
  it.each([
    ['MS Teams', 'online'],
    ['Online', 'online'],
    ['In person', 'in-person'],
    ['In-Person', 'in-person'],
    ['Blended', 'blended'],
  ])("takes the words of the partnerships: '%s' is %s", (text, delivery) => {
    expect(readDelivery(text)).toEqual({ ok: true, delivery });
  });

  it('refuses nothing and what it does not know', () => {
    expect(readDelivery('')).toMatchObject({
      ok: false,
      reason: 'The delivery is missing. Write Online, In person or Blended.',
    });
    expect(readDelivery('by post')).toMatchObject({
      ok: false,
      reason: 'This is not a delivery we know. Write Online, In person or Blended.',
    });
  });
});
