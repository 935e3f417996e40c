import type { ChargeKind, ChargePayer, ChargeState, ChargeWaiver } from '@roundtable/contracts';

export const CHARGE_KIND: Record<ChargeKind, string> = {
  fee: 'Fee',
  absence: 'Absence',
  'late-cancellation': 'Cancelled too late',
};

export const CHARGE_STATE: Record<ChargeState, string> = {
  proposed: 'To confirm',
  waived: 'Waived',
  confirmed: 'Confirmed',
  sent_on: 'Sent on',
  credited: 'Credited',
  withdrawn: 'Withdrawn',
};

export const CHARGE_WAIVER: Record<ChargeWaiver, string> = {
  substitute: 'a colleague came instead',
  refilled: 'somebody else got the place',
  organiser: 'time or place changed, or the event was cancelled',
  reason: 'a reason that is not charged',
  promoted: 'within the free days after the waiting list',
  staff: 'decided by staff',
};

export const CHARGE_PAYER: Record<ChargePayer, string> = {
  agency: 'The agency',
  person: 'The person, who is self-employed',
};
