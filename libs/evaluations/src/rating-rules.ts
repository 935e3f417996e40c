import { invalid } from '@roundtable/platform';

/** A question as the rules see it. */
export interface RatedStatement {
  id: string;
  wording: string;
}

/**
 * The ratings a person gave, one for each statement on the form. Refuses, naming `answers.<questionId>`, a statement
 * that is missing, rated twice or not on the form, and a rating that is not a whole number from 1 to 5.
 */
export function checkedRatings(
  statements: readonly RatedStatement[],
  answers: readonly { questionId: string; value: unknown }[],
): Map<string, number> {
  const asked = new Set(statements.map((statement) => statement.id));
  const ratings = new Map<string, number>();
  const errors: Record<string, string> = {};
  for (const { questionId, value } of answers) {
    const field = `answers.${questionId}`;
    if (!asked.has(questionId)) errors[field] = 'This question is not on this form';
    else if (ratings.has(questionId)) errors[field] = 'Answer this question once';
    else if (!isRating(value)) errors[field] = 'Choose a rating from 1 (very poor) to 5 (very good)';
    else ratings.set(questionId, value);
  }
  for (const { id, wording } of statements)
    if (!ratings.has(id)) errors[`answers.${id}`] ??= `Choose a rating for: ${wording}`;
  if (Object.keys(errors).length > 0) throw invalid(errors);
  return ratings;
}

/** Whether the value is a rating on the five-point scale. */
export function isRating(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5;
}
