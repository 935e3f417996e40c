import { AgencyEntity } from '@roundtable/agencies';
import type { SampleMail } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { type EventEntity, EventQueries } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { type Actor, Clock, Database, MessageEntity, folded, newId, newReference } from '@roundtable/platform';
import { BookingEntity } from '../booking.entity';
import { BookingMails } from '../booking.mails';
import { EventChangeMails } from '../mails/event-change.mails';
import { dryRun } from './dry-run';

const NAME = 'Alex Example';
const DAY_MS = 24 * 3600_000;

/** The mails of an event as a made-up delegate would get them, a draft's too. */
@Injectable()
export class SampleMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: EventQueries,
    private readonly mails: BookingMails,
    private readonly changes: EventChangeMails,
  ) {}

  /** Writes each mail for a delegate who is there for this moment only, reads it, and takes all of it back. */
  async of(actor: Actor, eventId: string): Promise<SampleMail[]> {
    const event = await this.events.byId(actor, eventId);
    return dryRun(this.database, async () => {
      const booking = await this.madeUp(actor, event);
      await this.mails.confirmed(booking, 'asked');
      await this.mails.waitlisted(booking, []);
      await this.mails.offered(booking);
      await this.changes.rescheduled([booking]);
      await this.mails.cancelled(booking);
      await this.changes.eventCancelled([booking], 'The reason that you give');
      const written = await this.database
        .repo(MessageEntity)
        .find({ where: { regarding: booking.id }, order: { id: 'ASC' } });
      return written
        .filter(({ kind }) => !kind.endsWith('-session'))
        .map(({ kind, subject, textBody, htmlBody }) => ({ kind, subject, text: textBody, html: htmlBody }));
    });
  }

  private async madeUp(actor: Actor, event: EventEntity): Promise<BookingEntity> {
    const now = this.clock.now();
    const person = this.database.repo(PersonEntity).create({
      id: newId(),
      name: NAME,
      nameKey: folded(NAME),
      email: `${newId()}@delegate.example`,
      area: null,
      mergedIntoId: null,
      erasedAt: null,
      isDemonstration: false,
      createdAt: now,
    });
    await this.database.repo(PersonEntity).insert(person);
    const [agency] = await this.database
      .repo(AgencyEntity)
      .find({ where: actor.agencyId === null ? {} : { id: actor.agencyId }, order: { createdAt: 'ASC' }, take: 1 });
    const booking = this.database.repo(BookingEntity).create({
      id: newId(),
      reference: newReference('RT'),
      eventId: event.id,
      courseId: event.courseId,
      personId: person.id,
      agencyId: agency?.id ?? '',
      sector: 'other',
      jobRole: null,
      area: null,
      status: 'confirmed',
      queueNumber: 0,
      liveEventKey: null,
      liveCourseKey: null,
      bookedById: null,
      requestedAt: now,
      endedAt: null,
      endReason: null,
      offeredUntil: new Date(now.getTime() + 2 * DAY_MS),
      offersMissed: 0,
      promotedAt: null,
      attendance: null,
      orderNumber: null,
      replacesId: null,
      endCategory: null,
      placeFoundAt: null,
      approverKind: null,
      approvalAskedAt: null,
      approvedAt: null,
      passReason: null,
      provisionalUntil: null,
      comingAskedAt: null,
      comingAnsweredAt: null,
    });
    await this.database.repo(BookingEntity).insert(booking);
    return booking;
  }
}
