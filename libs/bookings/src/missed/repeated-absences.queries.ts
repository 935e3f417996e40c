import { Injectable } from '@nestjs/common';
import { EventEntity } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Clock, Database, periodStart } from '@roundtable/platform';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { BookingEntity } from '../booking.entity';
import { RegisterEntity } from '../register.entity';

/** From the third absence in 12 months on somebody is named to staff. */
const FLAGGED_FROM = 3;
const WITHIN_MONTHS = 12;
/** For how long after the register was closed an absence is new. */
const NEW_FOR_DAYS = 14;
const MOST = 200;

export interface RepeatedAbsence {
  id: string;
  practitionerName: string;
  absences: number;
}

/** Who was absent three times or more in 12 months, and was so again lately. */
@Injectable()
export class RepeatedAbsencesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One line a person, the most absences first. */
  async list(): Promise<RepeatedAbsence[]> {
    const now = this.clock.now();
    const rows = await this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId AND person.erasedAt IS NULL')
      .select(['person.id AS id', 'person.name AS practitionerName'])
      .addSelect('COUNT(*)', 'absences')
      .where("booking.status = 'confirmed' AND booking.attendance = 'absent'")
      .andWhere('event.startsAt > :since', { since: periodStart(now, 'months', WITHIN_MONTHS) })
      .andWhere((query) => `booking.personId IN ${absentSince(query)}`, {
        recently: periodStart(now, 'days', NEW_FOR_DAYS),
      })
      .groupBy('person.id')
      .addGroupBy('person.name')
      .having('COUNT(*) >= :least', { least: FLAGGED_FROM })
      .orderBy('absences', 'DESC')
      .addOrderBy('person.id')
      .limit(MOST)
      .getRawMany<{ id: string; practitionerName: string; absences: number | string }>();
    return rows.map(({ absences, ...row }) => ({ ...row, absences: Number(absences) }));
  }
}

/** Who was absent from an event whose register was closed lately. */
function absentSince(query: SelectQueryBuilder<ObjectLiteral>): string {
  return query
    .subQuery()
    .select('lately.personId')
    .from(BookingEntity, 'lately')
    .innerJoin(RegisterEntity, 'register', 'register.eventId = lately.eventId')
    .where("lately.status = 'confirmed' AND lately.attendance = 'absent' AND register.closedAt > :recently")
    .getQuery();
}
