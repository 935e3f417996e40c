import { describe, expect, it } from '@jest/globals';
import { CANCEL_REASONS } from '@roundtable/contracts';
import { type ChargeFacts, chargeFor, payerOf, refilledAmong } from './charge-rules';

const AMOUNTS = { feePence: 3000, chargePence: 5000 };
const CUT_OFF = new Date('2024-05-15T16:00:00Z');
const after = (minutes: number) => new Date(CUT_OFF.getTime() + minutes * 60_000);

const CONFIRMED: ChargeFacts = {
  status: 'confirmed',
  attendance: 'attended',
  absenceReason: null,
  isWalkIn: false,
  endedAt: null,
  endReason: null,
  endCategory: null,
  cutOffAtEnd: null,
  promotedFreeUntil: null,
  isComingUnanswered: false,
  isRefilled: false,
  isEventCancelled: false,
};
const LATE: ChargeFacts = {
  ...CONFIRMED,
  status: 'cancelled',
  attendance: null,
  endedAt: after(1),
  cutOffAtEnd: CUT_OFF,
};
const ILL = CANCEL_REASONS.find(({ key }) => key === 'ill')!;
const WORK = CANCEL_REASONS.find(({ key }) => key === 'work')!;

describe('what a booking owes once the register is closed', () => {
  const cases: [string, ChargeFacts, ReturnType<typeof chargeFor>][] = [
    ['whoever attended: the fee', CONFIRMED, { kind: 'fee', pence: 3000, waiver: null }],
    [
      'whoever came for a part: the fee',
      { ...CONFIRMED, attendance: 'partly_attended' },
      { kind: 'fee', pence: 3000, waiver: null },
    ],
    [
      'somebody without a place who came: the fee',
      { ...CONFIRMED, isWalkIn: true },
      { kind: 'fee', pence: 3000, waiver: null },
    ],
    [
      'whoever was absent: the charge',
      { ...CONFIRMED, attendance: 'absent' },
      { kind: 'absence', pence: 5000, waiver: null },
    ],
    [
      'absent, for a reason without charge: waived',
      { ...CONFIRMED, attendance: 'absent', absenceReason: 'ill' },
      { kind: 'absence', pence: 5000, waiver: 'reason' },
    ],
    [
      'absent, for another reason: the charge',
      { ...CONFIRMED, attendance: 'absent', absenceReason: 'forgot' },
      { kind: 'absence', pence: 5000, waiver: null },
    ],
    ['somebody without a place who left again: nothing', { ...CONFIRMED, attendance: 'absent', isWalkIn: true }, null],
    ['whoever is not marked: nothing', { ...CONFIRMED, attendance: null }, null],
    [
      'absent, asked after a change and without an answer: waived',
      { ...CONFIRMED, attendance: 'absent', isComingUnanswered: true },
      { kind: 'absence', pence: 5000, waiver: 'organiser' },
    ],
    [
      'came all the same, without an answer: the fee',
      { ...CONFIRMED, isComingUnanswered: true },
      { kind: 'fee', pence: 3000, waiver: null },
    ],
    ['cancelled in the last free minute: nothing', { ...LATE, endedAt: CUT_OFF }, null],
    ['cancelled a minute later: the charge', LATE, { kind: 'late-cancellation', pence: 5000, waiver: null }],
    ['cancelled a wait: nothing', { ...LATE, cutOffAtEnd: null }, null],
    ['lapsed: nothing', { ...LATE, status: 'lapsed', cutOffAtEnd: null }, null],
    [
      'a colleague sent: waived',
      { ...LATE, status: 'substituted' },
      { kind: 'late-cancellation', pence: 5000, waiver: 'substitute' },
    ],
    [
      'somebody else got the place: waived',
      { ...LATE, isRefilled: true },
      { kind: 'late-cancellation', pence: 5000, waiver: 'refilled' },
    ],
    [
      'the event was cancelled later: waived',
      { ...LATE, isEventCancelled: true },
      { kind: 'late-cancellation', pence: 5000, waiver: 'organiser' },
    ],
    [
      'the new time does not suit: waived',
      { ...LATE, endCategory: 'organiser' },
      { kind: 'late-cancellation', pence: 5000, waiver: 'organiser' },
    ],
    [
      'cancelled after a change without having answered: waived',
      { ...LATE, isComingUnanswered: true },
      { kind: 'late-cancellation', pence: 5000, waiver: 'organiser' },
    ],
    [
      'a reason marked ‘no charge’: waived',
      { ...LATE, endReason: ILL.words },
      { kind: 'late-cancellation', pence: 5000, waiver: 'reason' },
    ],
    [
      'another reason: the charge',
      { ...LATE, endReason: WORK.words },
      { kind: 'late-cancellation', pence: 5000, waiver: null },
    ],
    [
      'in the free days after the waiting list: waived',
      { ...LATE, promotedFreeUntil: after(1) },
      { kind: 'late-cancellation', pence: 5000, waiver: 'promoted' },
    ],
    [
      'after the free days too: the charge',
      { ...LATE, promotedFreeUntil: after(0) },
      { kind: 'late-cancellation', pence: 5000, waiver: null },
    ],
  ];
  it.each(cases)('%s', (_, facts, due) => {
    expect(chargeFor(facts, AMOUNTS)).toEqual(due);
  });

  it('is nothing where the amount is nothing', () => {
    expect(chargeFor(CONFIRMED, { feePence: 0, chargePence: 5000 })).toBeNull();
    expect(chargeFor({ ...CONFIRMED, attendance: 'absent' }, { feePence: 3000, chargePence: 0 })).toBeNull();
    expect(chargeFor(LATE, { feePence: 3000, chargePence: 0 })).toBeNull();
  });

  it('is billed to the agency, and to somebody self-employed personally', () => {
    expect(['maintained', 'self-employed', 'other'].map(payerOf)).toEqual(['agency', 'person', 'agency']);
  });
});

describe('which places given back somebody else got', () => {
  const given = (bookingId: string, minutes: number) => ({ bookingId, endedAt: after(minutes) });
  const place = (bookingId: string, from: number, until: number | null = null, isPromoted = false) => ({
    bookingId,
    from: after(from),
    until: until === null ? null : after(until),
    isPromoted,
  });

  it('none while places stayed free, even where somebody booked later', () => {
    expect(refilledAmong([given('a', 10)], [place('a', -90, 10), place('b', 20)], 5)).toEqual(new Set());
  });

  it('the one given back first goes to whoever came off the waiting list', () => {
    const held = [place('a', -90, 10), place('b', -90, 11), place('c', 20, null, true)];
    expect(refilledAmong([given('b', 11), given('a', 10)], held, 5)).toEqual(new Set(['a']));
  });

  it('nobody’s by a promotion that came before', () => {
    expect(refilledAmong([given('a', 10)], [place('a', -90, 10), place('b', 5, null, true)], 5)).toEqual(new Set());
  });

  it('all of them once every place was held again, and not those given back afterwards', () => {
    const held = [place('a', -90, 10), place('b', -90), place('c', 20, 30)];
    expect(refilledAmong([given('a', 10), given('c', 30)], held, 2)).toEqual(new Set(['a']));
  });
});
