/** What is charged: a place taken, a place left empty, a place given back too late. */
export const CHARGE_KINDS = ['fee', 'absence', 'late-cancellation'] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];

/**
 * Proposed by the register and told to nobody; waived by a rule or by staff; confirmed, which tells whoever pays; sent on
 * to finance. Ends: credited; withdrawn, because a correction of the register took its ground away.
 */
export const CHARGE_STATES = ['proposed', 'waived', 'confirmed', 'sent_on', 'credited', 'withdrawn'] as const;
export type ChargeState = (typeof CHARGE_STATES)[number];

/** Why a charge is waived without anybody deciding it, or that staff decided it. */
export const CHARGE_WAIVERS = ['substitute', 'refilled', 'organiser', 'reason', 'promoted', 'staff'] as const;
export type ChargeWaiver = (typeof CHARGE_WAIVERS)[number];

/** The agency is billed; somebody self-employed personally. */
export const CHARGE_PAYERS = ['agency', 'person'] as const;
export type ChargePayer = (typeof CHARGE_PAYERS)[number];

export interface ChargeView {
  id: string;
  reference: string;
  bookingId: string;
  bookingReference: string;
  eventId: string;
  eventReference: string;
  courseTitle: string;
  startsAt: string | null;
  endsAt: string | null;
  practitionerName: string;
  agencyId: string;
  agencyName: string;
  kind: ChargeKind;
  state: ChargeState;
  payer: ChargePayer;
  pence: number;
  orderNumber: string | null;
  /** When whoever pays was told. */
  toldAt: string | null;
  /** What follows is told to staff alone. */
  costCode: string | null;
  waiver: ChargeWaiver | null;
  /** Why staff waived, credited or charged all the same. */
  reason: string | null;
  proposedAt: string | null;
  sentOnAt: string | null;
  creditedAt: string | null;
  creditSentOnAt: string | null;
  /** When a correction of the register took the ground away from a charge that was told already. */
  overtakenAt: string | null;
}

export interface ChargeChange {
  orderNumber?: string | null;
}

/** Several charges at once. */
export interface ChosenCharges {
  ids: string[];
}

/** How many of the chosen were changed, and how many stood in a state that does not allow it. */
export interface ChosenChargesView {
  changed: number;
  unchanged: number;
}
