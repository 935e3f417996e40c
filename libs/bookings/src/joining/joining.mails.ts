import { Inject, Injectable } from '@nestjs/common';
import { type JoiningMailsView, paths } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, JoiningsService } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import {
  type Actor,
  Audit,
  CONFIG,
  Clock,
  type Config,
  Database,
  Outbox,
  Problem,
  dateInWords,
  found,
  whenInWords,
} from '@roundtable/platform';
import { In } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { JoinPages } from './join-pages.service';

/** Joining instructions: the personal link, mailed to everybody confirmed with one press. */
@Injectable()
export class JoiningMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly joinings: JoiningsService,
    private readonly pages: JoinPages,
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
      const people = await this.database
        .repo(PersonEntity)
        .findBy({ id: In(['', ...bookings.map(({ personId }) => personId)]) });
      const byId = new Map(people.map((person) => [person.id, person]));
      const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
      let sent = 0;
      for (const booking of bookings) {
        const person = byId.get(booking.personId);
        if (!person?.email) continue;
        const token = await this.pages.linkFor(booking, event);
        await this.outbox.write({
          kind: 'joining-instructions',
          regarding: booking.id,
          occurrence: String(this.clock.now().getTime()),
          to: { personId: person.id, name: person.name, address: person.email },
          letter: this.letter(event, course.title, joining, token),
        });
        sent += 1;
      }
      await this.audit.record(actor, {
        action: 'event.mail-joining',
        subjectKind: 'event',
        subjectId: eventId,
        after: { sent },
      });
      return { sent, withoutAddress: bookings.length - sent };
    });
  }

  private letter(
    event: EventEntity,
    courseTitle: string,
    joining: { platform: string | null; testUrl: string | null; dialIn: string | null; minutesBefore: number },
    token: string,
  ) {
    const day = event.startsAt ? `, ${dateInWords(event.startsAt)}` : '';
    return {
      subject: `How to join: ${courseTitle}${day}`,
      opening: [
        'This training is online. Your own join page works on any device, and you do not need to sign in.',
        `The link to the meeting shows on that page from ${joining.minutesBefore} minutes before the start.`,
      ],
      facts: [
        { label: 'Course', value: courseTitle },
        {
          label: 'When',
          value: event.startsAt && event.endsAt ? whenInWords(event.startsAt, event.endsAt) : 'Date to be confirmed',
        },
        ...(joining.platform ? [{ label: 'Platform', value: joining.platform }] : []),
        ...(joining.testUrl ? [{ label: 'Try it before the day', value: joining.testUrl }] : []),
        ...(joining.dialIn ? [{ label: 'By telephone', value: joining.dialIn }] : []),
      ],
      action: { label: 'Open your join page', url: `${this.config.publicUrl}${paths.join({ token })}` },
      closing: ['The page is yours alone. Please do not pass it on.'],
    };
  }
}
