import { Injectable } from '@nestjs/common';
import { EventEntity, OwnEventQueries } from '@roundtable/events';
import type { OwnResultsView, PublishedCut, PublishedRow } from '@roundtable/contracts';
import { type Actor, Database } from '@roundtable/platform';
import { eventName } from '../cuts/report-cuts.queries';
import { ReportEventQueries } from '../cuts/report-events.queries';
import { KnowledgeGainQueries } from '../knowledge-gain.queries';
import { type ReleasedGroup, isWithin } from './publication-rules';
import { yearsOf } from './publication-window';
import { SMALL_GROUPS, publishedRows } from './publication-rows';
import { ReleasedGroupEntity } from './released-group.entity';

export interface AskedPublication {
  /** London dates, both inside: whole months. */
  from: string;
  to: string;
  by: PublishedCut | null;
  courseId: string | null;
}

/** What may be shown to others, read from what was released and from nothing else. */
@Injectable()
export class ReleasedGroupsQueries {
  constructor(
    private readonly database: Database,
    private readonly events: ReportEventQueries,
    private readonly report: KnowledgeGainQueries,
    private readonly own: OwnEventQueries,
  ) {}

  /** The rows of a report for others, and of how many events they are made. */
  async publication({ from, to, by, courseId }: AskedPublication): Promise<{ rows: PublishedRow[]; events: number }> {
    const months = [from.slice(0, 7), to.slice(0, 7)] as const;
    const found = this.released().andWhere('released.year >= :first AND released.year <= :last', yearsOf(from, to));
    if (courseId) found.andWhere('released.courseId = :courseId', { courseId });
    const groups = (await found.getMany()).map(releasedGroup).filter((group) => isWithin(group, months));
    return this.rowsOf(groups, by);
  }

  /** What was learnt at the events that this actor gives; small groups of a year hold other trainers' events, so they stay out. */
  async ofOwnEvents(actor: Actor): Promise<OwnResultsView> {
    const eventIds = await this.own.idsOf(actor);
    if (eventIds.length === 0) return { events: 0, rows: [] };
    const found = await this.released().andWhere('released.eventId IN (:...eventIds)', { eventIds }).getMany();
    return this.rowsOf(found.map(releasedGroup), null);
  }

  private released() {
    return this.database
      .repo(ReleasedGroupEntity)
      .createQueryBuilder('released')
      .leftJoin(EventEntity, 'event', 'event.id = released.eventId')
      .where("(released.eventId IS NULL OR event.status <> 'cancelled')")
      .orderBy('event.endsAt')
      .addOrderBy('released.groupKey');
  }

  private async rowsOf(
    groups: readonly ReleasedGroup[],
    by: PublishedCut | null,
  ): Promise<{ rows: PublishedRow[]; events: number }> {
    const ordered = [...groups].sort((one, other) => Number(one.eventId === null) - Number(other.eventId === null));
    const full = groups.filter(({ cells }) => cells.length > 0);
    const statementIds = [...new Set(full.flatMap(({ cells }) => cells.map(({ statementId }) => statementId)))];
    const titles = await this.report.titles(statementIds);
    const eventIds = full.flatMap(({ eventId }) => eventId ?? []);
    const events = new Map((await this.events.events(eventIds)).map((event) => [event.id, event]));
    const nameOf = ({ eventId }: ReleasedGroup): string =>
      eventId === null ? SMALL_GROUPS : eventName(events.get(eventId));
    return { rows: publishedRows(ordered, titles, by, nameOf), events: eventIds.length };
  }
}

export function releasedGroup(row: ReleasedGroupEntity): ReleasedGroup {
  const { groupKey, courseId, eventId, year, month, isDemonstration, content } = row;
  return { key: groupKey, courseId, eventId, year, month, isDemonstration, ...content };
}
