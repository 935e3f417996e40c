import { AgencyEntity } from '@roundtable/agencies';
import { AccessNeedsQueries, BookingEntity, RepeatedAbsencesQueries, TeamPlacesQueries } from '@roundtable/bookings';
import type {
  BookingStatus,
  MorningBooking,
  MorningEvent,
  MorningLines,
  MorningListView,
  MorningSettings,
} from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { DataRequestQueries, PersonEntity } from '@roundtable/people';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Settings,
  WorkingTime,
  changedFields,
  isOffice,
  periodStart,
  workingDaysAfter,
} from '@roundtable/platform';
import { Injectable } from '@nestjs/common';
import { type MorningEventFacts, MorningEventQueries } from './morning-events.queries';
import { MorningMessageQueries } from './morning-messages.queries';
import { MORNING_DEFAULTS, MOST_LINES, eventNeeds, firstLines } from './morning-rules';

const SETTING = 'morningList';
const MOST_BOOKINGS = 400;
const TEAM_PLACES_WORKING_DAYS = 3;
/** For so long whoever says that they were there is named, unless the register is corrected. */
const SAID_LATELY_DAYS = 14;
const NOTHING: MorningLines<never> = { total: 0, lines: [] };

/** What needs a person of the office today, each thing with where it is done; a handful of statements whatever there is. */
@Injectable()
export class MorningListService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly audit: Audit,
    private readonly events: MorningEventQueries,
    private readonly messages: MorningMessageQueries,
    private readonly dataRequests: DataRequestQueries,
    private readonly teamPlaces: TeamPlacesQueries,
    private readonly needs: AccessNeedsQueries,
    private readonly workingTime: WorkingTime,
    private readonly repeatedAbsences: RepeatedAbsencesQueries,
  ) {}

  /** The list as this actor may see it: requests about data for information governance, all else for the office. */
  async of(actor: Actor): Promise<MorningListView> {
    const settings = await this.currentSettings();
    const now = this.clock.now();
    const isForOffice = isOffice(actor);
    const events = isForOffice ? await this.events.all() : [];
    const needs = eventNeeds(events, settings, now);
    const bookings = isForOffice ? await this.bookings(now) : [];
    return {
      settings,
      dataRequests: await this.requestsDue(actor),
      failedMessages: isForOffice ? await this.messages.failed() : NOTHING,
      bouncedAddresses: isForOffice ? await this.messages.bouncedAddresses() : NOTHING,
      openRegisters: firstLines(needs.openRegisters, eventLine),
      ...bookingLines(bookings),
      needTasks: isForOffice ? await this.needTasks() : NOTHING,
      teamPlacesEnding: isForOffice ? await this.teamPlacesEnding(now) : NOTHING,
      repeatedAbsences: isForOffice ? firstLines(await this.repeatedAbsences.list(), (line) => line) : NOTHING,
      proposedAgencies: isForOffice ? await this.proposedAgencies() : NOTHING,
      freeWhileWaiting: firstLines(needs.freeWhileWaiting, eventLine),
      drafts: firstLines(needs.drafts, eventLine),
      lackingSector: firstLines(needs.lackingSector, eventLine),
      farFromFull: firstLines(needs.farFromFull, eventLine),
      comingUp: firstLines(
        events.filter(({ hasEnded }) => !hasEnded),
        comingLine,
      ),
    };
  }

  /** Sets when an event counts as far from full, and how far the list looks ahead. */
  async change(actor: Actor, wanted: Partial<MorningSettings>): Promise<MorningSettings> {
    return this.database.transaction(async () => {
      const before = await this.currentSettings();
      const after = {
        fullPercent: wanted.fullPercent ?? before.fullPercent,
        weeksAhead: wanted.weeksAhead ?? before.weeksAhead,
      };
      await this.settings.write(SETTING, after);
      const facts = changedFields({ ...before }, { ...after });
      await this.audit.record(actor, {
        action: 'morning-list.set',
        subjectKind: 'setting',
        subjectId: null,
        ...facts,
      });
      return after;
    });
  }

  private currentSettings(): Promise<MorningSettings> {
    return this.settings.read(SETTING, MORNING_DEFAULTS);
  }

  private async requestsDue(actor: Actor): Promise<MorningListView['dataRequests']> {
    if (!actor.roles.includes('information-governance')) return NOTHING;
    const page = await this.dataRequests.list(actor, { state: 'open', _end: MOST_LINES });
    return {
      total: page.total,
      lines: page.items.map(({ id, personName, kind, dueAt }) => ({ id, personName, kind, dueAt })),
    };
  }

  private async proposedAgencies(): Promise<MorningListView['proposedAgencies']> {
    const [rows, total] = await this.database.repo(AgencyEntity).findAndCount({
      select: { id: true, name: true },
      where: { status: 'proposed' },
      order: { nameKey: 'ASC' },
      take: MOST_LINES,
    });
    return { total, lines: rows.map(({ id, name }) => ({ id, name })) };
  }

  private async needTasks(): Promise<MorningListView['needTasks']> {
    const page = await this.needs.tasks({ state: 'open', _end: MOST_LINES });
    return {
      total: page.total,
      lines: page.items.map(({ id, eventId, courseTitle, startsAt, practitionerName }) => ({
        id,
        eventId,
        courseTitle,
        startsAt,
        practitionerName,
      })),
    };
  }

  private async teamPlacesEnding(now: Date): Promise<MorningListView['teamPlacesEnding']> {
    const until = workingDaysAfter(now, TEAM_PLACES_WORKING_DAYS, await this.workingTime.closureDays());
    return firstLines(await this.teamPlaces.endingBy(until), (held) => held);
  }

  /** Requests that wait for approval, offers that run out within a working day, places to release, and registers to look at. */
  private async bookings(now: Date): Promise<MorningBookingFacts[]> {
    const { entities, raw } = await this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = booking.agencyId')
      .innerJoin(CourseEntity, 'course', 'course.id = booking.courseId')
      .innerJoin(EventEntity, 'event', 'event.id = booking.eventId')
      .select('booking')
      .addSelect('person.name', 'practitionerName')
      .addSelect('agency.name', 'agencyName')
      .addSelect('course.title', 'courseTitle')
      .where(
        `(booking.status = 'awaiting_approval' OR (booking.status = 'offered' AND booking.offeredUntil <= :until)
          OR (booking.status = 'confirmed' AND booking.provisionalUntil <= :now AND event.startsAt > :now)
          OR (booking.status = 'confirmed' AND booking.attendance = 'absent' AND booking.absenceReason = 'was-there'
            AND booking.absenceReasonAt > :lately))`,
        {
          lately: periodStart(now, 'days', SAID_LATELY_DAYS),
          until: workingDaysAfter(now, 1, await this.workingTime.closureDays()),
          now,
        },
      )
      .orderBy('booking.requestedAt')
      .addOrderBy('booking.id')
      .limit(MOST_BOOKINGS)
      .getRawAndEntities<{ practitionerName: string; agencyName: string; courseTitle: string }>();
    return entities.map((booking, index) => ({
      id: booking.id,
      practitionerName: raw[index]?.practitionerName ?? '',
      agencyName: raw[index]?.agencyName ?? '',
      courseTitle: raw[index]?.courseTitle ?? '',
      offeredUntil: booking.offeredUntil?.toISOString() ?? null,
      approverKind: booking.approverKind,
      provisionalUntil: booking.provisionalUntil?.toISOString() ?? null,
      status: booking.status,
      isAbsent: booking.attendance === 'absent',
    }));
  }
}

