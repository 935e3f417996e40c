import { randomInt } from 'node:crypto';
import { MEASUREMENT_MODES, type Area, type MeasurementMode } from '@roundtable/contracts';
import type { CourseEntity, OutcomeStatementEntity } from '@roundtable/courses';
import { londonDate } from '@roundtable/platform';
import { type AnswerGroup, FEWEST, shownValues } from './export-rules';

/** An answer as it is stored, with who gave it. */
export interface GivenAnswer {
  eventId: string;
  personId: string;
  mode: MeasurementMode;
  sector: string | null;
  area: Area | null;
  statementId: string;
  value: number;
}

/** An answer as it leaves. */
export interface ExportedAnswer {
  respondent: number;
  /** Empty where small events are pooled. */
  event: string;
  courseCode: string;
  course: string;
  /** A London date; of pooled events and of history the partnership year. */
  date: string;
  sector: string;
  area: string;
  mode: MeasurementMode;
  statement: string;
  value: number;
  demonstration: string;
}

interface Around {
  group: AnswerGroup;
  course: Pick<CourseEntity, 'code' | 'title'>;
  statements: ReadonlyMap<string, Pick<OutcomeStatementEntity, 'stem' | 'wording' | 'position'>>;
  firstNumber: number;
}

/** Stands where a sector or an area would tell who answered. */
export const NOT_SHOWN = 'not shown';
const UNKNOWN = '';

/** Where the numbers of one file begin, so that those of another are others. */
export function firstNumber(): number {
  return randomInt(100_000_000, 900_000_000);
}

/**
 * The answers of one group, by respondent in an order of chance. A number stands for one person at one event: enough to
 * pair before and after, and nothing that follows somebody from one event to the next. Every sector, and every area
 * within it, is shared by five of the group or not shown.
 */
export function exportedAnswers(
  given: readonly GivenAnswer[],
  around: Around,
): { rows: ExportedAnswer[]; respondents: number } {
  const { group, course, statements, firstNumber: first } = around;
  const leaving = ofLargeModes(given.filter(({ mode }) => group.modes.some((one) => one.mode === mode)));
  const respondents = shuffled([...respondentsOf(leaving).values()]);
  const sectors = shownIn(respondents, ({ sector }) => sector);
  const areas = new Map(
    [...sectors, NOT_SHOWN].map((sector) => [
      sector,
      shownIn(
        respondents.filter((one) => shown(sectors, one.sector) === sector),
        ({ area }) => area,
      ),
    ]),
  );
  const rows = respondents.flatMap((respondent, index) => {
    const sector = shown(sectors, respondent.sector);
    const about = {
      respondent: first + index,
      event: group.event?.reference ?? '',
      courseCode: course.code,
      course: course.title,
      date: group.event?.startsAt ? londonDate(group.event.startsAt) : group.year,
    };
    return ordered(respondent.answers, statements).map(({ mode, statementId, value }) => ({
      ...about,
      sector,
      area: shown(areas.get(sector) ?? new Set(), respondent.area),
      mode,
      statement: statementWords(statements.get(statementId)),
      value,
      demonstration: group.isDemonstration ? 'demonstration' : '',
    }));
  });
  return { rows, respondents: respondents.length };
}

/** Somebody may have been erased since the plan was made. */
function ofLargeModes(given: readonly GivenAnswer[]): GivenAnswer[] {
  const people = new Map<MeasurementMode, Set<string>>();
  for (const { mode, personId } of given) people.set(mode, (people.get(mode) ?? new Set()).add(personId));
  return given.filter(({ mode }) => (people.get(mode)?.size ?? 0) >= FEWEST);
}

interface Respondent {
  personId: string;
  sector: string;
  area: string;
  answers: GivenAnswer[];
}

function respondentsOf(given: readonly GivenAnswer[]): Map<string, Respondent> {
  const respondents = new Map<string, Respondent>();
  for (const answer of given) {
    const key = `${answer.eventId}|${answer.personId}`;
    const known = respondents.get(key);
    if (known) known.answers.push(answer);
    else {
      const { personId, sector, area } = answer;
      respondents.set(key, { personId, sector: sector ?? UNKNOWN, area: area ?? UNKNOWN, answers: [answer] });
    }
  }
  return respondents;
}

function shownIn(respondents: readonly Respondent[], valueOf: (one: Respondent) => string): Set<string> {
  const people = new Map<string, Set<string>>();
  for (const one of respondents) people.set(valueOf(one), (people.get(valueOf(one)) ?? new Set()).add(one.personId));
  return shownValues(new Map([...people].map(([value, those]) => [value, those.size])));
}

function shown(values: ReadonlySet<string>, value: string): string {
  return values.has(value) ? value : NOT_SHOWN;
}

function ordered(answers: GivenAnswer[], statements: Around['statements']): GivenAnswer[] {
  const place = ({ mode, statementId }: GivenAnswer): number =>
    MEASUREMENT_MODES.indexOf(mode) * 1000 + (statements.get(statementId)?.position ?? 0);
  return answers.sort((one, other) => place(one) - place(other) || (one.statementId < other.statementId ? -1 : 1));
}

function statementWords(statement: { stem: string; wording: string } | undefined): string {
  return statement ? `${statement.stem}: ${statement.wording}` : '';
}

function shuffled<Item>(items: Item[]): Item[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [items[last], items[other]] = [items[other] as Item, items[last] as Item];
  }
  return items;
}
