import type { RegisterMarkEntity } from './register-mark.entity';
import type { Attendance } from '@roundtable/contracts';

/** All sessions present: attended; none: absent; else partly. Null while a session is not marked. */
export function attendanceOf(marks: readonly ('present' | 'absent' | null)[]): Attendance | null {
  if (marks.length === 0 || marks.includes(null)) return null;
  if (marks.every((mark) => mark === 'present')) return 'attended';
  return marks.every((mark) => mark === 'absent') ? 'absent' : 'partly_attended';
}

type Mark = Pick<RegisterMarkEntity, 'bookingId' | 'sessionId' | 'attendance' | 'minutes'>;
type Traces = Record<string, Record<string, Mark['attendance'] | null>>;

/**
 * What marking changed, for the audit log: by booking and session, attendance before and after, empty where nothing
 * stood. Minutes are kept for a year only, so of them it is said that they changed.
 */
export function markTraces(
  before: readonly Mark[],
  after: readonly Mark[],
): { before: Traces; after: Traces; minutesChangedFor: string[] } {
  const traces = { before: {} as Traces, after: {} as Traces, minutesChangedFor: [] as string[] };
  const there = new Map(before.map((mark) => [`${mark.bookingId}|${mark.sessionId}`, mark]));
  for (const { bookingId, sessionId, attendance, minutes } of after) {
    const former = there.get(`${bookingId}|${sessionId}`);
    if ((former?.minutes ?? null) !== minutes && !traces.minutesChangedFor.includes(bookingId))
      traces.minutesChangedFor.push(bookingId);
    if (former?.attendance === attendance) continue;
    (traces.before[bookingId] ??= {})[sessionId] = former?.attendance ?? null;
    (traces.after[bookingId] ??= {})[sessionId] = attendance;
  }
  return traces;
}
