import type { DataRequestView } from '@roundtable/contracts';
import { useNow } from '../api/demonstration';
import { Tag } from '../look/tag';
import { dayInWords } from '../words/london-time';
import { dueInWords } from './due';

/** The due date, and how far off it is while nothing was decided. */
export function DueDate({ request: { dueAt, decidedAt } }: { request: Pick<DataRequestView, 'dueAt' | 'decidedAt'> }) {
  const now = useNow();
  if (decidedAt !== null || !now) return <>{dayInWords(dueAt)}</>;
  const { words, isOverdue } = dueInWords(dueAt, now);
  return (
    <>
      {dayInWords(dueAt)}, {isOverdue ? <Tag tone="bad">{words}</Tag> : words}
    </>
  );
}
