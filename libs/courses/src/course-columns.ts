import type { CourseChange } from '@roundtable/contracts';
import { topicsFrom } from './course-topics.service';
import type { CourseEntity } from './course.entity';

type Column =
  | 'title'
  | 'summary'
  | 'code'
  | 'kind'
  | 'aims'
  | 'audience'
  | 'audienceSectors'
  | 'level'
  | 'topic'
  | 'minutes'
  | 'validityMonths'
  | 'prerequisitePolicy'
  | 'isSeries';
export type CourseColumns = Pick<CourseEntity, Column>;
/** A change as it arrives: null empties what may be empty, and leaves alone what may not. */
type Arriving = { [Field in keyof CourseChange]: CourseChange[Field] | null };

/** The columns of a course that a change sets; what it leaves out is not among them. */
export function columnsOf(change: Arriving): Partial<CourseColumns> {
  const columns: { [Name in Column]: CourseColumns[Name] | undefined } = {
    title: change.title?.trim(),
    summary: change.summary?.trim(),
    code: change.code?.trim(),
    kind: change.kind ?? undefined,
    aims: textOf(change.aims),
    audience: textOf(change.audience),
    audienceSectors: change.audienceSectors,
    level: textOf(change.level),
    topic: change.topics ? (topicsFrom(change.topics)[0] ?? null) : textOf(change.topic),
    minutes: typeof change.hours === 'number' ? Math.round(change.hours * 60) : change.hours,
    validityMonths: change.validityMonths,
    prerequisitePolicy: change.prerequisitePolicy ?? undefined,
    isSeries: change.isSeries ?? undefined,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function textOf(text: string | null | undefined): string | null | undefined {
  return text === undefined ? undefined : text?.trim() || null;
}
