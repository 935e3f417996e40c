import type { Area, Delivery, EventStatus, WaitlistPolicy } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { Id, Instant, LongText, LooseReference, Reference, Revision, Whole, Words, YesNo } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';
import { VenueEntity } from './venues/venue.entity';

/** One run of a course. Whether it has ended follows from time. */
@Entity('events')
@Index(['status', 'startsAt'])
@Index(['courseId', 'startsAt'])
export class EventEntity {
  @Id()
  id: string;

  /** Rises by one with every decision about places: see Database.gate. */
  @Whole()
  gate: number;

  @Words(20, { unique: true })
  reference: string;

  @Reference(() => CourseEntity)
  courseId: string;

  @Words(10)
  status: 'draft' | 'published' | 'cancelled';

  @Words(10)
  delivery: Delivery;

  @Reference(() => VenueEntity, { nullable: true })
  venueId: string | null;

  /** Whose area it is meant for; empty where nobody said. */
  @Words(10, { nullable: true })
  area: Area | null;

  @Whole()
  capacity: number;

  /** Start of the first session; empty for history without a date. */
  @Instant({ nullable: true })
  startsAt: Date | null;

  /** End of the last session. */
  @Index()
  @Instant({ nullable: true })
  endsAt: Date | null;

  /** The partnership year of history without a date, such as 2020-21. */
  @Words(7, { nullable: true })
  period: string | null;

  @Words(10)
  waitlistPolicy: WaitlistPolicy;

  /** The most places that one agency may hold. */
  @Whole({ nullable: true })
  agencyCap: number | null;

  /** The most places that the agencies of one group may hold together. */
  @Whole({ nullable: true })
  groupCap: number | null;

  /** No booking is taken before; empty is from publication. */
  @Instant({ nullable: true })
  bookingOpensAt: Date | null;

  /** No booking is taken from then on: an instant, or working days before the first session, at most one of the two. */
  @Instant({ nullable: true })
  bookingClosesAt: Date | null;

  @Whole({ nullable: true })
  bookingClosesWorkingDays: number | null;

  /** Cancelling is free until so many working days before; as the course says where it is empty. */
  @Whole({ nullable: true })
  freeCancellationWorkingDays: number | null;

  /** What finance books charges under; as the course says where it is empty. */
  @Words(40, { nullable: true })
  costCode: string | null;

  /** How many people are needed, and the London date on which that is decided: both or neither. */
  @Whole({ nullable: true })
  minimumPlaces: number | null;

  @Words(10, { nullable: true })
  decideBy: string | null;

  /** What delegates should know beforehand. */
  @LongText({ nullable: true })
  note: string | null;

  /** What an imported event is known by, so that the same file twice changes nothing. */
  @Words(190, { nullable: true, unique: true })
  importKey: string | null;

  @Words(120, { nullable: true })
  trainerNote: string | null;

  @Words(300, { nullable: true })
  cancelReason: string | null;

  @LooseReference({ nullable: true })
  duplicatedFromId: string | null;

  @YesNo()
  isDemonstration: boolean;

  @Instant()
  createdAt: Date;

  @Revision()
  revision: number;

  /** Its date is to be confirmed: it is there to collect interest. */
  get isDateless(): boolean {
    return this.startsAt === null && this.period === null;
  }

  hasEnded(now: Date): boolean {
    return this.period !== null || (this.endsAt !== null && this.endsAt <= now);
  }

  hasStarted(now: Date): boolean {
    return this.period !== null || (this.startsAt !== null && this.startsAt <= now);
  }

  /** What people are told of the event: a published one that is over has ended. */
  statusAt(now: Date): EventStatus {
    return this.status === 'published' && this.hasEnded(now) ? 'ended' : this.status;
  }
}
