import { Injectable } from '@nestjs/common';
import { AccessNeedsService, ApproversService, EventsWithPlaces } from '@roundtable/bookings';
import type { ApproverKind, BookingView, EventView, MissingPrerequisite } from '@roundtable/contracts';
import { CourseQueries, PrerequisitesService } from '@roundtable/courses';
import { EvaluationsService } from '@roundtable/evaluations';
import { EVENT_SORTS } from '@roundtable/events';
import { PeopleService } from '@roundtable/people';
import { type Actor, Clock } from '@roundtable/platform';
import { FrontDoor } from '../evaluations/front-door.service';
import type { BookingSubject } from './book.presenter';
import { clashesOf } from './clashes';

/** Gathers what a request for a place is about. The use case decides again, after the event's gate. */
@Injectable()
export class BookingSubjects {
  constructor(
    private readonly events: EventsWithPlaces,
    private readonly courses: CourseQueries,
    private readonly prerequisites: PrerequisitesService,
    private readonly frontDoor: FrontDoor,
    private readonly clock: Clock,
    private readonly people: PeopleService,
    private readonly approvers: ApproversService,
    private readonly needs: AccessNeedsService,
    private readonly evaluations: EvaluationsService,
  ) {}

  /** The event, its course, and what this person will be missing on its first day, in view of their other bookings. */
  async of(
    actor: Actor,
    eventId: string,
    bookings: readonly BookingView[],
    { waitIfMissing, formRead }: { waitIfMissing: boolean; formRead: string | null | undefined },
  ): Promise<BookingSubject> {
    const event = await this.events.one(actor, eventId);
    const course = await this.courses.one(actor, event.courseId);
    const on = event.startsAt ? new Date(event.startsAt) : this.clock.now();
    const missing = await this.prerequisites.missingFor(actor.personId ?? '', course.id, on);
    const frontDoor = await this.frontDoor.number();
    return {
      event,
      course,
      ...(await this.evaluations.asked(course.id, 'before', formRead)),
      missing: missing.filter((one) => !isOnTheWay(one, bookings, on)),
      waitIfMissing,
      frontDoor,
      approver: await this.approverOf(actor),
      savedNeeds: await this.needs.saved(actor),
      clashes: await this.clashes(actor, event, bookings),
    };
  }

  private async approverOf(actor: Actor): Promise<ApproverKind | null> {
    const personId = actor.personId ?? '';
    const snapshot = await this.people.snapshotOf(personId);
    return snapshot && this.approvers.kindFor(actor, personId, snapshot, undefined);
  }

  private async clashes(actor: Actor, event: EventView, bookings: readonly BookingView[]): Promise<BookingView[]> {
    const ids = [...new Set(bookings.map(({ eventId }) => eventId))];
    if (ids.length === 0) return [];
    const window = { skip: 0, take: ids.length, sort: EVENT_SORTS.startsAt, order: 'ASC' as const };
    const { items } = await this.events.search(actor, { id: ids }, window);
    return clashesOf(event, bookings, items);
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
