import { AgencyEntity, SectorsService } from '@roundtable/agencies';
import { BookingEntity } from '@roundtable/bookings';
import { Injectable } from '@nestjs/common';
import { type Area, DELIVERIES } from '@roundtable/contracts';
import { CourseEntity, OutcomeStatementEntity } from '@roundtable/courses';
import { EventEntity, EventFeeEntity, EventSessionEntity, VenueEntity, newEvent } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Clock, Database, folded, londonInstant, newId, newReference } from '@roundtable/platform';
import { DateTime } from 'luxon';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** How much of everything there is to be. */
export interface LargeCounts {
  courses: number;
  events: number;
  people: number;
  bookings: number;
}

export const LARGE: LargeCounts = { courses: 500, events: 5000, people: 2000, bookings: 50_000 };

const AT_ONCE = 200;
const TOPICS = ['Neglect', 'Exploitation', 'Domestic abuse', 'Online safety', 'Mental health', 'Early help', 'Trauma'];
const SUBJECTS = ['Working together', 'Recognising', 'Responding to', 'Understanding', 'Supervision and', 'Assessing'];
const PLACES = ['Loxley House', 'Castle Cavendish', 'County Hall', 'Mansfield Civic Centre', 'Newark Library'];
const AREAS: Area[] = ['city', 'county', 'both'];
const CAPACITY = 16;
const DAYS_AHEAD = 540;

