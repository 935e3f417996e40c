import { CourseEntity } from '@roundtable/courses';
import { Injectable } from '@nestjs/common';
import type { OwnEventView, TrainerAnswer } from '@roundtable/contracts';
import { Clock, Database, Links, Problem, VISITOR, found } from '@roundtable/platform';
import { EventEntity } from '../event.entity';
import { VenueEntity } from '../venues/venue.entity';
import { TRAINER_ANSWER } from './event-trainer.mails';
import { EventTrainerEntity } from './event-trainer.entity';
import { EventTrainersService } from './event-trainers.service';

/** Answering by the link of a mail, without an account. The link shows the event's facts and nothing of its people. */
@Injectable()
export class TrainerAnswersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly trainers: EventTrainersService,
  ) {}

  /** What was asked; null for a link that is unknown or over. Reading it changes nothing. */
  async see(token: string): Promise<OwnEventView | null> {
    const id = await this.links.subjectOf(TRAINER_ANSWER, token);
    const row = id === null ? null : await this.database.repo(EventTrainerEntity).findOneBy({ id });
    if (!row) return null;
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: row.eventId });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const venue = event.venueId ? await this.database.repo(VenueEntity).findOneBy({ id: event.venueId }) : null;
    return {
      eventId: event.id,
      courseTitle: course.title,
      startsAt: event.startsAt?.toISOString() ?? null,
      endsAt: event.endsAt?.toISOString() ?? null,
      venue: venue?.name ?? null,
      delivery: event.delivery,
      answer: row.answer,
      part: row.part,
      isCancelled: event.status === 'cancelled',
    };
  }

  /** Says yes or no. Refuses a link that is over, and an event that is cancelled or has ended. */
  async answer(token: string, answer: Exclude<TrainerAnswer, 'asked'>): Promise<void> {
    await this.database.transaction(async () => {
      const id = found(await this.links.subjectOf(TRAINER_ANSWER, token));
      const { eventId, trainerId } = found(await this.database.repo(EventTrainerEntity).findOneBy({ id }));
      const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
      if (event.status === 'cancelled') throw new Problem('events.cancelled');
      if (event.hasEnded(this.clock.now())) throw new Problem('events.ended');
      const visitor = { ...VISITOR, via: 'link' as const, visit: { eventId, trainerId } };
      await this.trainers.change(visitor, id, { answer });
    });
  }
}
