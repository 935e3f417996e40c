import { AgencyEntity } from '@roundtable/agencies';
import type { ChargeKind, ChargePayer, ChargeState, ChargeWaiver } from '@roundtable/contracts';
import { Id, Instant, LooseReference, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { BookingEntity } from '../booking.entity';

/** What is or may be charged for a booking: a place taken, left empty, or given back too late. */
@Entity('charges')
@Index(['state', 'proposedAt'])
export class ChargeEntity {
  @Id()
  id: string;

  @Words(20, { unique: true })
  reference: string;

  @Index()
  @Reference(() => BookingEntity)
  bookingId: string;

  /** Who is billed, or whose person is; as it was when the charge was proposed. */
  @Index()
  @Reference(() => AgencyEntity)
  agencyId: string;

  @Words(20)
  kind: ChargeKind;

  @Words(20)
  state: ChargeState;

  /** Booking and kind until it is credited or withdrawn: the schema allows one. */
  @Words(80, { nullable: true, unique: true })
  liveKey: string | null;

  @Words(10)
  payer: ChargePayer;

  @Whole()
  pence: number;

  @Words(60, { nullable: true })
  orderNumber: string | null;

  @Words(40, { nullable: true })
  costCode: string | null;

  @Words(20, { nullable: true })
  waiver: ChargeWaiver | null;

  /** Why staff waived it, credited it, or charged all the same. */
  @Words(300, { nullable: true })
  reason: string | null;

  @LooseReference({ nullable: true })
  decidedById: string | null;

  @Instant()
  proposedAt: Date;

  /** When its state last changed: from then it is kept. */
  @Instant()
  changedAt: Date;

  /** When whoever pays was told; nobody is before staff confirm it. */
  @Instant({ nullable: true })
  toldAt: Date | null;

  @Instant({ nullable: true })
  sentOnAt: Date | null;

  @Instant({ nullable: true })
  creditedAt: Date | null;

  @Instant({ nullable: true })
  creditSentOnAt: Date | null;

  /** When a correction of the register took the ground away from a charge that staff had confirmed. */
  @Instant({ nullable: true })
  overtakenAt: Date | null;
}

/** What holds one live charge for each booking and kind. */
export const liveKeyOf = (bookingId: string, kind: ChargeKind): string => `${bookingId}|${kind}`;
