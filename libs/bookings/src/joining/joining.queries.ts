import { Injectable } from '@nestjs/common';
import type { JoiningView } from '@roundtable/contracts';
import { EventEntity, JoiningsService } from '@roundtable/events';
import { type Actor, Database, found, isOffice, notFound } from '@roundtable/platform';
import { TrainersOfEvents } from '../trainers-of-events';

/** How an event is joined, meeting link included: for staff and the event's own trainers, at any time. */
@Injectable()
export class JoiningQueries {
  constructor(
    private readonly database: Database,
    private readonly joinings: JoiningsService,
    private readonly trainers: TrainersOfEvents,
  ) {}

  async ofEvent(actor: Actor, eventId: string): Promise<JoiningView> {
    found(await this.database.repo(EventEntity).findOneBy({ id: eventId }));
    if (!isOffice(actor) && !(await this.trainers.isTrainerOf(actor, eventId))) throw notFound();
    const { platform, meetingUrl, testUrl, dialIn, minutesBefore } = await this.joinings.of(eventId);
    return { eventId, platform, meetingUrl, testUrl, dialIn, minutesBefore };
  }
}
