import { Injectable } from '@nestjs/common';
import type { JoiningMailsView } from '@roundtable/contracts';
import { EventEntity, JoiningsService } from '@roundtable/events';
import { type Actor, Audit, Clock, Database, Problem, found } from '@roundtable/platform';
import { In } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { JoiningMails } from './joining.mails';

/** Sends joining instructions: by the staff's button, or because it is time. */
@Injectable()
export class JoiningInstructions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly joinings: JoiningsService,
    private readonly mails: JoiningMails,
  ) {}

  /** Mails everybody with a confirmed place. Pressed again, it mails again. Refuses an event that has ended, or says nothing about joining. */
  async send(actor: Actor, eventId: string): Promise<JoiningMailsView> {
    return this.database.transaction(async () => {
      found(await this.database.gate(EventEntity, eventId));
      const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
      if (event.status === 'cancelled') throw new Problem('events.cancelled');
      if (event.hasEnded(this.clock.now())) throw new Problem('events.ended');
      const joining = await this.joinings.of(eventId);
      if (joining.meetingUrl === null && joining.dialIn === null) throw new Problem('joining.none');
      const bookings = await this.database.repo(BookingEntity).findBy({ eventId, status: 'confirmed' });
      const sent = await this.write(event, bookings);
      await this.audit.record(actor, {
        action: 'event.mail-joining',
        subjectKind: 'event',
        subjectId: eventId,
        after: { sent },
      });
      return { sent, withoutAddress: bookings.length - sent };
    });
  }

  /** Mails those of these bookings that still have their place, and have not been told since `before`. */
  async sendDue(eventId: string, bookingIds: readonly string[], before: Date): Promise<void> {
    await this.database.transaction(async () => {
      found(await this.database.gate(EventEntity, eventId));
      const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
      if (event.status !== 'published' || event.hasStarted(this.clock.now())) return;
      const bookings = await this.database
        .repo(BookingEntity)
        .findBy({ id: In([...bookingIds]), eventId, status: 'confirmed' });
      await this.write(
        event,
        bookings.filter(({ joiningToldAt }) => joiningToldAt === null || joiningToldAt < before),
      );
    });
  }

  private async write(event: EventEntity, bookings: readonly BookingEntity[]): Promise<number> {
    const joiningToldAt = this.clock.now();
    if (bookings.length === 0) return 0;
    await this.database.repo(BookingEntity).update({ id: In(bookings.map(({ id }) => id)) }, { joiningToldAt });
    return this.mails.mail(event, bookings, String(joiningToldAt.getTime()));
  }
}
