import type { Attendance, ResourceVisibility } from '@roundtable/contracts';

/** What somebody has to do with the course or event that a resource belongs to. */
export interface ResourceReader {
  /** Of the office, or a trainer of the event. */
  standsBehind: boolean;
  hasPlace: boolean;
  attendance: readonly (Attendance | null)[];
}

/** Who was there for a part only was there: handouts are theirs too. */
const THERE: readonly (Attendance | null)[] = ['attended', 'partly_attended'];

/** Whether somebody may see a resource, by who it is for. */
export function maySee(visibility: ResourceVisibility, reader: ResourceReader): boolean {
  if (reader.standsBehind || visibility === 'everybody') return true;
  if (visibility === 'booked') return reader.hasPlace;
  return reader.attendance.some((attendance) => THERE.includes(attendance));
}
