import { Injectable } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import { type EventJoiningEntity, EventEntity, EventsService, JoiningsService } from '@roundtable/events';
import { type Actor, Clock, Database, Links, Problem, found, newId, notFound } from '@roundtable/platform';
import { BookingEntity } from '../booking.entity';
import { JoinClickEntity } from './join-click.entity';
import { type JoiningState, joiningAt } from './joining-rules';

/** What the links in joining instructions are for. */
export const JOIN_LINK = 'join';

const DAY_MS = 24 * 3_600_000;
/** The page of a link says for some days after the event that it is over, and then no more. */
const KEPT_AFTER_MS = 7 * DAY_MS;

/** What the personal join page shows. The meeting link itself is never part of it. */
export interface JoinSight {
  bookingId: string;
  courseTitle: string;
  startsAt: Date | null;
  endsAt: Date | null;
  isOnline: boolean;
  isConfirmed: boolean;
  isCancelled: boolean;
  platform: string | null;
  testUrl: string | null;
  dialIn: string | null;
  hasLink: boolean;
  state: JoiningState;
  /** When the meeting link shows next. */
  opensAt: Date | null;
}

/** The personal join page of everybody with a confirmed place. */
@Injectable()
export class JoinPages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly events: EventsService,
    private readonly joinings: JoiningsService,
  ) {}

  /** The page behind a link in a mail; null for a link that works no more. Reading it changes nothing. */
  async byToken(token: string): Promise<JoinSight | null> {
    const booking = await this.bookingBehind(token);
    return booking && this.sightOf(booking);
  }

  /** The same for somebody who is signed in; 404 for a booking of somebody else. */
  async own(actor: Actor, bookingId: string): Promise<JoinSight> {
    return this.sightOf(await this.ownBooking(actor, bookingId));
  }

  /** Writes down that 'Join now' was pressed, and answers the meeting link. Null for a link that works no more. */
  async joinByToken(token: string): Promise<string | null> {
    const booking = await this.bookingBehind(token);
    return booking && this.join(booking);
  }

  async joinOwn(actor: Actor, bookingId: string): Promise<string> {
    return this.join(await this.ownBooking(actor, bookingId));
  }

  /** A new personal link for each booking of an event; its secret by the booking. */
  async linksFor(bookings: readonly BookingEntity[], event: EventEntity): Promise<Map<string, string>> {
    const end = event.endsAt ?? this.clock.now();
    const ids = bookings.map(({ id }) => id);
    return this.links.makeEach(JOIN_LINK, ids, new Date(end.getTime() + KEPT_AFTER_MS));
  }

  private async join(booking: BookingEntity): Promise<string> {
    return this.database.transaction(async () => {
      const { meetingUrl } = await this.joinings.of(booking.eventId);
      const { isConfirmed, isCancelled, state } = await this.sightOf(booking);
      if (!isConfirmed || isCancelled || state !== 'open' || meetingUrl === null) throw new Problem('joining.not-open');
      await this.database
        .repo(JoinClickEntity)
        .insert({ id: newId(), bookingId: booking.id, clickedAt: this.clock.now() });
      return meetingUrl;
    });
  }

  private async sightOf(booking: BookingEntity): Promise<JoinSight> {
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: booking.eventId });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: booking.courseId });
    const sessions = (await this.events.sessionsOf([event.id])).get(event.id) ?? [];
    const joining = await this.joinings.of(event.id);
    return {
      bookingId: booking.id,
      courseTitle: course.title,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      isOnline: event.delivery !== 'in-person',
      isConfirmed: booking.status === 'confirmed',
      isCancelled: event.status === 'cancelled',
      ...shownOf(joining),
      ...joiningAt(sessions, joining.minutesBefore, this.clock.now()),
    };
  }

  private async bookingBehind(token: string): Promise<BookingEntity | null> {
    const id = await this.links.subjectOf(JOIN_LINK, token);
    return id === null ? null : this.database.repo(BookingEntity).findOneBy({ id });
  }

  private async ownBooking(actor: Actor, id: string): Promise<BookingEntity> {
    const booking = found(await this.database.repo(BookingEntity).findOneBy({ id }));
    if (booking.personId !== actor.personId) throw notFound();
    return booking;
  }
}

function shownOf({ platform, testUrl, dialIn, meetingUrl }: EventJoiningEntity) {
  return { platform, testUrl, dialIn, hasLink: meetingUrl !== null };
}
