import { Injectable } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import { type EventEntity, termDatesOf } from '@roundtable/events';
import { Database, WorkingTime } from '@roundtable/platform';
import type { BookingEntity } from '../booking.entity';

/** When free cancellation of an event ends. */
@Injectable()
export class CutOffs {
  constructor(
    private readonly database: Database,
    private readonly workingTime: WorkingTime,
  ) {}

  /**
   * What a confirmed booking keeps of it when its place is given up, so that a later change of the date decides nothing
   * that is over; nothing for whoever had no place yet.
   */
  async columnsFor(booking: BookingEntity, event: EventEntity): Promise<Pick<BookingEntity, 'cutOffAtEnd'> | object> {
    if (booking.status !== 'confirmed' || booking.walkedInAt !== null) return {};
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    return { cutOffAtEnd: termDatesOf(event, course, await this.workingTime.closureDays()).freeCancellationUntil };
  }
}
