import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { MorningTeamPlaces, TeamPlacesView } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { type Actor, Database, Page, found, isOffice } from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { TeamPlaceEntity } from './team-place.entity';

/** Team places as an actor may see them: of agencies they lead, all for the office. */
@Injectable()
export class TeamPlacesQueries {
  constructor(private readonly database: Database) {}

  async ofEvent(actor: Actor, eventId: string): Promise<Page<TeamPlacesView>> {
    const rows = await this.views(
      this.visibleTo(actor).andWhere('held.eventId = :eventId', { eventId }).orderBy('held.heldAt').limit(200),
    );
    return new Page(rows, rows.length);
  }

  /** What these agencies hold now and may still give a name, the first to run out first. */
  async openOf(actor: Actor, agencyIds: readonly string[]): Promise<TeamPlacesView[]> {
    return this.views(
      this.visibleTo(actor)
        .andWhere('held.agencyId IN (:...agencyIds)', { agencyIds: ['', ...agencyIds] })
        .andWhere('held.releasedAt IS NULL')
        .orderBy('held.heldUntil')
        .addOrderBy('held.id')
        .limit(100),
    );
  }

  /** Places without a name that go back by then, the first to run out first. For the office. */
  async endingBy(until: Date): Promise<MorningTeamPlaces[]> {
    const { entities, raw } = await this.database
      .repo(TeamPlaceEntity)
      .createQueryBuilder('held')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = held.agencyId')
      .innerJoin(EventEntity, 'event', 'event.id = held.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .select('held')
      .addSelect(['agency.name AS agencyName', 'course.title AS courseTitle'])
      .where('held.releasedAt IS NULL AND held.heldUntil <= :until', { until })
      .orderBy('held.heldUntil')
      .addOrderBy('held.id')
      .limit(200)
      .getRawAndEntities<{ agencyName: string; courseTitle: string }>();
    return entities.map(({ id, eventId, places, heldUntil }, index) => ({
      id,
      eventId,
      courseTitle: raw[index]?.courseTitle ?? '',
      agencyName: raw[index]?.agencyName ?? '',
      places,
      heldUntil: heldUntil.toISOString(),
    }));
  }

  async one(actor: Actor, id: string): Promise<TeamPlacesView> {
    return found((await this.views(this.visibleTo(actor).andWhere('held.id = :id', { id })))[0]);
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<TeamPlaceEntity> {
    const rows = this.database
      .repo(TeamPlaceEntity)
      .createQueryBuilder('held')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = held.agencyId')
      .where('1 = 1');
    return isOffice(actor) ? rows : rows.andWhere('held.agencyId IN (:...led)', { led: ['', ...actor.leadAgencyIds] });
  }

  private async views(rows: SelectQueryBuilder<TeamPlaceEntity>): Promise<TeamPlacesView[]> {
    const { entities, raw } = await rows
      .select('held')
      .addSelect('agency.name', 'agencyName')
      .getRawAndEntities<{ agencyName: string }>();
    return entities.map((held, index) => ({
      id: held.id,
      eventId: held.eventId,
      agencyId: held.agencyId,
      agencyName: raw[index]?.agencyName ?? '',
      places: held.places,
      heldUntil: held.heldUntil.toISOString(),
      releasedAt: held.releasedAt?.toISOString() ?? null,
    }));
  }
}
