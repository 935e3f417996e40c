import type { CheckQuestion } from './module.entity';

export interface Grade {
  /** Whole per cent of the questions answered rightly; null where nothing was asked. */
  scorePercent: number | null;
  hasPassed: boolean;
  wrongQuestionIds: string[];
}

/** What is wrong with a set of answers, by field: every question needs one of its own options, and nothing else is taken. */
export function answerErrors(questions: CheckQuestion[], answers: Record<string, unknown>): Record<string, string> {
  const errors: Record<string, string> = {};
  const known = new Map(questions.map((question) => [question.id, question]));
  for (const id of Object.keys(answers)) if (!known.has(id)) errors[`answers.${id}`] = 'There is no such question';
  for (const { id, options } of questions) {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer === undefined || answer === null || answer === '') errors[`answers.${id}`] = 'Answer this question';
    else if (!options.some((option) => option.id === answer))
      errors[`answers.${id}`] = 'Choose one of the answers to this question';
  }
  return errors;
}

/** Grades a complete set of answers. Without a pass mark, having gone through the module is enough. */
export function grade(
  questions: CheckQuestion[],
  passMarkPercent: number | null,
  answers: Record<string, string>,
): Grade {
  const wrongQuestionIds = questions
    .filter(({ id, rightOptionId }) => answers[id] !== rightOptionId)
    .map(({ id }) => id);
  const right = questions.length - wrongQuestionIds.length;
  return {
    scorePercent: questions.length ? Math.round((100 * right) / questions.length) : null,
    hasPassed: passMarkPercent === null || 100 * right >= passMarkPercent * questions.length,
    wrongQuestionIds,
  };
}
