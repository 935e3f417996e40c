import { Injectable } from '@nestjs/common';
import { type CourseEntity, CourseQueries } from '@roundtable/courses';
import {
  Clock,
  Database,
  type ImportOptions,
  type Importer,
  type RowOutcome,
  type SheetRow,
  folded,
} from '@roundtable/platform';
import { In, IsNull, Not } from 'typeorm';
import { newEvent } from './event-defaults';
import { EVERY_FEE_TYPE, EventFeeEntity } from './event-fee.entity';
import { EventSessionEntity } from './event-session.entity';
import { EventTermsService } from './event-terms.service';
import { EventEntity } from './event.entity';
import { type ImportedEvent, differencesFrom } from './programme-differences';
import { type ProgrammeProblem, type ProgrammeRow, readProgrammeRow } from './programme-row';
import { readDelivery } from './programme-terms';
import { SessionsService } from './sessions.service';
import type { VenueEntity } from './venues/venue.entity';
import { VenuesService } from './venues/venues.service';

/** What a programme is compared with, read once and kept up while it goes in. */
interface Known {
  courseNamed: (codeOrTitle: string) => CourseEntity | undefined;
  venues: Map<string, VenueEntity>;
  events: Map<string, ImportedEvent>;
}

/**
 * Takes in a programme of dates, each known by its course, date and start. New events are published. One that is there
 * already is never changed by a sheet, since its delegates would not be told: a difference is reported instead.
 */
@Injectable()
export class ProgrammeImporter implements Importer {
  readonly kind = 'programme';
  readonly columns = ['course', 'date', 'time', 'delivery', 'capacity'];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly courses: CourseQueries,
    private readonly venues: VenuesService,
    private readonly sessions: SessionsService,
    private readonly terms: EventTermsService,
  ) {}

  async begin(options: ImportOptions): Promise<(row: SheetRow) => Promise<RowOutcome>> {
    const known: Known = {
      courseNamed: await this.courses.finder(),
      venues: await this.venues.byName(),
      events: await this.eventsByKey(),
    };
    return async ({ cells }) => {
      const reading = readProgrammeRow(cells);
      const course = known.courseNamed(cells['course'] ?? '');
      const problems = [...unknownCourse(cells['course'] ?? '', course), ...(reading.ok ? [] : reading.problems)];
      if (problems.length || !reading.ok || !course) return problems;
      const row = { ...reading.values, venue: placeNamed(reading.values.venue) };
      const key = `${course.code} ${row.localDate} ${row.start}`;
      const there = known.events.get(key);
      if (!there) return this.add(key, course, row, known, options);
      const differences = differencesFrom(there, row);
      return differences.length ? differences : 'unchanged';
    };
  }

  private async eventsByKey(): Promise<Map<string, ImportedEvent>> {
    const events = await this.database.repo(EventEntity).findBy({ importKey: Not(IsNull()), period: IsNull() });
    const ids = events.map(({ id }) => id);
    const sessions = ids.length
      ? await this.database.repo(EventSessionEntity).findBy({ eventId: In(ids), position: 0 })
      : [];
    const fees = ids.length
      ? await this.database.repo(EventFeeEntity).findBy({ eventId: In(ids), feeType: EVERY_FEE_TYPE })
      : [];
    const venueNames = new Map([...(await this.venues.byName()).values()].map(({ id, name }) => [id, name]));
    const endOf = new Map(sessions.map(({ eventId, localEnd }) => [eventId, localEnd]));
    const feeOf = new Map(fees.map(({ eventId, pence }) => [eventId, pence]));
    return new Map(
      events.map((event) => [
        event.importKey ?? '',
        {
          end: endOf.get(event.id) ?? '',
          delivery: event.delivery,
          venue: venueNames.get(event.venueId ?? '') ?? null,
          feePence: feeOf.get(event.id) ?? null,
          capacity: event.capacity,
        },
      ]),
    );
  }

  private async add(
    key: string,
    course: CourseEntity,
    row: ProgrammeRow,
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
      importKey: key,
      trainerNote: trainer,
      isDemonstration: options.isDemonstration,
      createdAt: this.clock.now(),
    });
    await this.database.repo(EventEntity).insert(event);
    await this.sessions.add(event.id, [{ startsAt, endsAt }]);
    if (feePence !== null)
      await this.terms.add(event.id, { fees: [{ feeType: EVERY_FEE_TYPE, pence: feePence }], capacity });
    known.events.set(key, { end: row.end, delivery, venue: venue?.name ?? null, feePence, capacity });
    return 'created';
  }

  private async venueNamed(name: string, known: Known): Promise<VenueEntity> {
    const venue = known.venues.get(folded(name)) ?? (await this.venues.insert({ name }));
    known.venues.set(venue.nameKey, venue);
    return venue;
  }
}

function unknownCourse(text: string, course: CourseEntity | undefined): ProgrammeProblem[] {
  if (course || text.trim() === '') return [];
  return [{ column: 'course', value: text, reason: 'There is no course of this code or title.' }];
}

/** A venue that only says 'Online' or 'MS Teams' is no place. */
function placeNamed(venue: string | null): string | null {
  if (venue === null) return null;
  const reading = readDelivery(venue);
  return reading.ok ? null : venue;
}
