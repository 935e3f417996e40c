import type { Attendance, BookingStatus } from '@roundtable/contracts';

/** A booking of the agency as its lead may see it: no reason, no charge, no need. */
export interface PackBooking {
  personId: string;
  personName: string;
  jobRole: string | null;
  agencyName: string;
  eventId: string;
  courseId: string;
  courseTitle: string;
  /** Empty for history without a date. */
  startsAt: Date | null;
  status: BookingStatus;
  attendance: Attendance | null;
}

export interface PackHolding {
  eventId: string;
  agencyName: string;
  courseTitle: string;
  startsAt: Date | null;
  places: number;
}

/** Attendances of a course, or of all: partly attended is told beside and never added. */
export interface AttendanceCounts {
  /** Distinct people who attended. */
  people: number;
  attended: number;
  partly: number;
  /** Did not come and had not given the place back. */
  absent: number;
}

export interface CourseAttendance extends AttendanceCounts {
  courseTitle: string;
}

/** What a course's, or a module's, completions come to. */
export interface TitleCount {
  title: string;
  count: number;
}

export interface RunningOutCount {
  title: string;
  /** Ran out already and was not done again. */
  ranOut: number;
  runsOut: number;
}

/** Who of the agency comes to one event, and who waits. */
export interface ComingCount {
  courseTitle: string;
  startsAt: Date | null;
  confirmed: number;
  /** Waiting for a place, for an answer to an offer, or for approval. */
  waiting: number;
  /** Held without a name. */
  held: number;
}

/** How the register closed, in all. In: bookings that it says something about. */
export function attendanceOf(bookings: readonly PackBooking[]): AttendanceCounts {
  const of = (attendance: Attendance): PackBooking[] => bookings.filter((booking) => booking.attendance === attendance);
  const attended = of('attended');
  return {
    people: new Set(attended.map(({ personId }) => personId)).size,
    attended: attended.length,
    partly: of('partly_attended').length,
    absent: of('absent').length,
  };
}

/** The same by course, in the order of their titles. */
export function attendanceByCourse(bookings: readonly PackBooking[]): CourseAttendance[] {
  return grouped(bookings, ({ courseId }) => courseId)
    .map((ofCourse) => ({ courseTitle: ofCourse[0]!.courseTitle, ...attendanceOf(ofCourse) }))
    .sort((one, other) => one.courseTitle.localeCompare(other.courseTitle, 'en'));
}

/** How often each was completed, in the order of their titles. A completion counts once, whoever leads its person. */
export function completionsByTitle(completions: readonly { id: string; title: string }[]): TitleCount[] {
  return byTitle(completions).map((same) => ({ title: same[0]!.title, count: same.length }));
}

/** What ran out before now, and what runs out from now on, in the order of their titles. */
export function runningOutByTitle(
  completions: readonly { id: string; title: string; expiresAt: Date }[],
  now: Date,
): RunningOutCount[] {
  return byTitle(completions).map((same) => {
    const ranOut = same.filter(({ expiresAt }) => expiresAt <= now).length;
    return { title: same[0]!.title, ranOut, runsOut: same.length - ranOut };
  });
}

/** The events that people of the agency are booked on, or that it holds places on, the next first. */
export function comingByEvent(bookings: readonly PackBooking[], held: readonly PackHolding[]): ComingCount[] {
  return grouped<PackBooking | PackHolding>([...bookings, ...held], ({ eventId }) => eventId)
    .map((ofEvent) => {
      const { courseTitle, startsAt } = ofEvent[0]!;
      const statuses = ofEvent.flatMap((one) => ('status' in one ? one.status : []));
      const confirmed = statuses.filter((status) => status === 'confirmed').length;
      return {
        courseTitle,
        startsAt,
        confirmed,
        waiting: statuses.length - confirmed,
        held: ofEvent.reduce((sum, one) => sum + ('places' in one ? one.places : 0), 0),
      };
    })
    .sort((one, other) => (one.startsAt?.getTime() ?? 0) - (other.startsAt?.getTime() ?? 0));
}

function byTitle<Row extends { id: string; title: string }>(rows: readonly Row[]): Row[][] {
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  return grouped(once, ({ title }) => title).sort((one, other) => one[0]!.title.localeCompare(other[0]!.title, 'en'));
}

/** Rows that have the same key, in the order in which each key comes first. */
function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}
