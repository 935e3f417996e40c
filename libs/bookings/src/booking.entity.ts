import { AgencyEntity } from '@roundtable/agencies';
import {
  type AbsenceReason,
  type ApproverKind,
  type Area,
  type Attendance,
  type BookingStatus,
  type CancelCategory,
  LIVE_BOOKING_STATUSES,
} from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Id, Instant, LooseReference, Reference, Whole, Words } from '@roundtable/platform';
import { Entity, Index } from 'typeorm';

/** One practitioner's place, or wait for a place, on one event. */
@Entity('bookings')
@Index(['eventId', 'status', 'queueNumber'])
@Index(['personId', 'requestedAt'])
@Index(['eventId', 'personId'])
export class BookingEntity {
  @Id()
  id: string;

  @Words(20, { unique: true })
  reference: string;

  @Reference(() => EventEntity)
  eventId: string;

  @Reference(() => CourseEntity)
  courseId: string;

  @Reference(() => PersonEntity)
  personId: string;

  /** Agency, sector, job role and area as they were when the booking was made. */
  @Index()
  @Reference(() => AgencyEntity)
  agencyId: string;

  @Words(100)
  sector: string;

  @Words(120, { nullable: true })
  jobRole: string | null;

  @Words(10, { nullable: true })
  area: Area | null;

  @Words(20)
  status: BookingStatus;

  /** The event's gate after this request passed it: the order of the line. */
  @Whole()
  queueNumber: number;

  /** Event and practitioner while live: the schema allows one. Empty once ended. */
  @Words(80, { nullable: true, unique: true })
  liveEventKey: string | null;

  /** Course and practitioner while confirmed, offered or awaiting: the schema allows one. */
  @Words(80, { nullable: true, unique: true })
  liveCourseKey: string | null;

  @LooseReference({ nullable: true })
  bookedById: string | null;

  @Instant()
  requestedAt: Date;

  @Instant({ nullable: true })
  endedAt: Date | null;

  @Words(300, { nullable: true })
  endReason: string | null;

  @Words(20, { nullable: true })
  endCategory: CancelCategory | null;

  @Instant({ nullable: true })
  offeredUntil: Date | null;

  /** How many offers ran out unanswered. */
  @Whole()
  offersMissed: number;

  /** When a place came from the waiting list, so that cancelling stays free for a while. */
  @Instant({ nullable: true })
  promotedAt: Date | null;

  @Words(20, { nullable: true })
  attendance: Attendance | null;

  @Words(60, { nullable: true })
  orderNumber: string | null;

  @LooseReference({ nullable: true })
  replacesId: string | null;

  /** When a request that awaits approval found a place, which it holds; empty where it found none. */
  @Instant({ nullable: true })
  placeFoundAt: Date | null;

  @Words(20, { nullable: true })
  approverKind: ApproverKind | null;

  @Instant({ nullable: true })
  approvalAskedAt: Date | null;

  /** When whoever approves was asked a second time. */
  @Instant({ nullable: true })
  approvalRemindedAt: Date | null;

  @Instant({ nullable: true })
  approvedAt: Date | null;

  /** Why staff passed kept places, caps, approval or the order of the line. */
  @Words(300, { nullable: true })
  passReason: string | null;

  /** Until when something missing must be completed; empty where nothing is missing. */
  @Instant({ nullable: true })
  provisionalUntil: Date | null;

  /** When it was said that the place will be given back by itself; empty where nothing is missing. */
  @Instant({ nullable: true })
  releaseNoticeAt: Date | null;

  /** When 'can you come?' was asked after a change of time or place; absence is not charged while it is unanswered. */
  @Instant({ nullable: true })
  comingAskedAt: Date | null;

  /** When somebody last said that they come: after a change of time or place, or before the cut-off. */
  @Instant({ nullable: true })
  comingAnsweredAt: Date | null;

  /** When 'can you still come?' was asked before the cut-off. Unanswered it changes nothing, unlike after a change. */
  @Instant({ nullable: true })
  stillComingAskedAt: Date | null;

  /** When the joining instructions for the present time and place were written. */
  @Instant({ nullable: true })
  joiningToldAt: Date | null;

  /** When 'we missed you' was written to somebody absent. */
  @Instant({ nullable: true })
  missedToldAt: Date | null;

  /** Why somebody says that they were absent, by its key in the list; kept for a year. */
  @Words(40, { nullable: true })
  absenceReason: AbsenceReason | null;

  @Instant({ nullable: true })
  absenceReasonAt: Date | null;

  /** When somebody who came without a place was entered in the register; empty for everybody else. */
  @Instant({ nullable: true })
  walkedInAt: Date | null;

  /**
   * When free cancellation of the event ended, as it was when a confirmed place was given back, moved or handed to a
   * colleague; empty for whoever never did.
   */
  @Instant({ nullable: true })
  cutOffAtEnd: Date | null;

  get isLive(): boolean {
    return (LIVE_BOOKING_STATUSES as readonly string[]).includes(this.status);
  }
}