/** A programme larger than any partnership's, invented row by row without chance, to see how the product bears it. */
@Injectable()
export class LargeProgramme {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sectors: SectorsService,
  ) {}

  async load(wanted: LargeCounts = LARGE): Promise<void> {
    const courses = this.courses(wanted.courses);
    const venues = PLACES.map((name) => ({
      id: newId(),
      name: `${name} (large)`,
      nameKey: folded(`${name} (large)`),
      address: null,
      safeLimit: null,
      createdAt: this.clock.now(),
    }));
    const { events, sessions } = this.events(wanted.events, courses, venues);
    await this.insert(CourseEntity, courses);
    await this.insert(
      OutcomeStatementEntity,
      courses.map(({ id, title }) => ({
        id: newId(),
        courseId: id,
        stem: 'knowledge of' as const,
        wording: title,
        position: 0,
        retiredAt: null,
      })),
    );
    await this.insert(VenueEntity, venues);
    await this.insert(EventEntity, events);
    await this.insert(EventSessionEntity, sessions);
    await this.insert(
      EventFeeEntity,
      events.map(({ id }, index) => ({ id: newId(), eventId: id, feeType: '*', pence: (index % 4) * 1500 })),
    );
    await this.bookings(wanted, events);
  }

  private courses(count: number) {
    return Array.from({ length: count }, (_, index) => {
      const topic = TOPICS[index % TOPICS.length] ?? '';
      const title = `${SUBJECTS[index % SUBJECTS.length]} ${topic.toLowerCase()} ${index + 1}`;
      const code = `LP${index + 1}`;
      return {
        id: newId(),
        code,
        slug: `large-programme-${index + 1}`,
        title,
        searchKey: folded(`${code} ${title} ${topic}`),
        kind: 'course' as const,
        summary: `How people of different agencies act together on ${topic.toLowerCase()}, with cases to work on.`,
        aims: null,
        audience: 'Everybody who works with children and families',
        audienceSectors: null,
        level: String((index % 4) + 1),
        topic,
        minutes: 180,
        validityMonths: 36,
        prerequisitePolicy: 'block' as const,
        isSeries: true,
        status: 'published' as const,
        isDemonstration: true,
        createdAt: this.clock.now(),
      };
    });
  }

  private events(count: number, courses: readonly { id: string }[], venues: readonly { id: string }[]) {
    const events: ReturnType<typeof newEvent>[] = [];
    const sessions: EventSessionEntity[] = [];
    const tomorrow = DateTime.fromJSDate(this.clock.now(), { zone: 'Europe/London' }).plus({ days: 1 });
    for (let index = 0; index < count; index += 1) {
      const localDate = tomorrow.plus({ days: 1 + ((index * 7) % DAYS_AHEAD) }).toFormat('yyyy-MM-dd');
      const [localStart, localEnd] = index % 2 ? ['13:30', '16:30'] : ['09:30', '12:30'];
      const [start, end] = [londonInstant(localDate, localStart), londonInstant(localDate, localEnd)];
      if (!start.ok || !end.ok) continue;
      const [startsAt, endsAt] = [start.instant, end.instant];
      const delivery = DELIVERIES[index % DELIVERIES.length] ?? 'online';
      const event = newEvent({
        courseId: courses[index % courses.length]?.id ?? '',
        status: 'published',
        delivery,
        venueId: delivery === 'online' ? null : (venues[index % venues.length]?.id ?? null),
        area: AREAS[index % AREAS.length] ?? null,
        capacity: CAPACITY,
        startsAt,
        endsAt,
        isDemonstration: true,
        createdAt: this.clock.now(),
      });
      events.push(event);
      sessions.push({
        id: newId(),
        eventId: event.id,
        position: 0,
        startsAt,
        endsAt,
        localDate,
        localStart,
        localEnd,
      });
    }
    return { events, sessions };
  }

  private async bookings({ people, bookings }: LargeCounts, events: readonly { id: string; courseId: string }[]) {
    const now = this.clock.now();
    const sectors = (await this.sectors.all()).filter(({ parentId }) => parentId === null);
    const agencies = sectors.map(({ id, name }) => ({
      sector: name,
      row: {
        id: newId(),
        name: `Large agency: ${name}`,
        nameKey: folded(`Large agency: ${name}`),
        sectorId: id,
        groupId: null,
        feeType: 'statutory' as const,
        approval: 'off' as const,
        status: 'active' as const,
        urn: null,
        ofstedNumber: null,
        odsCode: null,
        mergedIntoId: null,
        isDemonstration: true,
        createdAt: now,
      },
    }));
    const crowd = Array.from({ length: people }, (_, index) => ({
      id: newId(),
      name: `Delegate ${index + 1}`,
      nameKey: `delegate ${index + 1}`,
      email: `delegate-${index + 1}@large.example`,
      area: null,
      mergedIntoId: null,
      erasedAt: null,
      isDemonstration: true,
      createdAt: now,
    }));
    await this.insert(
      AgencyEntity,
      agencies.map(({ row }) => row),
    );
    await this.insert(PersonEntity, crowd);
    const rows = Array.from({ length: bookings }, (_, index) => {
      const event = events[index % events.length];
      const turn = Math.floor(index / events.length);
      const person = crowd[(index * 13 + turn) % crowd.length];
      const agency = agencies[index % agencies.length];
      if (!event || !person || !agency) throw new Error('There is nobody and nothing to book.');
      return {
        id: newId(),
        reference: newReference('RT'),
        eventId: event.id,
        courseId: event.courseId,
        personId: person.id,
        agencyId: agency.row.id,
        sector: agency.sector,
        jobRole: null,
        area: null,
        status: turn < CAPACITY ? ('confirmed' as const) : ('waitlisted' as const),
        queueNumber: turn + 1,
        liveEventKey: null,
        liveCourseKey: null,
        bookedById: null,
        requestedAt: now,
        endedAt: null,
        endReason: null,
        offeredUntil: null,
        offersMissed: 0,
        promotedAt: null,
        attendance: null,
        orderNumber: null,
        replacesId: null,
      };
    });
    await this.insert(BookingEntity, rows);
  }

  private async insert<Row extends ObjectLiteral>(entity: EntityTarget<Row>, rows: readonly object[]): Promise<void> {
    await this.database.transaction(async () => {
      for (let start = 0; start < rows.length; start += AT_ONCE)
        await this.database.repo(entity).insert(rows.slice(start, start + AT_ONCE));
    });
  }
}
