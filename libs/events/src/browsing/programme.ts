import type { Area, CourseView, Delivery } from '@roundtable/contracts';

/** A session of a listed event, its London date and times beside the instants. */
export interface ListedSession {
  id: string;
  startsAt: Date;
  endsAt: Date;
  localDate: string;
  localStart: string;
  localEnd: string;
}

/** What a list needs to know of a published event without asking the database; who holds a place is not among it. */
export interface ListedEvent {
  id: string;
  reference: string;
  courseId: string;
  /** Empty while the date is to be confirmed. */
  startsAt: Date | null;
  endsAt: Date | null;
  delivery: Delivery;
  area: Area | null;
  venueId: string | null;
  venue: string | null;
  capacity: number;
  agencyCap: number | null;
  groupCap: number | null;
  kept: { sector: string; places: number; releaseDays: number }[];
  sessions: ListedSession[];
  createdAt: Date;
  changes: number;
}

/** Everything that is published, as one copy in memory: courses by title, events by date with undated ones last. */
export class Programme {
  readonly courses: ReadonlyMap<string, CourseView>;
  private readonly bySlug: ReadonlyMap<string, CourseView>;
  private readonly byId: ReadonlyMap<string, ListedEvent>;
  private readonly byCourse: ReadonlyMap<string, ListedEvent[]>;

  constructor(
    courses: readonly CourseView[],
    readonly events: readonly ListedEvent[],
  ) {
    this.courses = new Map(courses.map((course) => [course.id, course]));
    this.bySlug = new Map(courses.map((course) => [course.slug, course]));
    this.byId = new Map(events.map((event) => [event.id, event]));
    this.byCourse = grouped(events, ({ courseId }) => courseId);
  }

  courseAt(slug: string): CourseView | undefined {
    return this.bySlug.get(slug);
  }

  eventWith(id: string): ListedEvent | undefined {
    return this.byId.get(id);
  }

  /** Events of a course that have not begun, or have no date yet. */
  comingOf(courseId: string, now: Date): ListedEvent[] {
    return (this.byCourse.get(courseId) ?? []).filter((event) => isComing(event, now));
  }
}

/** Whether an event can still be come to: it has not begun, or its date is to be confirmed. */
export function isComing({ startsAt }: Pick<ListedEvent, 'startsAt'>, now: Date): boolean {
  return startsAt === null || startsAt > now;
}

/** Rows by what they have in common, each group in the order of the rows. */
export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
