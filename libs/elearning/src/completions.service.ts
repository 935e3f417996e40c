import { Injectable } from '@nestjs/common';
import type { Area } from '@roundtable/contracts';
import { PeopleService } from '@roundtable/people';
import { Clock, Database, isDuplicate, newId } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { CompletionEntity } from './completion.entity';
import { expiryOf } from './completion-rules';
import { noteEditions } from './guidance/note-editions';
import type { ModuleEntity } from './module.entity';

/** Agency, sector, job role and area of a person as they were; null where the person had no agency. */
export type CompletionSnapshot = { agencyId: string; sector: string; jobRole: string | null; area: Area | null } | null;

export interface AttendanceFacts {
  personId: string;
  courseId: string;
  courseTitle: string;
  validityMonths: number | null;
  bookingId: string;
  completedAt: Date;
  snapshot: CompletionSnapshot;
}

/** Which of the modules and courses asked about are validly completed. */
export interface ValidCompletions {
  moduleIds: Set<string>;
  courseIds: Set<string>;
}

/** Completions of modules and of courses: the one place that is asked what a person has done. */
@Injectable()
export class CompletionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: PeopleService,
  ) {}

  /** Which of these modules and courses the person has validly completed at a moment. */
  async validFor(
    personId: string,
    wanted: { moduleIds: readonly string[]; courseIds: readonly string[] },
    on: Date,
  ): Promise<ValidCompletions> {
    const each = await this.validForEach([personId], wanted, on);
    return each.get(personId) ?? { moduleIds: new Set(), courseIds: new Set() };
  }

  /** The same for many people at once; every person asked about has an entry. */
  async validForEach(
    personIds: readonly string[],
    wanted: { moduleIds: readonly string[]; courseIds: readonly string[] },
    on: Date,
  ): Promise<Map<string, ValidCompletions>> {
    const each = new Map(
      personIds.map((id): [string, ValidCompletions] => [id, { moduleIds: new Set(), courseIds: new Set() }]),
    );
    if (!personIds.length || !(wanted.moduleIds.length + wanted.courseIds.length)) return each;
    const rows = await this.database
      .repo(CompletionEntity)
      .createQueryBuilder('completion')
      .where('completion.personId IN (:...personIds)', { personIds: [...each.keys()] })
      .andWhere('(completion.moduleId IN (:...modules) OR completion.courseId IN (:...courses))', {
        modules: ['', ...wanted.moduleIds],
        courses: ['', ...wanted.courseIds],
      })
      .andWhere('completion.withdrawnAt IS NULL AND completion.completedAt <= :on', { on })
      .andWhere('(completion.expiresAt IS NULL OR completion.expiresAt > :on)')
      .getMany();
    for (const { personId, moduleId, courseId } of rows) {
      if (moduleId) each.get(personId)?.moduleIds.add(moduleId);
      if (courseId) each.get(personId)?.courseIds.add(courseId);
    }
    return each;
  }

  /** Completes a module edition in the product; while such a completion is valid it stays the one there is. */
  async completeModule(personId: string, module: ModuleEntity): Promise<CompletionEntity> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const completions = this.database.repo(CompletionEntity);
      const key = `product:${personId}:${module.id}:${module.edition}`;
      const earlier = await completions.findBy({
        personId,
        moduleId: module.id,
        edition: module.edition,
        source: 'product',
      });
      const valid = earlier.find((completion) => completion.isValid(now));
      if (valid) return valid;
      const completion = completions.create({
        id: newId(),
        personId,
        moduleId: module.id,
        courseId: null,
        title: module.title,
        edition: module.edition,
        completedAt: now,
        expiresAt: expiryOf(now, module.validityMonths),
        source: 'product',
        sourceKey: `${key}:${earlier.length + 1}`,
        withdrawnAt: null,
        ...columnsOf(await this.people.snapshotOf(personId)),
      });
      try {
        await completions.insert(completion);
        await noteEditions(this.database, [completion]);
        return completion;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return await completions.findOneByOrFail({ sourceKey: completion.sourceKey });
      }
    });
  }

  /** Writes that a person attended a course; again with other facts corrects it, and takes a withdrawal back. */
  async recordAttendance(facts: AttendanceFacts): Promise<void> {
    await this.recordAttendances([facts]);
  }

  /** The same for everybody of a register, in as many statements whatever their number. */
  async recordAttendances(all: readonly AttendanceFacts[]): Promise<void> {
    if (!all.length) return;
    await this.database.transaction(async () => {
      const completions = this.database.repo(CompletionEntity);
      const there = await completions.find({
        select: { id: true, sourceKey: true },
        where: { sourceKey: In(all.map(({ bookingId }) => attendanceKey(bookingId))) },
      });
      const idByKey = new Map(there.map(({ id, sourceKey }) => [sourceKey, id]));
      const rows = all.map((facts) => ({
        id: idByKey.get(attendanceKey(facts.bookingId)) ?? newId(),
        personId: facts.personId,
        moduleId: null,
        courseId: facts.courseId,
        title: facts.courseTitle,
        edition: null,
        completedAt: facts.completedAt,
        expiresAt: expiryOf(facts.completedAt, facts.validityMonths),
        source: 'attendance' as const,
        sourceKey: attendanceKey(facts.bookingId),
        withdrawnAt: null,
        ...columnsOf(facts.snapshot),
      }));
      await completions.upsert(rows, ['sourceKey']);
      const known = new Set(idByKey.values());
      await noteEditions(
        this.database,
        rows.filter(({ id }) => !known.has(id)),
      );
    });
  }

  /** Withdraws what a booking's attendance had completed; nothing where there is nothing. */
  async withdrawAttendance(bookingId: string): Promise<void> {
    await this.withdrawAttendances([bookingId]);
  }

  async withdrawAttendances(bookingIds: readonly string[]): Promise<void> {
    if (!bookingIds.length) return;
    await this.database
      .repo(CompletionEntity)
      .update(
        { sourceKey: In(bookingIds.map(attendanceKey)), withdrawnAt: IsNull() },
        { withdrawnAt: this.clock.now() },
      );
  }

  /** Notes that these people were reminded, so many days before their completions run out. */
  async noteReminded(ids: readonly string[], days: number): Promise<void> {
    if (ids.length > 0) await this.database.repo(CompletionEntity).update({ id: In([...ids]) }, { remindedDays: days });
  }
}

export function attendanceKey(bookingId: string): string {
  return `attendance:${bookingId}`;
}

function columnsOf(snapshot: CompletionSnapshot): Pick<CompletionEntity, 'agencyId' | 'sector' | 'jobRole' | 'area'> {
  return {
    agencyId: snapshot?.agencyId ?? null,
    sector: snapshot?.sector ?? null,
    jobRole: snapshot?.jobRole ?? null,
    area: snapshot?.area ?? null,
  };
}
