import { Injectable } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity, EventTrainerEntity, TrainerEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Database, londonDate, partnershipYear } from '@roundtable/platform';
import { In } from 'typeorm';

export interface EventOfReport {
  id: string;
  reference: string;
  courseId: string;
  endsAt: Date | null;
  /** London month of the last session's end, 'YYYY-MM'; null for history without a date. */
  month: string | null;
  year: string | null;
  isDemonstration: boolean;
}

/** What a report says of its events. */
@Injectable()
export class ReportEventQueries {
  constructor(private readonly database: Database) {}

  async events(ids: readonly string[]): Promise<EventOfReport[]> {
    if (ids.length === 0) return [];
    const found = await this.database.repo(EventEntity).findBy({ id: In([...ids]) });
    return found.map((event) => ({
      id: event.id,
      reference: event.reference,
      courseId: event.courseId,
      endsAt: event.endsAt,
      month: event.endsAt && londonDate(event.endsAt).slice(0, 7),
      year: event.endsAt ? partnershipYear(event.endsAt) : event.period,
      isDemonstration: event.isDemonstration,
    }));
  }

  /** Names of the trainers who gave events. */
  async trainers(ids: readonly string[]): Promise<Map<string, string[]>> {
    const names = new Map<string, string[]>();
    if (ids.length === 0) return names;
    const rows = await this.database
      .repo(EventTrainerEntity)
      .createQueryBuilder('own')
      .innerJoin(TrainerEntity, 'trainer', 'trainer.id = own.trainerId')
      .leftJoin(PersonEntity, 'person', 'person.id = trainer.personId')
      .where("own.eventId IN (:...ids) AND own.answer = 'confirmed'", { ids })
      .select(['own.eventId AS eventId', 'COALESCE(person.name, trainer.name) AS name'])
      .getRawMany<{ eventId: string; name: string | null }>();
    for (const { eventId, name } of rows) names.set(eventId, [...(names.get(eventId) ?? []), name ?? 'Not recorded']);
    return names;
  }

  async courseTitle(courseId: string): Promise<string | null> {
    return (await this.database.repo(CourseEntity).findOneBy({ id: courseId }))?.title ?? null;
  }
}
