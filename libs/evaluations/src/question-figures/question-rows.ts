import { type CountedKind, FORM_STAGES, type FormStage, type QuestionFiguresRow } from '@roundtable/contracts';
import { type AnswerCount, questionFigures } from './question-figure-rules';

/** A question that was answered, as it stands in the list of questions. */
export interface CountedQuestion {
  id: string;
  /** Null for a standing question. */
  courseId: string | null;
  kind: CountedKind;
  wording: string;
  options: readonly string[] | null;
  minimum: number | null;
  maximum: number | null;
  lowLabel: string | null;
  highLabel: string | null;
}

/** How many people of one course answered one question at one stage. */
export interface AnsweredGroup {
  questionId: string;
  courseId: string;
  stage: FormStage;
  n: number;
  counts: readonly AnswerCount[];
  isDemonstration: boolean;
}

/**
 * A row for each question, stage and course; of standing questions also one of all courses together where
 * `adds` says so. Standing questions come first, by their words; own ones by their course.
 */
export function questionRows(
  questions: readonly CountedQuestion[],
  groups: readonly AnsweredGroup[],
  titles: ReadonlyMap<string, string>,
  { adds }: { adds: boolean },
): QuestionFiguresRow[] {
  const known = new Map(questions.map((question) => [question.id, question]));
  const rows = groups.flatMap((group) => {
    const question = known.get(group.questionId);
    return question ? [rowOf(question, group, { id: group.courseId, title: titles.get(group.courseId) ?? '' })] : [];
  });
  const together = adds ? questions.filter(({ courseId }) => courseId === null) : [];
  const all = together.flatMap((question) =>
    added(groups.filter(({ questionId }) => questionId === question.id)).map((group) => rowOf(question, group, null)),
  );
  return [...rows, ...all].sort(inOrder);
}

/** In the order of time; the line manager comes last. */
export function stageOrder(stage: FormStage): number {
  return FORM_STAGES.indexOf(stage);
}

function rowOf(
  question: CountedQuestion,
  group: Omit<AnsweredGroup, 'courseId'>,
  course: { id: string; title: string } | null,
): QuestionFiguresRow {
  const { id, kind, wording, minimum, maximum, lowLabel, highLabel } = question;
  return {
    questionId: id,
    wording,
    kind,
    source: question.courseId === null ? 'standing' : 'own',
    courseId: course?.id ?? null,
    courseTitle: course?.title ?? null,
    stage: group.stage,
    ...questionFigures({ ...group, kind, options: question.options ?? [], minimum, maximum }),
    ...(lowLabel && { lowLabel }),
    ...(highLabel && { highLabel }),
    demonstration: group.isDemonstration,
  };
}

/** The courses of one question together, stage by stage. */
function added(groups: readonly AnsweredGroup[]): Omit<AnsweredGroup, 'courseId'>[] {
  const stages = [...new Set(groups.map(({ stage }) => stage))];
  return stages.map((stage) => {
    const ofStage = groups.filter((group) => group.stage === stage);
    return {
      questionId: ofStage[0]?.questionId ?? '',
      stage,
      n: ofStage.reduce((sum, { n }) => sum + n, 0),
      counts: ofStage.flatMap(({ counts }) => counts),
      isDemonstration: ofStage.some(({ isDemonstration }) => isDemonstration),
    };
  });
}

function inOrder(one: QuestionFiguresRow, other: QuestionFiguresRow): number {
  const [keys, others] = [keysOf(one), keysOf(other)];
  const different = keys.findIndex((key, index) => key !== others[index]);
  return different < 0
    ? stageOrder(one.stage) - stageOrder(other.stage)
    : (keys[different] ?? '').localeCompare(others[different] ?? '', 'en-GB');
}

function keysOf({ source, courseTitle, courseId, wording, questionId }: QuestionFiguresRow): string[] {
  const isStanding = source === 'standing';
  return [
    isStanding ? '' : 'own',
    isStanding ? '' : (courseTitle ?? ''),
    wording,
    questionId,
    courseTitle ?? '',
    courseId ?? '',
  ];
}
