import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, VenueEntity, termDatesOf } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { CONFIG, type ClosureDays, type Config, Database, WorkingTime, found } from '@roundtable/platform';
import { In } from 'typeorm';
import { completeBy, freeCancellationUntil } from './booking-rules';
import type { BookingEntity } from './booking.entity';

/** What mails and diaries say of a booking. */
export interface BookingFacts {
  bookingId: string;
  reference: string;
  eventId: string;
  courseTitle: string;
  courseSlug: string;
  startsAt: Date | null;
  endsAt: Date | null;
  /** Until then cancelling is free of charge; empty while there is no date. */
  freeCancellationUntil: Date | null;
  /** When what is missing must be completed, where it may be completed after booking. */
  completeBy: Date | null;
  isOnline: boolean;
  /** 'Online', or the venue with its address. */
  place: string;
  personId: string;
  toName: string;
  toAddress: string | null;
  bookingUrl: string;
}

/** What whoever has just made a booking has read of its event. */
export interface KnownFacts {
  event: EventEntity;
  course: CourseEntity;
}

@Injectable()
export class BookingFactsQueries {
  constructor(
    private readonly database: Database,
    private readonly workingTime: WorkingTime,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `known` is what was read in this transaction already. */
  async of(booking: BookingEntity, known?: KnownFacts): Promise<BookingFacts> {
    return found((await this.ofAll([booking], known)).get(booking.id));
  }

  /** Of many bookings, in a few statements; by booking. */
  async ofAll(bookings: readonly BookingEntity[], known?: KnownFacts): Promise<Map<string, BookingFacts>> {
    const events = known
      ? [known.event]
      : await this.rows(
          EventEntity,
          bookings.map(({ eventId }) => eventId),
        );
    const courses = known
      ? [known.course]
      : await this.rows(
          CourseEntity,
          bookings.map(({ courseId }) => courseId),
        );
    const people = byId(
      await this.rows(
        PersonEntity,
        bookings.map(({ personId }) => personId),
      ),
    );
    const venues = byId(
      await this.rows(
        VenueEntity,
        events.flatMap(({ venueId }) => venueId ?? []),
      ),
    );
    const closureDays = await this.workingTime.closureDays();
    const [eventOf, courseOf] = [byId(events), byId(courses)];
    return new Map(
      bookings.map((booking) => {
        const event = found(eventOf.get(booking.eventId));
        const facts = this.facts(
          booking,
          { event, course: found(courseOf.get(booking.courseId)) },
          found(people.get(booking.personId)),
          { venue: venues.get(event.venueId ?? '') ?? null, closureDays },
        );
        return [booking.id, facts];
      }),
    );
  }

  private facts(
    booking: BookingEntity,
    { event, course }: KnownFacts,
    person: PersonEntity,
    { venue, closureDays }: { venue: VenueEntity | null; closureDays: ClosureDays },
  ): BookingFacts {
    const room = venue
      ? [venue.name, venue.address].filter(Boolean).join(', ')
      : 'We will tell you where before the day';
    const cutOff = termDatesOf(event, course, closureDays).freeCancellationUntil;
    return {
      bookingId: booking.id,
      reference: booking.reference,
      eventId: event.id,
      courseTitle: course.title,
      courseSlug: course.slug,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      freeCancellationUntil: cutOff && freeCancellationUntil(cutOff, booking.promotedAt, closureDays),
      completeBy: event.startsAt && completeBy(event.startsAt, closureDays),
      isOnline: event.delivery === 'online',
      place: event.delivery === 'online' ? 'Online' : room,
      personId: person.id,
      toName: person.name,
      toAddress: person.email,
      bookingUrl: `${this.config.publicUrl}${paths.booking({ id: booking.id })}`,
    };
  }

  private async rows<Row extends { id: string }>(entity: new () => Row, ids: readonly string[]): Promise<Row[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.repo<{ id: string }>(entity).findBy({ id: In([...new Set(ids)]) });
    return rows as Row[];
  }
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
