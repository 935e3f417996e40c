import type { MeasurementMode } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { CourseEntity, OutcomeStatementEntity } from '@roundtable/courses';
import { type Actor, Clock, Database, Problem, storedInstant } from '@roundtable/platform';
import { AnswerEntity } from '../answer.entity';
import { counted, ofDelegates } from '../counted-responses';
import type { ReportPeriod } from '../report-period';
import { ResponseEntity } from '../response.entity';
import { type AnswerGroup, type AnsweredEvent, type ExportPlan, FEWEST, exportPlan } from './export-rules';
import { type ExportedAnswer, type GivenAnswer, exportedAnswers, firstNumber } from './exported-answers';

/** What is asked for: whole London months that the events end in, and a course. */
export interface AnswersQuestion extends ReportPeriod {
  courseId?: string;
}

/** Answers are read so many at a time, in whole groups. */
const AT_ONCE = 4000;

type RawTime = Date | string | null;
type RawEvent = Pick<AnsweredEvent, 'id' | 'reference' | 'courseId' | 'period'> & {
  startsAt: RawTime;
  endsAt: RawTime;
  isDemonstration: number | string;
  respondents: number | string;
};

interface RawMode {
  id: string;
  mode: MeasurementMode;
  answers: number | string;
  respondents: number | string;
}

