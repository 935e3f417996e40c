import { AgencyEntity, SectorsService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { STEMS } from '@roundtable/contracts';
import { CourseEntity, OutcomeStatementsService } from '@roundtable/courses';
import { EventEntity, EventsService } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Clock, Database, type ImportOptions, folded, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { insertAll } from './bulk-insert';
import type { Rejection, SheetAnswer } from './evaluation-sheet';

/** A row of the sheet with everything it names found or made. */
export interface ResolvedAnswer extends SheetAnswer {
  eventId: string;
  personId: string;
  statementId: string;
  agencyId: string;
  sector: string | null;
}

/** A row whose course and agency are known. */
interface KnownAnswer extends SheetAnswer {
  courseEntity: CourseEntity;
  agencyId: string;
  sector: string | null;
  /** What history of this row is known by. */
  importKey: string;
}

/** Finds what a sheet of answers names, and makes the events, people and statements that are not there. */
@Injectable()
export class EvaluationSheetLookup {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sectors: SectorsService,
    private readonly statements: OutcomeStatementsService,
    private readonly events: EventsService,
  ) {}

  async resolve(
    answers: readonly SheetAnswer[],
    options: ImportOptions,
  ): Promise<{ resolved: ResolvedAnswer[]; rejected: Map<number, Rejection> }> {
    const rejected = new Map<number, Rejection>();
    const known = await this.withCourseAndAgency(answers, options, rejected);
    const events = await this.eventsOf(known, options);
    const placed = known.filter((answer) => {
      if (!events.has(answer.importKey)) rejected.set(answer.row, unknownEvent(answer));
      return events.has(answer.importKey);
    });
    const people = await this.peopleOf(placed, options);
    const statements = await this.statementsOf(placed);
    const resolved = placed.flatMap(({ courseEntity, importKey, ...answer }) => {
      const [event, personId] = [events.get(importKey), people.get(answer.email)];
      const statementId = statements.get(statementKey(courseEntity, answer.statement));
      return event && personId && statementId ? [{ ...answer, eventId: event.id, personId, statementId }] : [];
    });
    return { resolved, rejected };
  }

  private async withCourseAndAgency(
    answers: readonly SheetAnswer[],
    options: ImportOptions,
    rejected: Map<number, Rejection>,
  ): Promise<KnownAnswer[]> {
    const all = await this.database.repo(CourseEntity).find({ order: { createdAt: 'DESC' } });
    const courses = new Map([
      ...all.map((course): [string, CourseEntity] => [folded(course.title), course]),
      ...all.map((course): [string, CourseEntity] => [folded(course.code), course]),
    ]);
    const sectors = await this.sectors.namesById();
    const agencies = new Map((await this.database.repo(AgencyEntity).find()).map((agency) => [agency.nameKey, agency]));
    return answers.flatMap((answer) => {
      const [courseEntity, agency] = [courses.get(folded(answer.course)), agencies.get(folded(answer.agency))];
      if (!courseEntity)
        rejected.set(answer.row, {
          column: 'course',
          value: answer.course,
          reason: 'There is no course with this code or title.',
        });
      else if (!agency)
        rejected.set(answer.row, {
          column: 'agency',
          value: answer.agency,
          reason: 'There is no agency of this name. Add it first.',
        });
      if (!courseEntity || !agency) return [];
      const importKey = `${options.period ?? ''}|${courseEntity.id}|${folded(answer.event)}`;
      return [
        { ...answer, courseEntity, agencyId: agency.id, sector: sectors.get(agency.sectorId) ?? null, importKey },
      ];
    });
  }

  /** Events of the rows' courses by reference or by what an import knows them by; else history of the period. */
  private async eventsOf(answers: readonly KnownAnswer[], options: ImportOptions): Promise<Map<string, EventEntity>> {
    const there = await this.database.repo(EventEntity).find({
      where: [
        { reference: In([...new Set(answers.map((answer) => answer.event.toUpperCase()))]) },
        { importKey: In([...new Set(answers.flatMap((answer) => [answer.event, answer.importKey]))]) },
      ],
    });
    const named = new Map<string, EventEntity>();
    const people = new Map<string, Set<string>>();
    for (const answer of answers) {
      const { importKey, courseEntity } = answer;
      people.set(importKey, (people.get(importKey) ?? new Set()).add(answer.email));
      const event = there.find(
        (one) =>
          one.courseId === courseEntity.id &&
          (one.reference === answer.event.toUpperCase() ||
            one.importKey === answer.event ||
            one.importKey === importKey),
      );
      if (event) named.set(importKey, event);
    }
    const { period, isDemonstration } = options;
    if (period === null) return named;
    for (const [importKey, emails] of people) {
      const courseId = importKey.split('|')[1] ?? '';
      if (!named.has(importKey))
        named.set(
          importKey,
          await this.events.findOrCreateHistory({
            courseId,
            importKey,
            period,
            capacity: emails.size,
            isDemonstration,
          }),
        );
    }
    return named;
  }

  /** The ids of people by e-mail address; who is not known is added by that address alone. */
  private async peopleOf(
    answers: readonly KnownAnswer[],
    { isDemonstration }: ImportOptions,
  ): Promise<Map<string, string>> {
    const emails = [...new Set(answers.map((answer) => answer.email))];
    const there = await this.database.repo(PersonEntity).findBy({ email: In(emails) });
    const ids = new Map(there.map((person) => [person.email ?? '', person.id]));
    const createdAt = this.clock.now();
    const added = emails
      .filter((email) => !ids.has(email))
      .map((email) => {
        const person = { id: newId(), name: email.slice(0, 200), nameKey: folded(email).slice(0, 200), email };
        return Object.assign(new PersonEntity(), { ...person, area: null, isDemonstration, createdAt });
      });
    await insertAll(this.database, PersonEntity, added);
    for (const person of added) ids.set(person.email, person.id);
    return ids;
  }

  private async statementsOf(answers: readonly KnownAnswer[]): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const { courseEntity, statement } of answers) {
      const key = statementKey(courseEntity, statement);
      if (ids.has(key)) continue;
      const stem = STEMS.find((known) => folded(statement).startsWith(known)) ?? 'knowledge of';
      ids.set(key, (await this.statements.findOrAdd(courseEntity, { stem, wording: statement })).id);
    }
    return ids;
  }
}

function statementKey(course: CourseEntity, wording: string): string {
  return `${course.id}|${folded(wording)}`;
}

function unknownEvent(answer: KnownAnswer): Rejection {
  const reason =
    'There is no event of this course with this reference. Give the partnership year (period) to take it in as history.';
  return { column: 'event', value: answer.event, reason };
}
