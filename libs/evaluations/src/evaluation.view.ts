import type { EvaluationFormView } from '@roundtable/contracts';
import type { FormFacts } from './evaluation-form.queries';
import { formState } from './evaluation-windows';

/** What decides the state of a form. */
type StateFacts = Pick<FormFacts, 'stage' | 'booking' | 'event' | 'window' | 'response'>;

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
  const isSent = facts.response !== null && facts.response.sentAt !== null;
  return formState({ stage: facts.stage, window: facts.window, isSent, isAsked: isAsked(facts), now });
}

export function evaluationFormView(facts: FormFacts, now: Date): EvaluationFormView {
  return {
    stage: facts.stage,
    courseTitle: facts.course.title,
    startsAt: facts.event.startsAt?.toISOString() ?? null,
    state: stateOf(facts, now),
    opensAt: facts.window?.opensAt.toISOString() ?? null,
    closesAt: facts.window?.closesAt.toISOString() ?? null,
    questions: facts.statements.map(({ id, stem, wording }) => ({ id, kind: 'rating', stem, wording, required: true })),
    answers: facts.answers.map(({ statementId, value }) => ({ questionId: statementId, value })),
  };
}
