import { EVERY_FEE_TYPE } from '@roundtable/courses';

/** What a place costs, and absence or cancelling too late, in pence. */
export interface Amounts {
  feePence: number;
  chargePence: number;
}

interface Row {
  feeType: string;
  pence: number;
  chargePence: number | null;
}

/**
 * The amounts for an agency of a fee type (null is a visitor). What the event sets goes before what the course sets, and
 * a row of the type itself before the row for every type; each amount is looked for on its own. Nothing set is free.
 */
export function amountsFor(ofEvent: readonly Row[], ofCourse: readonly Row[], feeType: string | null): Amounts {
  const rows = [ofEvent, ofCourse].flatMap((all) => [
    ...all.filter((row) => row.feeType === feeType),
    ...all.filter((row) => row.feeType === EVERY_FEE_TYPE),
  ]);
  return {
    feePence: rows[0]?.pence ?? 0,
    chargePence: rows.find(({ chargePence }) => chargePence !== null)?.chargePence ?? 0,
  };
}
