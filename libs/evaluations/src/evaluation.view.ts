import type { AnswerValue, EvaluationFormView, FormStage, QuestionView } from '@roundtable/contracts';
import type { FormFacts } from './evaluation-form.queries';
import { formState } from './evaluation-windows';
import type { AskedQuestion } from './forms/form-rules';

/** What decides the state of a form. */
type StateFacts = Pick<FormFacts, 'stage' | 'booking' | 'event' | 'window' | 'response'> &
  Partial<Pick<FormFacts, 'questions'>>;

/**
 * Whether the booking still stands: before the event any live one, after it a confirmed one, at follow-up that of
 * somebody who attended; never of a cancelled event.
 */
function isAsked({ stage, booking, event }: StateFacts): boolean {
  if (event.status !== 'published') return false;
  if (stage === 'before') return booking.isLive;
  return booking.status === 'confirmed' && (stage === 'after' || booking.attendance === 'attended');
}

export function stateOf(facts: StateFacts, now: Date): EvaluationFormView['state'] {
  // A form that asks nothing at this stage has nothing to open.
  if (facts.questions?.length === 0) return 'closed';
  const isSent = facts.response !== null && facts.response.sentAt !== null;
  return formState({ stage: facts.stage, window: facts.window, isSent, isAsked: isAsked(facts), now });
}

export function evaluationFormView(facts: FormFacts, now: Date): EvaluationFormView {
  const state = stateOf(facts, now);
  return {
    stage: facts.stage,
    courseTitle: facts.course.title,
    startsAt: facts.event.startsAt?.toISOString() ?? null,
    state,
    opensAt: facts.window?.opensAt.toISOString() ?? null,
    closesAt: facts.window?.closesAt.toISOString() ?? null,
    questions: facts.questions.map((question) => questionView(question, facts.stage)),
    answers: givenAnswers(facts),
    formId: facts.formId,
    ...(facts.lineManager && (state === 'open' || state === 'sent') && { lineManager: facts.lineManager.view }),
  };
}

/** One question as a delegate is asked it; what its kind does not have is left out. */
export function questionView(question: AskedQuestion, stage: FormStage): QuestionView {
  const { key, kind, stem, wording, isRequired, mode, help, options, minimum, maximum, lowLabel, highLabel } = question;
  return {
    id: key,
    kind,
    stem,
    wording,
    required: isRequired,
    ...(mode !== stage && { mode }),
    ...(help && { help }),
    ...(options.length > 0 && { options: [...options] }),
    ...(minimum !== null && { minimum }),
    ...(maximum !== null && { maximum }),
    ...(lowLabel && { lowLabel }),
    ...(highLabel && { highLabel }),
  };
}

/** What was sent, in the shape in which it came; words are not told again. */
function givenAnswers({ questions, answers, scores }: FormFacts): EvaluationFormView['answers'] {
  const ratings = answers.map(({ statementId, value }) => ({ questionId: statementId, value }));
  const others = questions.flatMap((question): EvaluationFormView['answers'] => {
    const values = scores.filter(({ questionId }) => questionId === question.id).map(({ value }) => value);
    return values.length > 0 ? [{ questionId: question.key, value: answerValue(question, values) }] : [];
  });
  return [...ratings, ...others];
}

function answerValue({ kind, options }: AskedQuestion, values: number[]): AnswerValue {
  const optionAt = (place: number): string => options[place] ?? '';
  if (kind === 'several') return [...values].sort((one, other) => one - other).map(optionAt);
  const value = values[0] ?? 0;
  if (kind === 'single') return optionAt(value);
  return kind === 'yes-no' ? (value === 1 ? 'yes' : 'no') : value;
}
