import type { EvaluationTextView } from '@roundtable/contracts';
import { Moment } from '../look/moment';
import { Tag } from '../look/tag';

/** By when a decision is due, and whether that has passed. */
export function TextDue({ text: { dueAt, isOverdue, state } }: { text: EvaluationTextView }) {
  if (dueAt === null || state !== 'held') return null;
  return (
    <>
      <Moment at={dueAt} /> {isOverdue ? <Tag tone="bad">overdue</Tag> : null}
    </>
  );
}
