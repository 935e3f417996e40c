import { Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import { EventEntity } from '@roundtable/events';
import { Database } from '@roundtable/platform';
import { AnswerEntity } from '../answer.entity';
import type { AnswerCell, AttendedCell } from './answer-cell';
import { type KnowledgeGainQuestion, countedAnswers, limitTo } from './counted-answers';

export interface AskedCells extends KnowledgeGainQuestion {
  eventIds?: readonly string[];
}

interface RawCell {
  statementId: string;
  eventId: string;
  sector: string | null;
  ratedBefore: number | string | null;
  ratedAfter: number | string | null;
  people: number | string;
  hasAttended: number | string;
  isDemonstration: number | string;
}

/** Answers that enter a figure, counted by event, sector and statement: the ground of every cut and of every publication. */
@Injectable()
export class AnswerCellsQueries {
  constructor(private readonly database: Database) {}

  async cells({ eventIds, ...question }: AskedCells): Promise<AnswerCell[]> {
    if (eventIds?.length === 0) return [];
    const answers = countedAnswers(this.database)
      .addSelect('response.eventId', 'eventId')
      .addSelect('COALESCE(MAX(booking.sector), MAX(response.sector))', 'sector');
    limitTo(answers, question);
    if (eventIds) answers.andWhere('response.eventId IN (:...eventIds)', { eventIds });
    const raw = await this.database
      .repo(AnswerEntity)
      .manager.createQueryBuilder()
      .from(`(${answers.getQuery()})`, 'delegate')
      .setParameters(answers.getParameters())
      .select(['delegate.statementId AS statementId', 'delegate.eventId AS eventId', 'delegate.sector AS sector'])
      .addSelect(['delegate.ratedBefore AS ratedBefore', 'delegate.ratedAfter AS ratedAfter'])
      .addSelect(['delegate.hasAttended AS hasAttended', 'COUNT(*) AS people'])
      .addSelect('MAX(delegate.isDemonstration)', 'isDemonstration')
      .groupBy('delegate.statementId')
      .addGroupBy('delegate.eventId')
      .addGroupBy('delegate.sector')
      .addGroupBy('delegate.ratedBefore')
      .addGroupBy('delegate.ratedAfter')
      .addGroupBy('delegate.hasAttended')
      .getRawMany<RawCell>();
    return raw.map((cell) => ({
      statementId: cell.statementId,
      eventId: cell.eventId,
      sector: cell.sector,
      before: rating(cell.ratedBefore),
      after: rating(cell.ratedAfter),
      people: Number(cell.people),
      hasAttended: Number(cell.hasAttended) === 1,
      isDemonstration: Number(cell.isDemonstration) === 1,
    }));
  }

  async attended({ eventIds, ...question }: AskedCells): Promise<AttendedCell[]> {
    if (eventIds?.length === 0) return [];
    const attended = this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .where("booking.status = 'confirmed' AND booking.attendance = 'attended' AND event.status <> 'cancelled'")
      .select(['booking.eventId AS eventId', 'booking.sector AS sector', 'COUNT(*) AS attended'])
      .groupBy('booking.eventId')
      .addGroupBy('booking.sector');
    limitTo(attended, question);
    if (eventIds) attended.andWhere('booking.eventId IN (:...eventIds)', { eventIds });
    const raw = await attended.getRawMany<Omit<AttendedCell, 'attended'> & { attended: number | string }>();
    return raw.map((cell) => ({ ...cell, attended: Number(cell.attended) }));
  }
}

function rating(value: number | string | null): number | null {
  return value === null ? null : Number(value);
}
