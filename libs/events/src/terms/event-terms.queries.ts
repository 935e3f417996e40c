import type { EventTermsView } from '@roundtable/contracts';
import { CourseQueries, CourseTermsService } from '@roundtable/courses';
import { Injectable } from '@nestjs/common';
import { type Actor, WorkingTime, found } from '@roundtable/platform';
import { EventTermsService } from '../event-terms.service';
import { EventQueries } from '../events.queries';
import { releaseOf } from './kept-places-rules';
import { termDatesOf } from './term-dates';

/** The terms of an event as staff set them, with the dates that follow. */
@Injectable()
export class EventTermsQueries {
  constructor(
    private readonly events: EventQueries,
    private readonly terms: EventTermsService,
    private readonly courses: CourseQueries,
    private readonly courseTerms: CourseTermsService,
    private readonly workingTime: WorkingTime,
  ) {}

  async of(actor: Actor, id: string): Promise<EventTermsView> {
    const event = await this.events.byId(actor, id);
    const course = found((await this.courses.byIds([event.courseId])).get(event.courseId));
    const { fees, keptPlaces, expectedMix } = await this.terms.listsOf(id);
    const dates = termDatesOf(event, course, await this.workingTime.closureDays());
    return {
      eventId: id,
      fees,
      keptPlaces: keptPlaces.map((kept) => ({
        ...kept,
        releasedAt: event.startsAt ? releaseOf(kept.releaseDays, event.startsAt).toISOString() : null,
      })),
      expectedMix,
      agencyCap: event.agencyCap,
      groupCap: event.groupCap,
      bookingOpensAt: event.bookingOpensAt?.toISOString() ?? null,
      bookingClosesAt: event.bookingClosesAt?.toISOString() ?? null,
      bookingClosesWorkingDays: event.bookingClosesWorkingDays,
      freeCancellationWorkingDays: event.freeCancellationWorkingDays,
      costCode: event.costCode,
      minimumPlaces: event.minimumPlaces,
      decideBy: event.decideBy,
      note: event.note,
      dateToBeConfirmed: event.isDateless,
      course: await this.courseTerms.viewOf(course),
      dates: {
        bookingOpensAt: dates.bookingOpensAt?.toISOString() ?? null,
        bookingClosesAt: dates.bookingClosesAt?.toISOString() ?? null,
        freeCancellationUntil: dates.freeCancellationUntil?.toISOString() ?? null,
      },
    };
  }
}
