import { Injectable } from '@nestjs/common';
import { PROGRAMME_COLUMNS } from '@roundtable/contracts';
import { EVERY_FEE_TYPE, type CourseEntity, CourseQueries } from '@roundtable/courses';
import {
  Clock,
  Database,
  type ImportOptions,
  type Importer,
  type RowOutcome,
  type SheetRow,
  folded,
} from '@roundtable/platform';
import { newEvent } from './event-defaults';
import { EventTermsService } from './event-terms.service';
import { EventEntity } from './event.entity';
import { type NamedCourses, namedCourses } from './programme-courses';
import { differencesFrom } from './programme-differences';
import { KnownEvents } from './programme-known';
import { type ProgrammeProblem, type ProgrammeRow, readProgrammeRow } from './programme-row';
import { readDelivery } from './programme-terms';
import { SessionsService } from './sessions.service';
import type { VenueEntity } from './venues/venue.entity';
import { VenuesService } from './venues/venues.service';

/** What a programme is compared with, read once and kept up while it goes in. */
interface Known {
  courses: NamedCourses;
  venues: Map<string, VenueEntity>;
  events: KnownEvents;
}

const ALIASES = Object.fromEntries([
  ...PROGRAMME_COLUMNS.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name])),
  ['start_time', 'start'],
  ['end_time', 'end'],
  ['finish', 'end'],
  ['finish_time', 'end'],
]) as Record<string, string>;

/**
 * Takes in a programme of dates, each known by its course, date and start, or by an event that was planned by hand for
 * the same course and start. New events are published. One that is there already is never changed by a sheet, since its
 * delegates would not be told: a difference is reported instead.
 */
@Injectable()
export class ProgrammeImporter implements Importer {
  readonly kind = 'programme';
  readonly columns = ['course', 'date'];
  readonly aliases = ALIASES;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly courses: CourseQueries,
    private readonly venues: VenuesService,
    private readonly sessions: SessionsService,
    private readonly terms: EventTermsService,
  ) {}

  async begin(options: ImportOptions): Promise<(row: SheetRow) => Promise<RowOutcome>> {
    const venues = await this.venues.byName();
    const known: Known = {
      courses: await namedCourses(this.database, this.courses),
      venues,
      events: await KnownEvents.read(this.database, venues),
    };
    return async ({ row: number, cells }) => {
      const reading = readProgrammeRow(cells);
      const course = known.courses.named(cells['course'] ?? '');
      const problems = [
        ...unknownCourse(cells['course'] ?? '', course, known.courses),
        ...(reading.ok ? [] : reading.problems),
      ];
      if (problems.length || !reading.ok || !course) return problems;
      const row = { ...reading.values, venue: placeNamed(reading.values.venue) };
      const importKey = `${course.code} ${row.localDate} ${row.start}`;
      const there = known.events.find({ importKey, courseId: course.id, startsAt: row.startsAt });
      if (!there) return this.add({ importKey, course, row, number }, known, options);
      const differences = differencesFrom(there, row);
      return differences.length ? differences : 'unchanged';
    };
  }

  private async add(
    { importKey, course, row, number }: { importKey: string; course: CourseEntity; row: ProgrammeRow; number: number },
    known: Known,
    options: ImportOptions,
  ): Promise<'created'> {
    const { startsAt, endsAt, delivery, capacity, trainer, feePence } = row;
    const venue = row.venue === null ? null : await this.venueNamed(row.venue, known);
    const event = newEvent({
      courseId: course.id,
      status: 'published',
      delivery,
      venueId: venue?.id ?? null,
      capacity,
      startsAt,
      endsAt,
      importKey,
      trainerNote: trainer,
      isDemonstration: options.isDemonstration,
      createdAt: this.clock.now(),
    });
    await this.database.repo(EventEntity).insert(event);
    await this.sessions.add(event.id, [{ startsAt, endsAt }]);
    if (feePence !== null)
      await this.terms.add(event.id, { fees: [{ feeType: EVERY_FEE_TYPE, pence: feePence }], capacity });
    known.events.add(event, {
      end: row.end,
      delivery,
      venue: venue?.name ?? null,
      feePence,
      capacity,
      row: number,
    });
    return 'created';
  }

  private async venueNamed(name: string, known: Known): Promise<VenueEntity> {
    const venue = known.venues.get(folded(name)) ?? (await this.venues.insert({ name }));
    known.venues.set(venue.nameKey, venue);
    return venue;
  }
}

function unknownCourse(text: string, course: CourseEntity | undefined, courses: NamedCourses): ProgrammeProblem[] {
  if (course || text.trim() === '') return [];
  const answers = courses.like(text);
  const reason = 'There is no course of this code or title.';
  return [{ column: 'course', value: text, reason, ...(answers.length && { answers }) }];
}

/** A venue that only says 'Online' or 'MS Teams' is no place. */
function placeNamed(venue: string | null): string | null {
  if (venue === null) return null;
  const reading = readDelivery(venue);
  return reading.ok ? null : venue;
}
