import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventEntity } from '@roundtable/events';
import { Clock, Database, Jobs, SYSTEM } from '@roundtable/platform';
import { In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { BookingEntity } from './booking.entity';
import { BookingMails } from './booking.mails';
import { BookingMoves } from './booking-moves.service';
import { LineService } from './line.service';
import { TeamPlacesService } from './team-places/team-places.service';

const BATCH = 200;

/** What time does to bookings: offers run out, waiting ends at the start, keys of events that are over are let go. */
@Injectable()
export class SweepJob implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly moves: BookingMoves,
    private readonly jobs: Jobs,
    private readonly line: LineService,
    private readonly teamPlaces: TeamPlacesService,
    private readonly mails: BookingMails,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'bookings.sweep', everySeconds: 60, run: () => this.run() });
  }

  async run(): Promise<void> {
    await this.lapseAtStart();
    await this.endOffers();
    await this.teamPlaces.releaseDue();
    await this.serveWhereOpen();
    await this.letGoOfCourseKeys();
  }

  /** At the first session's start whoever waits, holds an offer or awaits approval lapses, and is told. */
  private async lapseAtStart(): Promise<void> {
    const started = await this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .select('DISTINCT booking.eventId', 'eventId')
      .where("booking.status IN ('waitlisted', 'offered', 'awaiting_approval') AND event.startsAt <= :now", {
        now: this.clock.now(),
      })
      .limit(BATCH)
      .getRawMany<{ eventId: string }>();
    for (const { eventId } of started)
      await this.database.transaction(async () => {
        await this.database.gate(EventEntity, eventId);
        const waiting = await this.database
          .repo(BookingEntity)
          .findBy({ eventId, status: In(['waitlisted', 'offered', 'awaiting_approval']) });
        for (const booking of waiting) await this.lapse(booking, 'The event began');
      });
  }

  /** An offer that ran out goes back to the end of the line once; the second time it lapses. */
  private async endOffers(): Promise<void> {
    const now = this.clock.now();
    const due = await this.database.repo(BookingEntity).find({
      where: { status: 'offered', offeredUntil: LessThanOrEqual(now) },
      order: { offeredUntil: 'ASC', id: 'ASC' },
      take: BATCH,
    });
    for (const { id, eventId } of due)
      await this.database.transaction(async () => {
        const gate = await this.database.gate(EventEntity, eventId);
        const booking = await this.database.repo(BookingEntity).findOneByOrFail({ id });
        if (
          gate === null ||
          booking.status !== 'offered' ||
          booking.offeredUntil === null ||
          booking.offeredUntil > now
        )
          return;
        if (booking.offersMissed > 0) await this.lapse(booking, 'Two offers were not answered');
        else {
          await this.moves.move(SYSTEM, booking, 'miss', {
            columns: { offersMissed: 1, queueNumber: gate, promotedAt: null },
          });
          await this.mails.offerMissed(booking);
        }
        await this.line.serve(await this.database.repo(EventEntity).findOneByOrFail({ id: eventId }));
      });
  }

  /** Places that came open by time alone, such as kept places that end, go to the line. All being well there are none. */
  private async serveWhereOpen(): Promise<void> {
    const waitedFor = await this.database
      .repo(EventEntity)
      .createQueryBuilder('event')
      .where("event.status = 'published' AND event.startsAt > :now", { now: this.clock.now() })
      .andWhere(
        (query) =>
          `EXISTS ${query
            .subQuery()
            .select('1')
            .from(BookingEntity, 'booking')
            .where("booking.eventId = event.id AND booking.status = 'waitlisted'")
            .getQuery()}`,
      )
      .getMany();
    for (const event of waitedFor)
      if (await this.line.isServable(event))
        await this.database.transaction(async () => {
          await this.database.gate(EventEntity, event.id);
          await this.line.serve(await this.database.repo(EventEntity).findOneByOrFail({ id: event.id }));
        });
  }

  /** A past place on a course does not stand in the way of a refresher. */
  private async letGoOfCourseKeys(): Promise<void> {
    const over = await this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .select('booking.id', 'id')
      .where('booking.liveCourseKey IS NOT NULL AND event.endsAt <= :now', { now: this.clock.now() })
      .limit(1000)
      .getRawMany<{ id: string }>();
    if (over.length)
      await this.database
        .repo(BookingEntity)
        .update({ id: In(over.map(({ id }) => id)), liveCourseKey: Not(IsNull()) }, { liveCourseKey: null });
  }

  private async lapse(booking: BookingEntity, reason: string): Promise<void> {
    await this.moves.move(SYSTEM, booking, 'lapse', { reason });
    await this.mails.lapsed(booking);
  }
}