/** Single answers without anything that names who gave them. For those alone whom a system owner lets take them out. */
@Injectable()
export class AnswersExportQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What would leave now, and how many answers that is. */
  async plan(actor: Actor, question: AnswersQuestion): Promise<ExportPlan> {
    refuse(actor);
    const titles = await this.courses();
    const { groups, leftOut } = exportPlan(await this.events(question), question, this.clock.now());
    const order = (group: AnswerGroup): string =>
      [titles.get(group.courseId)?.title, group.year, group.event?.endsAt?.toISOString() ?? '', group.event?.id].join(
        '|',
      );
    const keyed = groups.map((group) => ({ group, key: order(group) }));
    keyed.sort((one, other) => (one.key < other.key ? -1 : 1));
    return { groups: keyed.map(({ group }) => group), leftOut };
  }

  /** The answers of a plan, some groups at a time; respondents are numbered anew by each call. */
  async *answers(actor: Actor, { groups }: ExportPlan): AsyncGenerator<ExportedAnswer[]> {
    refuse(actor);
    const courses = await this.courses();
    const statements = await this.statements();
    let number = firstNumber();
    for (const batch of batches(groups)) {
      const given = await this.given(batch.flatMap(({ eventIds }) => eventIds));
      const rows: ExportedAnswer[] = [];
      for (const group of batch) {
        const ofGroup = group.eventIds.flatMap((id) => given.get(id) ?? []);
        const course = courses.get(group.courseId) ?? { code: '', title: '' };
        const exported = exportedAnswers(ofGroup, { group, course, statements, firstNumber: number });
        number += exported.respondents;
        for (const row of exported.rows) rows.push(row);
      }
      yield rows;
    }
  }

  private async events({ courseId }: AnswersQuestion): Promise<AnsweredEvent[]> {
    const rows = ofDelegates(counted(this.database.repo(ResponseEntity).createQueryBuilder('response')))
      .select(['event.id AS id', 'event.reference AS reference', 'event.courseId AS courseId'])
      .addSelect(['event.startsAt AS startsAt', 'event.endsAt AS endsAt', 'event.period AS period'])
      .addSelect(['MAX(response.isDemonstration) AS isDemonstration'])
      .addSelect('COUNT(DISTINCT response.personId)', 'respondents')
      .groupBy('event.id')
      .addGroupBy('event.reference')
      .addGroupBy('event.courseId')
      .addGroupBy('event.startsAt')
      .addGroupBy('event.endsAt')
      .addGroupBy('event.period');
    const answered = counted(
      this.database
        .repo(AnswerEntity)
        .createQueryBuilder('answer')
        .innerJoin(ResponseEntity, 'response', 'response.id = answer.responseId'),
    )
      .select(['response.eventId AS id', 'response.mode AS mode', 'COUNT(*) AS answers'])
      .addSelect('COUNT(DISTINCT response.id)', 'respondents')
      .groupBy('response.eventId')
      .addGroupBy('response.mode');
    for (const query of [rows, answered]) if (courseId) query.andWhere('event.courseId = :courseId', { courseId });
    const modes = new Map<string, RawMode[]>();
    for (const row of await answered.getRawMany<RawMode>()) modes.set(row.id, [...(modes.get(row.id) ?? []), row]);
    const events = (await rows.getRawMany<RawEvent>()).filter(({ id }) => modes.has(id));
    const people = await this.peopleOf(events.filter((row) => Number(row.respondents) < FEWEST).map(({ id }) => id));
    return events.map((row) => ({
      ...row,
      startsAt: storedInstant(row.startsAt),
      endsAt: storedInstant(row.endsAt),
      isDemonstration: Number(row.isDemonstration) === 1,
      respondents: Number(row.respondents),
      modes: (modes.get(row.id) ?? []).map(({ mode, respondents, answers }) => ({
        mode,
        respondents: Number(respondents),
        personIds: people.get(`${row.id}|${mode}`) ?? [],
        answers: Number(answers),
      })),
    }));
  }

  /** Who rated at these events, by event and mode. */
  private async peopleOf(eventIds: string[]): Promise<Map<string, string[]>> {
    const people = new Map<string, string[]>();
    if (eventIds.length === 0) return people;
    const rows = await ofDelegates(counted(this.database.repo(ResponseEntity).createQueryBuilder('response')))
      .innerJoin(AnswerEntity, 'answer', 'answer.responseId = response.id')
      .andWhere('response.eventId IN (:...eventIds)', { eventIds })
      .select(['response.eventId AS eventId', 'response.mode AS mode', 'response.personId AS personId'])
      .distinct(true)
      .getRawMany<{ eventId: string; mode: MeasurementMode; personId: string }>();
    for (const { eventId, mode, personId } of rows)
      people.set(`${eventId}|${mode}`, [...(people.get(`${eventId}|${mode}`) ?? []), personId]);
    return people;
  }

  private async given(eventIds: string[]): Promise<Map<string, GivenAnswer[]>> {
    const rows = await counted(
      this.database
        .repo(AnswerEntity)
        .createQueryBuilder('answer')
        .innerJoin(ResponseEntity, 'response', 'response.id = answer.responseId'),
    )
      .andWhere('response.eventId IN (:...eventIds)', { eventIds })
      .select(['response.eventId AS eventId', 'response.personId AS personId', 'response.mode AS mode'])
      .addSelect(['response.sector AS sector', 'response.area AS area'])
      .addSelect(['answer.statementId AS statementId', 'answer.value AS value'])
      .getRawMany<Omit<GivenAnswer, 'value' | 'mode'> & { value: number | string; mode: MeasurementMode }>();
    const given = new Map<string, GivenAnswer[]>();
    for (const row of rows) {
      const answer = { ...row, value: Number(row.value) };
      const ofEvent = given.get(row.eventId);
      if (ofEvent) ofEvent.push(answer);
      else given.set(row.eventId, [answer]);
    }
    return given;
  }

  private async courses(): Promise<Map<string, Pick<CourseEntity, 'code' | 'title'>>> {
    const rows = await this.database.repo(CourseEntity).find({ select: { id: true, code: true, title: true } });
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async statements(): Promise<Map<string, OutcomeStatementEntity>> {
    return new Map((await this.database.repo(OutcomeStatementEntity).find()).map((row) => [row.id, row]));
  }
}

function refuse(actor: Actor): void {
  if (!actor.roles.includes('answers-exporter')) throw new Problem('people.not-allowed');
}

/** Whole groups, together about as many answers as are read at once. */
function* batches(groups: readonly AnswerGroup[]): Generator<AnswerGroup[]> {
  let batch: AnswerGroup[] = [];
  let size = 0;
  for (const group of groups) {
    batch.push(group);
    size += group.answers;
    if (size < AT_ONCE) continue;
    yield batch;
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