function eventLine({
  id,
  courseTitle,
  startsAt,
  capacity,
  placesHeld,
  placesFree,
  waiting,
  lacking,
}: MorningEvent): MorningEvent {
  return { id, courseTitle, startsAt, capacity, placesHeld, placesFree, waiting, lacking };
}

function comingLine(event: MorningEventFacts): MorningListView['comingUp']['lines'][number] {
  return { ...eventLine(event), status: event.status, delivery: event.delivery, venue: event.venue };
}

interface MorningBookingFacts extends MorningBooking {
  status: BookingStatus;
  isAbsent: boolean;
}

/** What each of these bookings needs: the request that nobody at the agency can answer before those that wait for it. */
function bookingLines(
  bookings: readonly MorningBookingFacts[],
): Pick<MorningListView, 'approvalsForStaff' | 'awaitingApproval' | 'offersEnding' | 'provisionalDue' | 'saysPresent'> {
  const inState = (status: BookingStatus) => bookings.filter((booking) => booking.status === status);
  const isForStaff = ({ approverKind }: MorningBooking) => approverKind === 'staff' || approverKind === 'unverified';
  const awaiting = inState('awaiting_approval');
  return {
    approvalsForStaff: firstLines(awaiting.filter(isForStaff), bookingLine),
    awaitingApproval: firstLines(
      awaiting.filter((booking) => !isForStaff(booking)),
      bookingLine,
    ),
    offersEnding: firstLines(inState('offered'), bookingLine),
    provisionalDue: firstLines(
      inState('confirmed').filter(({ isAbsent }) => !isAbsent),
      bookingLine,
    ),
    saysPresent: firstLines(
      inState('confirmed').filter(({ isAbsent }) => isAbsent),
      bookingLine,
    ),
  };
}

function bookingLine({ status: _, isAbsent: __, ...line }: MorningBookingFacts): MorningBooking {
  return line;
}
