import { Inject, Injectable } from '@nestjs/common';
import { type JoiningMailsView, paths } from '@roundtable/contracts';
import { EventEntity, type EventJoiningEntity, JoiningsService } from '@roundtable/events';
import { type Actor, Audit, CONFIG, Clock, type Config, Database, Outbox, Problem, found } from '@roundtable/platform';
import { BookingFactsQueries } from '../booking-facts';
import { whenOf } from '../booking-words';
import { BookingEntity } from '../booking.entity';
import { bookingLetter } from '../mails/booking-template';
import { JoinPages } from './join-pages.service';
import { JOINING_INSTRUCTIONS } from './joining.templates';

/** Joining instructions: the personal link, mailed to everybody confirmed. */
@Injectable()
export class JoiningMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly joinings: JoiningsService,
    private readonly pages: JoinPages,
    private readonly factsOf: BookingFactsQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Mails everybody with a confirmed place their own join page. Pressed again, it mails again. Refuses an event that has ended, or says nothing about joining. */
  async send(actor: Actor, eventId: string): Promise<JoiningMailsView> {
    return this.database.transaction(async () => {
      found(await this.database.gate(EventEntity, eventId));
      const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
      if (event.status === 'cancelled') throw new Problem('events.cancelled');
      if (event.hasEnded(this.clock.now())) throw new Problem('events.ended');
      const joining = await this.joinings.of(eventId);
      if (joining.meetingUrl === null && joining.dialIn === null) throw new Problem('joining.none');
      const bookings = await this.database.repo(BookingEntity).findBy({ eventId, status: 'confirmed' });
      const sent = await this.mail(event, joining, bookings, String(this.clock.now().getTime()));
      await this.audit.record(actor, {
        action: 'event.mail-joining',
        subjectKind: 'event',
        subjectId: eventId,
        after: { sent },
      });
      return { sent, withoutAddress: bookings.length - sent };
    });
  }

  /** Mails these, each with a link of their own; `occurrence` tells which time. Answers how many have an address. */
  async mail(
    event: EventEntity,
    joining: EventJoiningEntity,
    bookings: readonly BookingEntity[],
    occurrence: string,
  ): Promise<number> {
    const factsOf = await this.factsOf.ofAll(bookings);
    const addressed = bookings.filter(({ id }) => factsOf.get(id)?.toAddress);
    const links = await this.pages.linksFor(addressed, event);
    await this.outbox.writeAll(
      addressed.map(({ id }) => {
        const facts = found(factsOf.get(id));
        const url = `${this.config.publicUrl}${paths.join({ token: links.get(id) ?? '' })}`;
        const minutesBefore = String(joining.minutesBefore);
        return {
          kind: 'joining-instructions',
          regarding: id,
          occurrence,
          to: { personId: facts.personId, name: facts.toName, address: facts.toAddress ?? '' },
          letter: {
            ...bookingLetter(JOINING_INSTRUCTIONS, facts, url, { minutesBefore }),
            facts: [
              { label: 'Course', value: facts.courseTitle },
              { label: 'When', value: whenOf(facts) },
              ...(joining.platform ? [{ label: 'Platform', value: joining.platform }] : []),
              ...(joining.testUrl ? [{ label: 'Try it before the day', value: joining.testUrl }] : []),
              ...(joining.dialIn ? [{ label: 'By telephone', value: joining.dialIn }] : []),
            ],
          },
        };
      }),
    );
    return addressed.length;
  }
}
