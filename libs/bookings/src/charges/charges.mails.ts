import type { ChargeKind, ChargePayer } from '@roundtable/contracts';
import { type FilledTemplate, filled, whenInWords } from '@roundtable/platform';
import { CHARGE_MADE, CHARGE_WAIVED } from './charge.templates';
import { CHARGE_KIND_WORDS, poundsInWords } from './charge-words';

/** What mails say of a charge. A lead is told the booking and not the name, which stays behind signing in. */
export interface ChargeFactsInMail {
  reference: string;
  bookingReference: string;
  courseTitle: string;
  startsAt: Date | null;
  endsAt: Date | null;
  kind: ChargeKind;
  pence: number;
  payer: ChargePayer;
  agencyName: string;
  orderNumber: string | null;
  /** Where to read it, signed in. */
  url: string;
}

/** A charge was confirmed, told to the delegate: for themselves where they pay, else as what their agency is billed. */
export function chargeMadeToDelegate(facts: ChargeFactsInMail): FilledTemplate {
  return filled(CHARGE_MADE[facts.payer], wordsOf(facts), restOf(facts));
}

/** The same, told to whoever leads the agency that is billed. */
export function chargeMadeToLead(facts: ChargeFactsInMail): FilledTemplate {
  const askForOrder = facts.orderNumber
    ? ''
    : 'If your agency needs an order number on the invoice, send it to us now.';
  return filled(CHARGE_MADE.lead, { ...wordsOf(facts), askForOrder }, restOf(facts));
}

/** A charge that was told is not made after all. */
export function chargeWaived(facts: ChargeFactsInMail): FilledTemplate {
  return filled(CHARGE_WAIVED, wordsOf(facts), restOf(facts));
}

function wordsOf({ courseTitle, pence, agencyName }: ChargeFactsInMail) {
  return { course: courseTitle, amount: poundsInWords(pence), agency: agencyName };
}

function restOf(facts: ChargeFactsInMail) {
  return { facts: factsInWords(facts), url: facts.url };
}

function factsInWords(facts: ChargeFactsInMail): { label: string; value: string }[] {
  const { startsAt, endsAt } = facts;
  return [
    { label: 'Course', value: facts.courseTitle },
    ...(startsAt && endsAt ? [{ label: 'When', value: whenInWords(startsAt, endsAt) }] : []),
    { label: 'For', value: CHARGE_KIND_WORDS[facts.kind] },
    { label: 'Amount', value: poundsInWords(facts.pence) },
    { label: 'Reference of the charge', value: facts.reference },
    { label: 'Booking reference', value: facts.bookingReference },
    ...(facts.orderNumber ? [{ label: 'Order number', value: facts.orderNumber }] : []),
  ];
}
