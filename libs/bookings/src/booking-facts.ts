import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, VenueEntity, termDatesOf } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { CONFIG, type Config, Database, WorkingTime } from '@roundtable/platform';
import { completeBy } from './booking-rules';
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
    const event = known?.event ?? (await this.database.repo(EventEntity).findOneByOrFail({ id: booking.eventId }));
    const course = known?.course ?? (await this.database.repo(CourseEntity).findOneByOrFail({ id: booking.courseId }));
    const person = await this.database.repo(PersonEntity).findOneByOrFail({ id: booking.personId });
    const venue =
      event.venueId === null ? null : await this.database.repo(VenueEntity).findOneBy({ id: event.venueId });
    const closureDays = await this.workingTime.closureDays();
    const room = venue
      ? [venue.name, venue.address].filter(Boolean).join(', ')
      : 'We will tell you where before the day';
    return {
      bookingId: booking.id,
      reference: booking.reference,
      eventId: event.id,
      courseTitle: course.title,
      courseSlug: course.slug,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      freeCancellationUntil: termDatesOf(event, course, closureDays).freeCancellationUntil,
      completeBy: event.startsAt && completeBy(event.startsAt, closureDays),
      isOnline: event.delivery === 'online',
      place: event.delivery === 'online' ? 'Online' : room,
      personId: person.id,
      toName: person.name,
      toAddress: person.email,
      bookingUrl: `${this.config.publicUrl}${paths.booking({ id: booking.id })}`,
    };
  }
}
