import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { CONFIG, Clock, type Config, Database, type FilledTemplate, whenInWords } from '@roundtable/platform';
import { type BookingFacts, BookingFactsQueries } from '../booking-facts';
import { type BookingLetter, BookingPost } from '../booking-post.service';
import type { BookingEntity } from '../booking.entity';
import { ComingLinks } from '../coming/coming-links.service';
import { type DiaryPart, DiaryService } from '../diary.service';
import { bookingLetter } from './booking-template';
import { EVENT_CANCELLED, RESCHEDULED, RESCHEDULED_WHILE_WAITING, SESSION_DROPPED } from './event-change.templates';

/** What everybody on an event is told when it changes, written in the transaction of the change. */
@Injectable()
export class EventChangeMails {
  constructor(
    private readonly database: Database,
    private readonly post: BookingPost,
    private readonly factsOf: BookingFactsQueries,
    private readonly diary: DiaryService,
    private readonly comingLinks: ComingLinks,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Time or place of one event changed: the diary is changed, the place stays, and everybody is asked whether they come. */
  async rescheduled(bookings: readonly BookingEntity[]): Promise<void> {
    const [first] = bookings;
    if (!first) return;
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: first.eventId });
    const links = await this.comingLinks.linksFor(
      bookings.map(({ id }) => id),
      event,
    );
    const urlOf = (id: string) => `${this.config.publicUrl}${paths.coming({ token: links.get(id) ?? '' })}`;
    await this.tell('booking-rescheduled', bookings, {
      diary: (all) => this.diary.inviteAll(all),
      letter: (facts) => bookingLetter(RESCHEDULED, facts, urlOf(facts.bookingId)),
    });
  }

  /** Time or place changed, told to whoever has no place yet. */
  async rescheduledWhileWaiting(bookings: readonly BookingEntity[]): Promise<void> {
    await this.tell('booking-rescheduled-waiting', bookings, {
      letter: (facts) => bookingLetter(RESCHEDULED_WHILE_WAITING, facts, facts.bookingUrl),
      occurrence: String(this.clock.now().getTime()),
    });
  }

  /** Some sessions will not take place. Called while they are still there; whoever was not told of them is not told now. */
  async sessionsDropped(bookings: readonly BookingEntity[], sessionIds: readonly string[]): Promise<void> {
    await this.tell('booking-session-dropped', bookings, {
      diary: (all) => this.diary.withdrawAll(all, sessionIds),
      needsDiary: true,
      letter: (facts, [first]) =>
        bookingLetter(SESSION_DROPPED, facts, facts.bookingUrl, {
          session: first ? whenInWords(first.session.startsAt, first.session.endsAt) : '',
        }),
      ...(sessionIds[0] !== undefined && { occurrence: sessionIds[0] }),
    });
  }

  /** The event itself is cancelled. */
  async eventCancelled(bookings: readonly BookingEntity[], reason: string): Promise<void> {
    await this.tell('event-cancelled', bookings, {
      diary: (all) => this.diary.withdrawAll(all),
      letter: (facts) =>
        bookingLetter(EVENT_CANCELLED, facts, `${this.config.publicUrl}${paths.course({ slug: facts.courseSlug })}`, {
          reason,
        }),
    });
  }

  private async tell(
    kind: string,
    bookings: readonly BookingEntity[],
    how: {
      letter: (facts: BookingFacts, diary: readonly DiaryPart[]) => FilledTemplate;
      diary?: (all: readonly BookingFacts[]) => Promise<Map<string, DiaryPart[]>>;
      needsDiary?: boolean;
      occurrence?: string;
    },
  ): Promise<void> {
    const factsOf = await this.factsOf.ofAll(bookings);
    const diaries = await how.diary?.([...factsOf.values()]);
    const letters: BookingLetter[] = [];
    for (const booking of bookings) {
      const facts = factsOf.get(booking.id);
      if (!facts) continue;
      const diary = diaries?.get(booking.id) ?? [];
      if (how.needsDiary && diary.length === 0) continue;
      const { occurrence } = how;
      letters.push({
        kind,
        booking,
        facts,
        diary,
        letter: how.letter(facts, diary),
        ...(occurrence && { occurrence }),
      });
    }
    await this.post.sendAll(letters);
  }
}
