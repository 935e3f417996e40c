import { Injectable } from '@nestjs/common';
import { EventsWithPlaces } from '@roundtable/bookings';
import { type BookingView, type MissingPrerequisite } from '@roundtable/contracts';
import { CourseQueries, PrerequisitesService } from '@roundtable/courses';
import { type Actor, Clock } from '@roundtable/platform';
import { FrontDoor } from '../evaluations/front-door.service';
import type { BookingSubject } from './book.presenter';

/** Gathers what a request for a place is about. The use case decides again, after the event's gate. */
@Injectable()
export class BookingSubjects {
  constructor(
    private readonly events: EventsWithPlaces,
    private readonly courses: CourseQueries,
    private readonly prerequisites: PrerequisitesService,
    private readonly frontDoor: FrontDoor,
    private readonly clock: Clock,
  ) {}

  /** The event, its course, and what this person will be missing on its first day, in view of their other bookings. */
  async of(
    actor: Actor,
    eventId: string,
    bookings: readonly BookingView[],
    waitIfMissing: boolean,
  ): Promise<BookingSubject> {
    const event = await this.events.one(actor, eventId);
    const course = await this.courses.one(actor, event.courseId);
    const on = event.startsAt ? new Date(event.startsAt) : this.clock.now();
    const missing = await this.prerequisites.missingFor(actor.personId ?? '', course.id, on);
    const frontDoor = await this.frontDoor.number();
    return {
      event,
      course,
      missing: missing.filter((one) => !isOnTheWay(one, bookings, on)),
      waitIfMissing,
      frontDoor,
    };
  }
}

/** A confirmed place on the course that comes first, which ends before this one starts. */
function isOnTheWay(missing: MissingPrerequisite, bookings: readonly BookingView[], startsAt: Date): boolean {
  return bookings.some(
    ({ courseId, status, endsAt }) =>
      missing.kind === 'course' &&
      courseId === missing.id &&
      status === 'confirmed' &&
      endsAt !== null &&
      new Date(endsAt) <= startsAt,
  );
}
