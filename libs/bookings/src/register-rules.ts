import type { Attendance } from '@roundtable/contracts';

/** All sessions present: attended; none: absent; else partly. Null while a session is not marked. */
export function attendanceOf(marks: readonly ('present' | 'absent' | null)[]): Attendance | null {
  if (marks.length === 0 || marks.includes(null)) return null;
  if (marks.every((mark) => mark === 'present')) return 'attended';
  return marks.every((mark) => mark === 'absent') ? 'absent' : 'partly_attended';
}
