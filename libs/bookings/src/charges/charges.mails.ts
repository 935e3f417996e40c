import type { ChargeKind, ChargePayer } from '@roundtable/contracts';
import { type Letter, whenInWords } from '@roundtable/platform';
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
export function chargeMadeToDelegate(facts: ChargeFactsInMail): Letter {
  const amount = poundsInWords(facts.pence);
  return {
    subject: `Charge of ${amount}: ${facts.courseTitle}`,
    opening: [
      facts.payer === 'person'
        ? `There is a charge of ${amount} for your booking. You will get an invoice for it.`
        : `There is a charge of ${amount} for your booking. ${facts.agencyName} is billed for it, and you do not need to pay anything.`,
    ],
    facts: factsInWords(facts),
    action: { label: 'See your booking', url: facts.url },
    closing: ['If you think this is not right, tell the training team and give the reference of the charge.'],
  };
}

/** The same, told to whoever leads the agency that is billed. */
export function chargeMadeToLead(facts: ChargeFactsInMail): Letter {
  const amount = poundsInWords(facts.pence);
  return {
    subject: `Charge of ${amount} to ${facts.agencyName}: ${facts.courseTitle}`,
    opening: [`There is a charge of ${amount} for a booking of ${facts.agencyName}. The agency will get an invoice.`],
    facts: factsInWords(facts),
    action: { label: 'See the charges of your agency', url: facts.url },
    closing: [
      ...(facts.orderNumber ? [] : ['If your agency needs an order number on the invoice, send it to us now.']),
      'You get this mail because you look after the training of this agency.',
    ],
  };
}

/** A charge that was told is not made after all. */
export function chargeWaived(facts: ChargeFactsInMail): Letter {
  return {
    subject: `No charge after all: ${facts.courseTitle}`,
    opening: [
      `We wrote about a charge of ${poundsInWords(facts.pence)}. It is not charged after all.`,
      'If an invoice was sent already, a credit follows.',
    ],
    facts: factsInWords(facts),
    action: { label: 'See it', url: facts.url },
  };
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
