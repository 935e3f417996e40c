import { Injectable } from '@nestjs/common';
import { AgencyEntity } from '@roundtable/agencies';
import { BookingEntity } from '@roundtable/bookings';
import { EventEntity } from '@roundtable/events';
import { Database, londonDate, partnershipYearRange, storedInstant } from '@roundtable/platform';
import { endOfPeriod, startOfPeriod } from '../report-period';
import { FEWEST } from './publication-rules';
import type { CountedPerson, Crowd } from './people-rules';

interface Attendance {
  personId: string;
  eventId: string;
  courseId: string;
  agencyId: string;
  agency: string;
  groupId: string | null;
  sector: string;
  role: string | null;
  endsAt: Date | string | null;
  isDemonstration: boolean | number;
}

/** Who attended in one year, each person once, and of which of them other figures tell how many they are. */
export interface YearOfPeople {
  people: CountedPerson[];
  crowds: Crowd[];
  isDemonstration: boolean;
}

/** Attendances of a partnership year, as they were booked. */
@Injectable()
export class YearAttendancesQueries {
  constructor(private readonly database: Database) {}

  /** Of events whose first session was in the year and which ended before an instant, and of history of that year. */
  async ofYear(year: string, endedBy: Date): Promise<YearOfPeople> {
    const range = partnershipYearRange(year);
    const rows = await this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = booking.agencyId')
      .where("booking.status = 'confirmed' AND booking.attendance = 'attended' AND event.status <> 'cancelled'")
      .andWhere(
        '((event.startsAt >= :start AND event.startsAt < :end AND event.endsAt <= :endedBy) OR (event.startsAt IS NULL AND event.period = :year))',
        { start: startOfPeriod(range), end: endOfPeriod(range), endedBy, year },
      )
      .select(['booking.personId AS personId', 'booking.eventId AS eventId', 'booking.courseId AS courseId'])
      .addSelect(['booking.agencyId AS agencyId', 'agency.name AS agency', 'agency.groupId AS groupId'])
      .addSelect(['booking.sector AS sector', 'booking.jobRole AS role', 'event.endsAt AS endsAt'])
      .addSelect('event.isDemonstration', 'isDemonstration')
      .orderBy('event.startsAt')
      .addOrderBy('booking.id')
      .getRawMany<Attendance>();
    return {
      people: [...new Map(rows.map((row) => [row.personId, personOf(row)])).values()],
      crowds: crowdsOf(rows),
      isDemonstration: rows.some((row) => Number(row.isDemonstration) === 1),
    };
  }
}

/** The last booking that somebody attended decides. */
function personOf({ personId, sector, agencyId, agency, groupId, role }: Attendance): CountedPerson {
  return { id: personId, sector, agencyId, agency, groupId, role };
}

/** Who attended each event, each course, and each course in a month, where nobody came twice. */
function crowdsOf(rows: readonly Attendance[]): Crowd[] {
  const crowds = new Map<string, { people: Set<string>; attendances: number }>();
  for (const { personId, eventId, courseId, endsAt } of rows)
    for (const key of [eventId, courseId, `${courseId} ${monthOf(endsAt)}`]) {
      const crowd = crowds.get(key) ?? { people: new Set(), attendances: 0 };
      crowd.people.add(personId);
      crowd.attendances += 1;
      crowds.set(key, crowd);
    }
  return [...crowds.values()]
    .filter(({ people, attendances }) => people.size === attendances && people.size >= FEWEST)
    .map(({ people }) => people);
}

function monthOf(endsAt: Date | string | null): string {
  return endsAt === null ? '' : londonDate(storedInstant(endsAt)).slice(0, 7);
}
