import type { EventChange, EventTermsView } from '@roundtable/contracts';
import { fromLondon, toLondon } from '../words/london-time';
import { feesFrom, typedFees, type TypedFee } from '../words/typed-fees';

/** The terms of an event as they are typed, moments on London's clocks. */
export interface TermsForm {
  fees: TypedFee[];
  keptPlaces: { sector: string; places: number; releaseDays: number }[];
  expectedMix: { sector: string; people: number }[];
  agencyCap?: number | null;
  groupCap?: number | null;
  opensDate?: string | null;
  opensTime?: string | null;
  closesDate?: string | null;
  closesTime?: string | null;
  bookingClosesWorkingDays?: number | null;
  freeCancellationWorkingDays?: number | null;
  costCode?: string | null;
  minimumPlaces?: number | null;
  decideBy?: string | null;
  note?: string | null;
}

const DAY_STARTS = '09:00';
const DAY_ENDS = '17:00';

export function formFrom(terms: EventTermsView): TermsForm {
  const opens = terms.bookingOpensAt === null ? null : toLondon(terms.bookingOpensAt);
  const closes = terms.bookingClosesAt === null ? null : toLondon(terms.bookingClosesAt);
  return {
    fees: typedFees(terms.fees),
    keptPlaces: terms.keptPlaces.map(({ sector, places, releaseDays }) => ({ sector, places, releaseDays })),
    expectedMix: terms.expectedMix,
    agencyCap: terms.agencyCap,
    groupCap: terms.groupCap,
    opensDate: opens?.date ?? '',
    opensTime: opens?.time ?? DAY_STARTS,
    closesDate: closes?.date ?? '',
    closesTime: closes?.time ?? DAY_ENDS,
    bookingClosesWorkingDays: terms.bookingClosesWorkingDays,
    freeCancellationWorkingDays: terms.freeCancellationWorkingDays,
    costCode: terms.costCode ?? '',
    minimumPlaces: terms.minimumPlaces,
    decideBy: terms.decideBy ?? '',
    note: terms.note ?? '',
  };
}

/** What is sent: everything that the form shows, and null for what was emptied. */
export function changeFrom(form: TermsForm): EventChange {
  return {
    fees: feesFrom(form.fees),
    keptPlaces: form.keptPlaces,
    expectedMix: form.expectedMix,
    agencyCap: form.agencyCap ?? null,
    groupCap: form.groupCap ?? null,
    bookingOpensAt: momentOf(form.opensDate, form.opensTime ?? DAY_STARTS),
    bookingClosesAt: momentOf(form.closesDate, form.closesTime ?? DAY_ENDS),
    bookingClosesWorkingDays: form.bookingClosesWorkingDays ?? null,
    freeCancellationWorkingDays: form.freeCancellationWorkingDays ?? null,
    costCode: form.costCode?.trim() || null,
    minimumPlaces: form.minimumPlaces ?? null,
    decideBy: form.decideBy || null,
    note: form.note?.trim() || null,
  };
}

/** Where the form shows what the server says of a field. */
export function atFormFields(errors: Record<string, string>): Record<string, string> {
  const places: Record<string, string> = { bookingOpensAt: 'opensDate', bookingClosesAt: 'closesDate' };
  return Object.fromEntries(Object.entries(errors).map(([field, words]) => [places[field] ?? field, words]));
}

function momentOf(date: string | null | undefined, time: string): string | null {
  return date ? fromLondon({ date, time: time || DAY_STARTS }) : null;
}
