import { CourseQueries } from '@roundtable/courses';
import type { EventChange, NewEvent } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Problem,
  changedFields,
  found,
  invalid,
  isDuplicate,
} from '@roundtable/platform';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { newEvent } from './event-defaults';
import { MOST_PLACES, spanOf, whyNotReady } from './event-rules';
import type { EventSessionEntity } from './event-session.entity';
import { EventTermsService, type KeptPlaces } from './event-terms.service';
import { EventEntity } from './event.entity';
import { type WantedSession, wantedSessions } from './session-rules';
import { type SessionChanges, SessionsService } from './sessions.service';
import type { Amounts } from './terms/amount-rules';
import { termColumns } from './terms/term-columns';
import { NO_TERMS, datesErrors, termErrors } from './terms/term-errors';
import { RoomService } from './venues/room.service';
import { VenueEntity } from './venues/venue.entity';

/** What a change of facts came to; whoever keeps diaries and deadlines asks whether time or place changed. */
export interface FactsChanged {
  event: EventEntity;
  sessions: SessionChanges;
  isTimeChanged: boolean;
  isPlaceChanged: boolean;
}

/** Setting up dated runs of courses. What happens to places when an event changes is the business of bookings. */
@Injectable()
export class EventsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly courses: CourseQueries,
    private readonly sessions: SessionsService,
    private readonly terms: EventTermsService,
    private readonly room: RoomService,
  ) {}

  /** Adds an event as a draft. Refuses a course or venue that is not there, and sessions that overlap or end before they start. */
  async create(actor: Actor, wanted: NewEvent, isDemonstration = false): Promise<EventEntity> {
    const sessions = wantedSessions(wanted.sessions ?? []);
    return this.database.transaction(async () => {
      const terms = termColumns(wanted);
      const errors: Record<string, string> = {
        ...capacityErrors(wanted.capacity),
        ...datesErrors(wanted, sessions),
        ...termErrors({ ...NO_TERMS, ...terms, ...spanOf(sessions), capacity: wanted.capacity }, { ...wanted }),
        ...(await this.venueErrors(wanted.venueId)),
      };
      if (!(await this.courses.byIds([wanted.courseId])).size) errors['courseId'] = 'There is no such course';
      if (Object.keys(errors).length) throw invalid(errors);
      const event = await this.insert(sessions, {
        courseId: wanted.courseId,
        capacity: wanted.capacity,
        delivery: wanted.delivery,
        venueId: wanted.venueId ?? null,
        area: wanted.area ?? null,
        waitlistPolicy: wanted.waitlistPolicy ?? 'by-time',
        ...terms,
        isDemonstration,
      });
      await this.terms.add(event.id, wanted);
      await this.room.refuseTooMany(event.id);
      await this.record(actor, 'event.create', event, { after: { reference: event.reference, ...wanted } });
      return event;
    });
  }

  /** Opens an event to bookings; again changes nothing. Refuses a cancelled one, and one that is not ready, with the reasons. */
  async publish(actor: Actor, id: string): Promise<EventEntity> {
    return this.database.transaction(async () => {
      const event = await this.passGate(id);
      if (event.status === 'published') return event;
      if (event.status === 'cancelled') throw new Problem('events.cancelled');
      const course = (await this.courses.byIds([event.courseId])).get(event.courseId);
      const reasons = whyNotReady(course, (await this.sessionsOf([id])).get(id) ?? [], this.clock.now());
      if (reasons.length) throw new Problem('events.not-ready', { detail: { reasons } });
      await this.room.refuseTooMany(id);
      return this.update(actor, 'event.publish', event, { status: 'published' });
    });
  }

  /**
   * Changes delivery, venue, waiting list policy, terms and sessions; lists are given whole, and sessions that stay keep
   * their ids. Capacity is left alone, but for checking the terms against it. `beforeRemoval` gets the ids of sessions that go, before they go. Refuses a cancelled
   * event, a published one that has ended or would have, and what `create` refuses.
   */
  async changeFacts(
    actor: Actor,
    id: string,
    change: Omit<EventChange, 'joining'>,
    beforeRemoval: (sessionIds: string[]) => Promise<void> = () => Promise.resolve(),
  ): Promise<FactsChanged> {
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const event = await this.passGate(id);
      if (event.status === 'cancelled') throw new Problem('events.cancelled');
      if (event.statusAt(now) === 'ended') throw new Problem('events.ended');
      const wanted = change.dateToBeConfirmed
        ? wantedSessions(change.sessions ?? [])
        : change.sessions && wantedSessions(change.sessions);
      const columns = {
        ...(change.delivery && { delivery: change.delivery }),
        ...(change.venueId !== undefined && { venueId: change.venueId }),
        ...(change.area !== undefined && { area: change.area }),
        ...(change.waitlistPolicy && { waitlistPolicy: change.waitlistPolicy }),
        ...termColumns(change),
        ...(wanted && spanOf(wanted)),
      };
      const capacity = change.capacity ?? event.capacity;
      const errors: Record<string, string> = {
        ...(wanted && datesErrors(change, wanted)),
        ...termErrors({ ...event, ...columns, capacity }, { ...change }),
        ...(await this.venueErrors(change.venueId)),
      };
      if (change.dateToBeConfirmed === false && !wanted && event.isDateless)
        errors['sessions'] = 'Add at least one session';
      if (wanted?.length && event.status === 'published' && !wanted.some(({ endsAt }) => endsAt > now))
        errors['sessions'] = 'Keep a session that is still to come';
      if (Object.keys(errors).length) throw invalid(errors);
      const before = { ...event };
      const sessions = wanted
        ? await this.sessions.replace(id, wanted, beforeRemoval)
        : { moved: [], added: [], removed: [] };
      await this.update(
        actor,
        'event.change',
        event,
        columns,
        undefined,
        await this.replaceLists(id, change, capacity),
      );
      return {
        event,
        sessions,
        isTimeChanged: sessions.moved.length + sessions.added.length + sessions.removed.length > 0,
        isPlaceChanged: event.delivery !== before.delivery || event.venueId !== before.venueId,
      };
    });
  }

  /**
   * Sets the number of places, and nothing else: whether they are held, and who gets new ones, is decided by bookings.
   * Refuses more than the room may hold, trainers and supporters counted in.
   */
  async setCapacity(actor: Actor, id: string, capacity: number): Promise<EventEntity> {
    const errors = capacityErrors(capacity);
    if (Object.keys(errors).length) throw invalid(errors);
    return this.database.transaction(async () => {
      const event = await this.passGate(id);
      const isRaised = capacity > event.capacity;
      await this.update(actor, 'event.set-capacity', event, { capacity });
      if (isRaised) await this.room.refuseTooMany(id);
      return event;
    });
  }

  /** Marks an event as cancelled; again changes nothing. Refuses one that has ended. */
  async markCancelled(actor: Actor, id: string, reason: string): Promise<EventEntity> {
    return this.database.transaction(async () => {
      const event = await this.passGate(id);
      if (event.status === 'cancelled') return event;
      if (event.statusAt(this.clock.now()) === 'ended') throw new Problem('events.ended');
      return this.update(
        actor,
        'event.cancel',
        event,
        { status: 'cancelled', cancelReason: reason.trim().slice(0, 300) },
        reason,
      );
    });
  }

  /**
   * The event that rows of an earlier year belong to, known by its key and made where it is not there: published, with a
   * partnership year such as 2020-21 instead of a date.
   */
  async findOrCreateHistory(
    wanted: Pick<EventEntity, 'courseId' | 'capacity' | 'isDemonstration'> & { importKey: string; period: string },
  ): Promise<EventEntity> {
    const there = await this.database.repo(EventEntity).findOneBy({ importKey: wanted.importKey });
    if (there) return there;
    try {
      return await this.insert([], { delivery: 'in-person', status: 'published', ...wanted });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return this.database.repo(EventEntity).findOneByOrFail({ importKey: wanted.importKey });
    }
  }

  sessionsOf(eventIds: readonly string[]): Promise<Map<string, EventSessionEntity[]>> {
    return this.sessions.of(eventIds);
  }

  amountsFor(
    events: readonly Pick<EventEntity, 'id' | 'courseId'>[],
    feeType: string | null,
  ): Promise<Map<string, Amounts>> {
    return this.terms.amountsFor(events, feeType);
  }

  amountsOf(event: Pick<EventEntity, 'id' | 'courseId'>): Promise<(feeType: string) => Amounts> {
    return this.terms.amountsOf(event);
  }

  keptPlacesOf(eventIds: readonly string[]): Promise<Map<string, KeptPlaces[]>> {
    return this.terms.keptPlacesOf(eventIds);
  }

  /** Venues by their ids; ids that are not there have no entry. */
  async venuesOf(ids: readonly (string | null)[]): Promise<Map<string, VenueEntity>> {
    const wanted = ids.filter((id): id is string => id !== null);
    if (!wanted.length) return new Map();
    const rows = await this.database.repo(VenueEntity).findBy({ id: In([...new Set(wanted)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async passGate(id: string): Promise<EventEntity> {
    found(await this.database.gate(EventEntity, id));
    return found(await this.database.repo(EventEntity).findOneBy({ id }));
  }

  private async insert(
    sessions: WantedSession[],
    facts: Omit<Parameters<typeof newEvent>[0], 'createdAt'>,
  ): Promise<EventEntity> {
    const event = this.database
      .repo(EventEntity)
      .create(newEvent({ createdAt: this.clock.now(), ...spanOf(sessions), ...facts }));
    await this.database.repo(EventEntity).insert(event);
    await this.sessions.add(event.id, sessions);
    return event;
  }

  private async update(
    actor: Actor,
    action: string,
    event: EventEntity,
    columns: Partial<EventEntity>,
    reason?: string,
    lists: { before: object; after: object } = { before: {}, after: {} },
  ): Promise<EventEntity> {
    const before = { ...event, ...lists.before };
    Object.assign(event, columns);
    // Written even where lists alone changed, so that the revision rises and copies of the programme are read again.
    await this.database.repo(EventEntity).update({ id: event.id }, { ...columns, status: event.status });
    await this.record(actor, action, event, { ...changedFields(before, { ...event, ...lists.after }), reason });
    return event;
  }

  /** Sets the lists of terms that a change gives; answers them as they were and as they are, for the audit log. */
  private async replaceLists(
    id: string,
    { fees, keptPlaces, expectedMix }: EventChange,
    capacity: number,
  ): Promise<{ before: object; after: object } | undefined> {
    if (!fees && !keptPlaces && !expectedMix) return undefined;
    const before = await this.terms.listsOf(id);
    await this.terms.add(id, { fees, keptPlaces, expectedMix, capacity });
    return { before, after: await this.terms.listsOf(id) };
  }

  private async record(
    actor: Actor,
    action: string,
    event: EventEntity,
    facts: { before?: Record<string, unknown>; after?: Record<string, unknown>; reason?: string },
  ): Promise<void> {
    await this.audit.record(actor, { action, subjectKind: 'event', subjectId: event.id, ...facts });
  }

  private async venueErrors(venueId: string | null | undefined): Promise<Record<string, string>> {
    if (venueId === null || venueId === undefined) return {};
    return (await this.venuesOf([venueId])).size ? {} : { venueId: 'There is no such venue' };
  }
}

function capacityErrors(capacity: number): Record<string, string> {
  const isPossible = Number.isInteger(capacity) && capacity >= 1 && capacity <= MOST_PLACES;
  return isPossible ? {} : { capacity: `The capacity must be a whole number from 1 to ${MOST_PLACES}` };
}
