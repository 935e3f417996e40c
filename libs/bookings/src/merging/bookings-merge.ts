import { Injectable } from '@nestjs/common';
import { LIVE_BOOKING_STATUSES } from '@roundtable/contracts';
import { CompletionsService } from '@roundtable/elearning';
import { EventEntity } from '@roundtable/events';
import { type Actor, Clock, Database, type MergeParts, type MergeReach } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { BookingMails } from '../booking.mails';
import { BookingMoves } from '../booking-moves.service';
import { CalendarAddressEntity } from '../calendar/calendar-address.entity';
import { ChargeProposals } from '../charges/charge-proposals.service';
import { LineService } from '../line.service';
import { AccessNeedTaskEntity } from '../needs/access-need-task.entity';
import { SavedAccessNeedEntity } from '../needs/saved-access-need.entity';
import { RegisterEntity } from '../register.entity';
import { TeamPlaceEntity } from '../team-places/team-place.entity';
import { type BookingMergePlan, type Ending, planBookings } from './booking-merge-rules';

const LIVE = [...LIVE_BOOKING_STATUSES];

/** Merging reaches bookings: their people and agencies are rewritten, and two that cannot both stay become one. */
@Injectable()
export class BookingsMerge implements MergeReach {
  readonly name = 'bookings';
  readonly position = 30;
  readonly covers = [
    'bookings.person_id',
    'bookings.agency_id',
    'bookings.booked_by_id',
    'registers.closed_by_id',
    'team_places.agency_id',
    'team_places.held_by_id',
    'saved_access_needs.person_id',
    'calendar_addresses.person_id',
    'access_need_tasks.done_by_id',
  ];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly moves: BookingMoves,
    private readonly completions: CompletionsService,
    private readonly line: LineService,
    private readonly mails: BookingMails,
    private readonly charges: ChargeProposals,
  ) {}

  async passAgencyGates(fromId: string): Promise<void> {
    const held = await this.database
      .repo(TeamPlaceEntity)
      .find({ select: { eventId: true }, where: { agencyId: fromId, releasedAt: IsNull() } });
    const eventIds = await this.eventIds({ agencyId: fromId });
    await this.pass([...new Set([...eventIds, ...held.map(({ eventId }) => eventId)])]);
  }

  async passPersonGates(fromId: string, intoId: string): Promise<void> {
    await this.pass(await this.eventIds({ personId: In([fromId, intoId]) }));
  }

  async previewAgency(fromId: string): Promise<MergeParts> {
    const bookings = await this.database.repo(BookingEntity).countBy({ agencyId: fromId });
    return { moves: { bookings }, conflicts: [] };
  }

  async mergeAgency(fromId: string, intoId: string): Promise<MergeParts> {
    const parts = await this.previewAgency(fromId);
    await this.database.repo(BookingEntity).update({ agencyId: fromId }, { agencyId: intoId });
    await this.database.repo(TeamPlaceEntity).update({ agencyId: fromId }, { agencyId: intoId });
    return parts;
  }

  async previewPerson(fromId: string, intoId: string): Promise<MergeParts> {
    return this.parts(await this.plan(fromId, intoId), fromId);
  }

  async mergePerson(fromId: string, intoId: string, actor: Actor): Promise<MergeParts> {
    const plan = await this.plan(fromId, intoId);
    const parts = await this.parts(plan, fromId);
    for (const ending of plan.endings) await this.end(actor, ending);
    if (plan.lettingGo.length)
      await this.database.repo(BookingEntity).update({ id: In(plan.lettingGo) }, { liveCourseKey: null });
    await this.move(fromId, intoId);
    for (const eventId of new Set(
      plan.endings.filter(({ ended }) => !ended.hasStarted).map(({ ended }) => ended.eventId),
    ))
      await this.line.serve(await this.database.repo(EventEntity).findOneByOrFail({ id: eventId }));
    return parts;
  }

  /** Which bookings of the two end, for which others; facts as they are now. */
  async plan(fromId: string, intoId: string): Promise<BookingMergePlan> {
    const bookings = await this.database
      .repo(BookingEntity)
      .findBy({ personId: In([fromId, intoId]), status: In(LIVE) });
    const events = await this.database
      .repo(EventEntity)
      .findBy({ id: In(['', ...bookings.map(({ eventId }) => eventId)]) });
    const byId = new Map(events.map((event) => [event.id, event]));
    const now = this.clock.now();
    return planBookings(
      bookings.map(({ id, personId, eventId, courseId, status, attendance, queueNumber, liveCourseKey }) => ({
        id,
        personId,
        eventId,
        courseId,
        status,
        attendance,
        queueNumber,
        holdsCourse: liveCourseKey !== null,
        startsAt: byId.get(eventId)?.startsAt ?? null,
        hasStarted: byId.get(eventId)?.hasStarted(now) ?? false,
      })),
    );
  }

  private async parts(plan: BookingMergePlan, fromId: string): Promise<MergeParts> {
    return {
      moves: { bookings: await this.database.repo(BookingEntity).countBy({ personId: fromId }) },
      conflicts: plan.endings.map(({ ended, kept, why }) => ({
        kind: 'booking',
        keptId: kept.id,
        endedId: ended.id,
        why,
      })),
    };
  }

  private async eventIds(where: { agencyId: string } | { personId: ReturnType<typeof In> }): Promise<string[]> {
    const live = await this.database
      .repo(BookingEntity)
      .find({ select: { eventId: true }, where: { ...where, status: In(LIVE) } as never });
    return [...new Set(live.map(({ eventId }) => eventId))];
  }

  private async pass(eventIds: readonly string[]): Promise<void> {
    for (const eventId of [...eventIds].sort()) await this.database.gate(EventEntity, eventId);
  }

  private async end(actor: Actor, { ended, why }: Ending): Promise<void> {
    const bookings = this.database.repo(BookingEntity);
    // A booking that came after the gates were passed passes its own; a deadlock repeats the whole merge.
    await this.database.gate(EventEntity, ended.eventId);
    const booking = await bookings.findOneByOrFail({ id: ended.id });
    await this.moves.move(actor, booking, 'merge', { reason: why });
    await this.completions.withdrawAttendances([ended.id]);
    if (!ended.hasStarted) await this.mails.endedAsDouble(booking);
    await this.charges.follow(actor, ended.eventId);
  }

  private async move(fromId: string, intoId: string): Promise<void> {
    const bookings = this.database.repo(BookingEntity);
    for (const { id, eventId, courseId, liveEventKey, liveCourseKey } of await bookings.findBy({ personId: fromId }))
      await bookings.update(
        { id },
        {
          personId: intoId,
          liveEventKey: liveEventKey === null ? null : `${eventId}|${intoId}`,
          liveCourseKey: liveCourseKey === null ? null : `${courseId}|${intoId}`,
        },
      );
    await bookings.update({ bookedById: fromId }, { bookedById: intoId });
    await this.database.repo(TeamPlaceEntity).update({ heldById: fromId }, { heldById: intoId });
    await this.database.repo(AccessNeedTaskEntity).update({ doneById: fromId }, { doneById: intoId });
    await this.moveSavedNeeds(fromId, intoId);
    // Whoever stays makes an address anew: one that both know would show each the other's training.
    await this.database.repo(CalendarAddressEntity).delete({ personId: fromId });
    await this.database.repo(RegisterEntity).update({ closedById: fromId }, { closedById: intoId });
  }

  /** The words given last stay: they are what the person agreed to last. */
  private async moveSavedNeeds(fromId: string, intoId: string): Promise<void> {
    const saved = this.database.repo(SavedAccessNeedEntity);
    const [last, ...others] = await saved.find({
      where: { personId: In([fromId, intoId]) },
      order: { consentedAt: 'DESC' },
    });
    if (!last) return;
    if (others.length) await saved.delete({ id: In(others.map(({ id }) => id)) });
    await saved.update({ id: last.id }, { personId: intoId });
  }
}
