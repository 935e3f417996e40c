import { Injectable } from '@nestjs/common';
import { type MeasurementMode, STAGE_KINDS, STAGE_MODES, type StageKind, type StageRow } from '@roundtable/contracts';
import { type Actor, Clock, Database, Problem } from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { AnswerEntity } from '../answer.entity';
import { type AttendedEvent, type RawTime, attendedSince, millisecondsOf } from '../attended-since';
import { counted } from '../counted-responses';
import { type KnowledgeGainQuestion, limitTo } from '../cuts/counted-answers';
import { type Stage, answeringWindow } from '../evaluation-windows';
import { KnowledgeGainQueries } from '../knowledge-gain.queries';
import { readRatings } from '../read-ratings';
import { ResponseEntity } from '../response.entity';
import type { StatementKeys } from '../statement-keys';
import { type StageGroup, stageRow } from './stage-rules';

interface RawGroup {
  statementKey: string | number;
  rating: number | string;
  /** What the same people rated in the other modes of the kind, in their order. */
  other0: number | string | null;
  other1?: number | string | null;
  hasAttended: number | string;
  people: number | string;
  isDemonstration: number | string;
  firstEnd: RawTime;
  lastEnd: RawTime;
}

/** With which form the answers of a kind come in. */
const ASKED_AT: Record<StageKind, Stage> = { 'follow-up': 'follow-up', 'retrospective-before': 'after' };

/** What the other two modes tell: what remains at follow-up, and before as it was remembered after. */
@Injectable()
export class StageFiguresQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly knowledgeGain: KnowledgeGainQueries,
  ) {}

  /**
   * A row for each statement that was rated at follow-up, then for each that was rated about before afterwards, by
   * course title and the statement's place. Live figures: for coordinators only. Counts whom the report of before and
   * after counts.
   */
  async rows(actor: Actor, question: KnowledgeGainQuestion = {}): Promise<StageRow[]> {
    if (!actor.roles.includes('coordinator')) throw new Problem('people.not-allowed');
    const keys = await this.knowledgeGain.keys(question);
    const found = await Promise.all(
      STAGE_KINDS.map(async (kind) => ({ kind, groups: await this.groups(kind, question, keys) })),
    );
    const ids = new Set(found.flatMap(({ groups }) => [...groups.keys()]));
    if (ids.size === 0) return [];
    const events = await this.knowledgeGain.attendance(question);
    const statements = await this.knowledgeGain.statements([...ids]);
    return found.flatMap(({ kind, groups }) => {
      const asked = events.filter((event) => this.hasOpened(kind, event));
      return statements.flatMap(({ statement, courseTitle, isDemonstration }) => {
        const answered = groups.get(statement.id);
        if (!answered) return [];
        const ofCourse = asked.filter(({ courseId }) => courseId === statement.courseId);
        return stageRow({
          kind,
          courseId: statement.courseId,
          courseTitle,
          stem: statement.stem,
          statement: statement.wording,
          isDemonstration: isDemonstration || answered.some((group) => Number(group.isDemonstration) === 1),
          groups: answered.map((group) => stageGroup(kind, group)),
          attended: attendedSince(answered, statement.retiredAt !== null, ofCourse),
        });
      });
    });
  }

  /** Whether the form has opened by now, for everybody without school terms; history without a date has none. */
  private hasOpened(kind: StageKind, { endsAt }: AttendedEvent): boolean {
    const end = millisecondsOf(endsAt);
    if (end === null) return false;
    const times = { bookedAt: new Date(end), startsAt: new Date(end), endsAt: new Date(end) };
    const window = answeringWindow(ASKED_AT[kind], times);
    return window !== null && window.opensAt <= this.clock.now();
  }

  private async groups(
    kind: StageKind,
    question: KnowledgeGainQuestion,
    keys: StatementKeys,
  ): Promise<Map<string, RawGroup[]>> {
    const groups = new Map<string, RawGroup[]>();
    const joined = othersOf(kind).map((_mode, index) => `answer${index}`);
    for (const row of await readRatings<RawGroup>(this.database, this.ratings(kind, question, keys), joined)) {
      const statementId = keys.idOf(row.statementKey);
      if (statementId === null) continue;
      const known = groups.get(statementId);
      if (known) known.push(row);
      else groups.set(statementId, [row]);
    }
    return groups;
  }

  /**
   * Ratings of the mode, each with what the same person said at the same event in the others, joined by keys. The other
   * responses come before the answers: else the database looks each up again for every answer.
   */
  private ratings(
    kind: StageKind,
    question: KnowledgeGainQuestion,
    { expression }: StatementKeys,
  ): SelectQueryBuilder<ResponseEntity> {
    const attended = "CASE WHEN booking.attendance = 'attended' THEN 1 ELSE 0 END";
    const others = othersOf(kind).map((mode, index) => ({ mode, response: `response${index}`, index }));
    const rows = counted(this.database.repo(ResponseEntity).createQueryBuilder('response'))
      .andWhere('response.mode = :kind', { kind })
      .setParameter('yes', true);
    for (const { mode, response, index } of others)
      rows.leftJoin(
        ResponseEntity,
        response,
        `${response}.eventId = response.eventId AND ${response}.personId = response.personId AND ${response}.mode = :mode${index} AND ${response}.sentAt IS NOT NULL AND ${response}.isLate = :late AND (${response}.bookingId IS NULL OR booking.id IS NOT NULL)`,
        { [`mode${index}`]: mode },
      );
    const invented = ['response', ...others.map(({ response }) => response)]
      .map((response) => `${response}.isDemonstration = :yes`)
      .join(' OR ');
    rows
      .innerJoin(AnswerEntity, 'answer', 'answer.responseId = response.id')
      .select(expression, 'statementKey')
      .addSelect('answer.value', 'rating')
      .addSelect(attended, 'hasAttended')
      .addSelect(['COUNT(*) AS people', 'MIN(event.endsAt) AS firstEnd', 'MAX(event.endsAt) AS lastEnd'])
      .addSelect(`MAX(CASE WHEN ${invented} THEN 1 ELSE 0 END)`, 'isDemonstration')
      .groupBy(expression)
      .addGroupBy('answer.value')
      .addGroupBy(attended);
    for (const { response, index } of others) {
      const answer = `answer${index}`;
      rows
        .leftJoin(
          AnswerEntity,
          answer,
          `${answer}.responseId = ${response}.id AND ${answer}.statementId = answer.statementId`,
        )
        .addSelect(`${answer}.value`, `other${index}`)
        .addGroupBy(`${answer}.value`);
    }
    limitTo(rows, question);
    return rows;
  }
}

function othersOf(kind: StageKind): MeasurementMode[] {
  return STAGE_MODES[kind].filter((mode) => mode !== kind);
}

function stageGroup(kind: StageKind, raw: RawGroup): StageGroup {
  const others = [raw.other0, raw.other1].map((value) =>
    value === null || value === undefined ? null : Number(value),
  );
  const ratings: StageGroup['ratings'] = { [kind]: Number(raw.rating) };
  for (const [index, mode] of othersOf(kind).entries()) ratings[mode] = others[index] ?? null;
  return { ratings, people: Number(raw.people), hasAttended: Number(raw.hasAttended) === 1 };
}
