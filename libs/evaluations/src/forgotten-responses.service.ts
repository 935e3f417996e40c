import { Injectable } from '@nestjs/common';
import { BookingEntity, RegisterEntity } from '@roundtable/bookings';
import { EventEntity, EventsService } from '@roundtable/events';
import { ErasuresService } from '@roundtable/people';
import { Clock, Database, partnershipYear, yearAlone } from '@roundtable/platform';
import { In } from 'typeorm';
import { KeptAnswers } from './answering/kept-answers.service';
import { ResponseEntity } from './response.entity';

/** Fewer who answered than this, and an answer could be told apart by its event. */
const SMALLEST_GROUP = 5;

/** What becomes of answers when who gave them is forgotten. */
@Injectable()
export class ForgottenResponses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventsService,
    private readonly erasures: ErasuresService,
    private readonly kept: KeptAnswers,
  ) {}

  /**
   * Takes agency, job role, area and words off the responses of one person. Where fewer than five answered, the event goes
   * too: the scores that enter a figure move to the history of the course and its partnership year, away from the rest
   * of the person's record; those that enter none go. Twice it changes nothing.
   */
  async forget(responses: readonly ResponseEntity[]): Promise<void> {
    await this.kept.eraseWords(responses.map(({ id }) => id));
    for (const eventId of new Set(responses.map((response) => response.eventId))) {
      const ofEvent = responses.filter((response) => response.eventId === eventId);
      const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
      const isSmall = event.period === null && (await this.countOf(eventId)) < SMALLEST_GROUP;
      if (isSmall) await this.moveAway(event, ofEvent);
      else
        await this.database
          .repo(ResponseEntity)
          .update(
            { id: In(ofEvent.map(({ id }) => id)) },
            { agencyId: null, jobRole: null, area: null, quoteConsentAt: null },
          );
    }
  }

  private async countOf(eventId: string): Promise<number> {
    const row = await this.database
      .repo(ResponseEntity)
      .createQueryBuilder('response')
      .select('COUNT(DISTINCT response.personId)', 'people')
      .where("response.eventId = :eventId AND response.sentAt IS NOT NULL AND response.mode <> 'line-manager'", {
        eventId,
      })
      .getRawOne<{ people: number | string }>();
    return Number(row?.people ?? 0);
  }

  private async moveAway(event: EventEntity, responses: readonly ResponseEntity[]): Promise<void> {
    const counts = await this.entersFigures(event, responses[0]?.personId ?? '');
    const kept = counts ? responses.filter(({ isLate }) => !isLate) : [];
    const gone = responses.filter((response) => !kept.includes(response)).map(({ id }) => id);
    if (gone.length > 0) {
      await this.kept.erase(gone);
      await this.database.repo(ResponseEntity).delete({ id: In(gone) });
    }
    if (kept.length === 0) return;
    const heldAt = event.endsAt ?? this.clock.now();
    const period = partnershipYear(heldAt);
    const history = await this.events.findOrCreateHistory({
      courseId: event.courseId,
      importKey: `erased|${event.courseId}|${period}`,
      period,
      capacity: 0,
      isDemonstration: event.isDemonstration,
    });
    const personId = await this.erasures.nobody(event.isDemonstration);
    const year = yearAlone(heldAt);
    for (const { id, mode } of kept)
      await this.database.repo(ResponseEntity).update(
        { id },
        {
          uniqueKey: ResponseEntity.keyOf(history.id, personId, mode),
          eventId: history.id,
          bookingId: null,
          personId,
          agencyId: null,
          jobRole: null,
          area: null,
          quoteConsentAt: null,
          sentAt: year,
          createdAt: year,
        },
      );
  }

  /** Figures take the answers of those who had a place, and once the register is closed of those who came. */
  private async entersFigures(event: EventEntity, personId: string): Promise<boolean> {
    if (event.status === 'cancelled') return false;
    const booking = await this.database
      .repo(BookingEntity)
      .findOneBy({ eventId: event.id, personId, status: 'confirmed' });
    if (!booking) return false;
    const isClosed = await this.database.repo(RegisterEntity).existsBy({ eventId: event.id });
    return !isClosed || booking.attendance === 'attended' || booking.attendance === 'partly_attended';
  }
}
