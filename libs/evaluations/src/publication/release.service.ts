import { Injectable } from '@nestjs/common';
import { EventEntity } from '@roundtable/events';
import { Clock, Database, isDuplicate, newId } from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { AnswerCellsQueries } from '../cuts/answer-cells.queries';
import { type EventOfReport, ReportEventQueries } from '../cuts/report-events.queries';
import { ResponseEntity } from '../response.entity';
import { type EventFacts, type ReleasedGroup, poolKey, releasedEvent, releasedPool } from './publication-rules';
import { closedBefore, lastClosedYear } from './publication-window';
import { ReleasedGroupEntity } from './released-group.entity';
import { releasedGroup } from './released-groups.queries';
import { ReleasedPeople } from './released-people.service';

const BATCH = 100;
const POOL_OF = (course: string, year: string): string =>
  `pool.courseId = ${course} AND pool.year = ${year} AND pool.eventId IS NULL`;

/** Lets whole events into what may leave, each once, when its answers are closed; and closes years. */
@Injectable()
export class ReleaseService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly answers: AnswerCellsQueries,
    private readonly events: ReportEventQueries,
    private readonly people: ReleasedPeople,
  ) {}

  /** Releases every event whose window has closed. Again changes nothing. */
  async release(): Promise<void> {
    await this.releaseAll(() =>
      this.due()
        .andWhere('event.endsAt <= :closed', { closed: closedBefore(this.clock.now()) })
        .getRawMany<{ id: string }>(),
    );
  }

  /**
   * Releases what a report of whole partnership years takes in besides: history without a date, each course's small
   * groups, and how many people attended. A year is closed for a course by the first report that holds it; history that comes later stays out, as
   * its people may have been counted among the small groups.
   */
  async closeYears({ first, last }: { first: string; last: string }): Promise<void> {
    await this.release();
    const until = [last, lastClosedYear(this.clock.now())].sort()[0] ?? last;
    if (until < first) return;
    await this.releaseAll(() =>
      this.due()
        .leftJoin(ReleasedGroupEntity, 'pool', POOL_OF('event.courseId', 'event.period'))
        .andWhere('event.endsAt IS NULL AND event.period >= :first AND event.period <= :until AND pool.id IS NULL', {
          first,
          until,
        })
        .getRawMany<{ id: string }>(),
    );
    for (const year of await this.openYears(first, until)) await this.closeYear(year);
    await this.people.count({ first, last: until });
  }

  private async releaseAll(due: () => Promise<{ id: string }[]>): Promise<void> {
    for (let rows = await due(); rows.length > 0; rows = await due()) {
      const facts = await this.factsOf(rows.map(({ id }) => id));
      await this.keep(facts.map((event) => releasedEvent(event)));
    }
  }

  /** Events with answers that are not released yet. */
  private due(): SelectQueryBuilder<EventEntity> {
    return this.database
      .repo(EventEntity)
      .createQueryBuilder('event')
      .leftJoin(ReleasedGroupEntity, 'released', 'released.eventId = event.id')
      .where("event.status <> 'cancelled' AND released.id IS NULL")
      .andWhere((found) => {
        const sent = found
          .subQuery()
          .select('1')
          .from(ResponseEntity, 'response')
          .where(
            "response.eventId = event.id AND response.sentAt IS NOT NULL AND response.mode IN ('before', 'after')",
          );
        return `EXISTS ${sent.getQuery()}`;
      })
      .select('event.id', 'id')
      .orderBy('event.id')
      .limit(BATCH);
  }

  private async factsOf(ids: readonly string[]): Promise<EventFacts[]> {
    const events = await this.events.events(ids);
    const cells = groupedByEvent(await this.answers.cells({ eventIds: ids }));
    const attended = groupedByEvent(await this.answers.attended({ eventIds: ids }));
    return events.map((event) => factsOf(event, cells.get(event.id) ?? [], attended.get(event.id) ?? []));
  }

  /** Years with a course whose small groups were not put together yet. */
  private async openYears(first: string, until: string): Promise<string[]> {
    const rows = await this.database
      .repo(ReleasedGroupEntity)
      .createQueryBuilder('released')
      .leftJoin(ReleasedGroupEntity, 'pool', POOL_OF('released.courseId', 'released.year'))
      .where('pool.id IS NULL AND released.year >= :first AND released.year <= :until', { first, until })
      .select('DISTINCT released.year', 'year')
      .getRawMany<{ year: string }>();
    return rows.map(({ year }) => year);
  }

  private async closeYear(year: string): Promise<void> {
    const found = (await this.database.repo(ReleasedGroupEntity).findBy({ year })).map(releasedGroup);
    const pooled = new Set(found.filter(({ eventId }) => eventId === null).map(({ courseId }) => courseId));
    const open = found.filter(({ courseId, eventId }) => eventId !== null && !pooled.has(courseId));
    const facts = await this.factsOf(open.flatMap(({ eventId }) => eventId ?? []));
    const courses = [...new Set(open.map(({ courseId }) => courseId))];
    await this.keep(
      courses.map((courseId) =>
        releasedPool(
          { courseId, year },
          facts.filter((event) => event.courseId === courseId),
          open.filter((group) => group.courseId === courseId),
        ),
      ),
    );
  }

  /** Whoever releases at the same time is as right, so what is there already stays. */
  private async keep(groups: readonly ReleasedGroup[]): Promise<void> {
    if (groups.length === 0) return;
    try {
      await this.database.transaction(() =>
        this.database.repo(ReleasedGroupEntity).insert(groups.map((group) => rowOf(group, this.clock.now()))),
      );
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
}

function rowOf(group: ReleasedGroup, releasedAt: Date) {
  const { key, courseId, eventId, year, month, isDemonstration, cells, rates, members } = group;
  const content = { cells, rates, members };
  const groupKey = eventId === null ? poolKey(courseId, year) : key;
  return {
    id: newId(),
    groupKey,
    courseId,
    eventId,
    year,
    month,
    isDemonstration,
    content: content as never,
    releasedAt,
  };
}

function factsOf(
  event: EventOfReport,
  cells: Awaited<ReturnType<AnswerCellsQueries['cells']>>,
  attended: Awaited<ReturnType<AnswerCellsQueries['attended']>>,
): EventFacts {
  const present = attended.reduce((sum, cell) => sum + cell.attended, 0);
  const statements = [...new Set(cells.map(({ statementId }) => statementId))];
  return {
    eventId: event.id,
    courseId: event.courseId,
    year: event.year ?? '',
    month: event.month,
    isDemonstration: event.isDemonstration || cells.some(({ isDemonstration }) => isDemonstration),
    cells,
    rates: statements.map((statementId) => {
      const there = cells.filter((cell) => cell.statementId === statementId && cell.hasAttended);
      const answered = (stage: 'before' | 'after'): number =>
        there.filter((cell) => cell[stage] !== null).reduce((sum, cell) => sum + cell.people, 0);
      return { statementId, attended: present, before: answered('before'), after: answered('after') };
    }),
  };
}

function groupedByEvent<Row extends { eventId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.eventId, [...(groups.get(row.eventId) ?? []), row]);
  return groups;
}
