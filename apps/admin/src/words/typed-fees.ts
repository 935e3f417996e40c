import type { Fee } from '@roundtable/contracts';
import { penceFrom, poundsFrom } from './pounds';

/** An amount as it is typed, in pounds. */
export interface TypedFee {
  feeType: string;
  pounds: string;
  charge?: string | null;
}

export function typedFees(fees: readonly Fee[]): TypedFee[] {
  return fees.map(({ feeType, pence, chargePence }) => ({
    feeType,
    pounds: poundsFrom(pence),
    charge: typeof chargePence === 'number' ? poundsFrom(chargePence) : '',
  }));
}

/** The typed amounts in pence, for amounts that were found right. */
export function feesFrom(typed: readonly TypedFee[]): Fee[] {
  return typed.map(({ feeType, pounds, charge }) => ({
    feeType,
    pence: penceFrom(pounds) ?? 0,
    ...(charge ? { chargePence: penceFrom(charge) ?? 0 } : {}),
  }));
}
