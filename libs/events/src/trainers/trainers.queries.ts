import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { LentHoursView, TrainerAbsence, TrainerView } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import {
  Clock,
  Database,
  Page,
  folded,
  found,
  partnershipYear,
  partnershipYearRange,
  startOfLondonDay,
  windowOf,
} from '@roundtable/platform';
import { DateTime } from 'luxon';
import { In, type SelectQueryBuilder } from 'typeorm';
import { EventEntity } from '../event.entity';
import { EventTrainerEntity } from './event-trainer.entity';
import { TrainerAbsenceEntity } from './trainer-absence.entity';
import type { TrainerListQuery } from './trainer.dto';
import { TrainerEntity } from './trainer.entity';
import { hoursOf, trainerView } from './trainer.view';

const SORTS = {
  name: 'nameKey',
  agencyName: 'agencyName',
  kind: 'trainer.kind',
  createdAt: 'trainer.createdAt',
  id: 'trainer.id',
};

interface Named {
  personName: string | null;
  personEmail: string | null;
  agencyName: string | null;
}

/** Trainers, for the office. */
@Injectable()
export class TrainerQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(query: TrainerListQuery): Promise<Page<TrainerView>> {
    const window = windowOf(query, SORTS, { sort: 'name', order: 'ASC' });
    const rows = this.rows();
    if (query.id) rows.andWhere('trainer.id IN (:...ids)', { ids: query.id });
    if (query.kind) rows.andWhere('trainer.kind = :kind', { kind: query.kind });
    if (query.agencyId) rows.andWhere('trainer.agencyId = :agencyId', { agencyId: query.agencyId });
    if (query.active) rows.andWhere('trainer.isActive = :isActive', { isActive: query.active === 'true' });
    if (query.q)
      rows.andWhere(
        '(COALESCE(person.nameKey, trainer.nameKey) LIKE :q OR LOWER(trainer.organisation) LIKE :q OR LOWER(trainer.topics) LIKE :q)',
        { q: `%${folded(query.q)}%` },
      );
    const total = await rows.getCount();
    rows.orderBy(window.sort, window.order).addOrderBy('trainer.id').offset(window.skip).limit(window.take);
    return new Page(await this.views(rows), total);
  }

  async one(id: string): Promise<TrainerView> {
    const [view] = await this.views(this.rows().andWhere('trainer.id = :id', { id }));
    return found(view);
  }

  /** Hours of confirmed training by lending agency in a partnership year, in one query; most hours first. */
  async lentHours(year = partnershipYear(this.clock.now())): Promise<LentHoursView[]> {
    const rows = await this.given(year)
      .innerJoin(TrainerEntity, 'trainer', 'trainer.id = given.trainerId')
      .leftJoin(AgencyEntity, 'agency', 'agency.id = trainer.agencyId')
      .select(['agency.id AS agencyId', 'agency.name AS agencyName'])
      .addSelect('COUNT(DISTINCT given.trainerId)', 'trainers')
      .addSelect('COUNT(DISTINCT given.eventId)', 'events')
      .addSelect('SUM(given.minutes)', 'minutes')
      .groupBy('agency.id')
      .addGroupBy('agency.name')
      .orderBy('minutes', 'DESC')
      .getRawMany<{
        agencyId: string | null;
        agencyName: string | null;
        trainers: string | number;
        events: string | number;
        minutes: string | number;
      }>();
    return rows.map(({ agencyId, agencyName, trainers, events, minutes }) => ({
      agencyId,
      agencyName,
      trainers: Number(trainers),
      events: Number(events),
      hours: hoursOf(Number(minutes)),
    }));
  }

  private rows(): SelectQueryBuilder<TrainerEntity> {
    return this.database
      .repo(TrainerEntity)
      .createQueryBuilder('trainer')
      .leftJoin(PersonEntity, 'person', 'person.id = trainer.personId')
      .leftJoin(AgencyEntity, 'agency', 'agency.id = trainer.agencyId')
      .where('1 = 1');
  }

  private async views(rows: SelectQueryBuilder<TrainerEntity>): Promise<TrainerView[]> {
    const { entities, raw } = await rows
      .select('trainer')
      .addSelect(['person.name AS personName', 'person.email AS personEmail', 'agency.name AS agencyName'])
      .addSelect('COALESCE(person.nameKey, trainer.nameKey)', 'nameKey')
      .getRawAndEntities<Named>();
    const ids = entities.map(({ id }) => id);
    const absences = await this.absencesOf(ids);
    const minutes = await this.minutesOf(ids);
    return entities.map((trainer, index) =>
      trainerView(trainer, {
        ...(raw[index] as Named),
        absences: absences.get(trainer.id) ?? [],
        minutesThisYear: minutes.get(trainer.id) ?? 0,
      }),
    );
  }

  private async absencesOf(trainerIds: readonly string[]): Promise<Map<string, TrainerAbsence[]>> {
    const byTrainer = new Map<string, TrainerAbsence[]>();
    if (!trainerIds.length) return byTrainer;
    const rows = await this.database
      .repo(TrainerAbsenceEntity)
      .find({ where: { trainerId: In([...trainerIds]) }, order: { fromDate: 'ASC' } });
    for (const { trainerId, fromDate, toDate } of rows)
      byTrainer.set(trainerId, [...(byTrainer.get(trainerId) ?? []), { from: fromDate, to: toDate }]);
    return byTrainer;
  }

  private async minutesOf(trainerIds: readonly string[]): Promise<Map<string, number>> {
    if (!trainerIds.length) return new Map();
    const rows = await this.given(partnershipYear(this.clock.now()))
      .andWhere('given.trainerId IN (:...trainerIds)', { trainerIds })
      .select('given.trainerId', 'trainerId')
      .addSelect('SUM(given.minutes)', 'minutes')
      .groupBy('given.trainerId')
      .getRawMany<{ trainerId: string; minutes: string | number }>();
    return new Map(rows.map(({ trainerId, minutes }) => [trainerId, Number(minutes)]));
  }

  /** What was given, or is promised, in a partnership year: confirmed, on events that were not called off. */
  private given(year: string): SelectQueryBuilder<EventTrainerEntity> {
    const { from, to } = partnershipYearRange(year);
    return this.database
      .repo(EventTrainerEntity)
      .createQueryBuilder('given')
      .innerJoin(EventEntity, 'event', 'event.id = given.eventId')
      .where("given.answer = 'confirmed' AND event.status = 'published'")
      .andWhere('event.startsAt >= :from AND event.startsAt < :until', {
        from: startOfLondonDay(from),
        until: startOfLondonDay(DateTime.fromISO(to, { zone: 'utc' }).plus({ days: 1 }).toFormat('yyyy-MM-dd')),
      });
  }
}
