import { Injectable } from '@nestjs/common';
import {
  type GroupBookingResult,
  type GroupBookingView,
  type MissingPrerequisite,
  type NewGroupBooking,
  PROBLEMS,
  type ProblemCode,
  type WantedDelegate,
} from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { PeopleQueries } from '@roundtable/people';
import { type Actor, Database, Problem, found, invalid, isOffice } from '@roundtable/platform';
import { BookingsService } from '../bookings.service';
import { AgencyDelegates } from './agency-delegates.service';

/** Ends a transaction that must leave nothing behind, and carries out what was found. */
class NotForAll extends Error {
  constructor(readonly results: GroupBookingResult[]) {
    super('Not everybody can be booked.');
  }
}

/** Booking for several people of an agency at once. */
@Injectable()
export class GroupBookingsService {
  constructor(
    private readonly database: Database,
    private readonly bookings: BookingsService,
    private readonly delegates: AgencyDelegates,
    private readonly people: PeopleQueries,
  ) {}

  /**
   * Books for several people in one passage of the gate. Under 'all' everybody gets a place, or nobody and nothing is
   * written; under 'possible' whoever can have one, and the others wait where that is asked for. Answers for each what
   * happened, or why not.
   */
  async book(actor: Actor, eventId: string, wanted: NewGroupBooking): Promise<GroupBookingView> {
    const agencyId = this.agencyOf(actor, wanted);
    try {
      const results = await this.database.transaction(async () => {
        const { event } = await this.bookings.passGate(actor, eventId);
        const all: GroupBookingResult[] = [];
        for (const [index, person] of wanted.people.entries())
          all.push(await this.one(actor, { event, agencyId, person, index }, wanted));
        const named = await this.named(actor, all);
        if (wanted.mode === 'all' && named.some((one) => one.refusal !== null)) throw new NotForAll(named);
        return named;
      });
      return { booked: true, results };
    } catch (error) {
      if (!(error instanceof NotForAll)) throw error;
      return { booked: false, results: error.results.map(withoutBooking) };
    }
  }

  private async one(
    actor: Actor,
    { event, agencyId, person, index }: { event: EventEntity; agencyId: string; person: WantedDelegate; index: number },
    { mode, waitForRest }: NewGroupBooking,
  ): Promise<GroupBookingResult> {
    const practitionerId = await this.delegates.find(actor, agencyId, person).catch((error: unknown) => {
      throw atPerson(error, index);
    });
    const result = { name: person.name?.trim() ?? '', practitionerId, bookingId: null, status: null };
    try {
      // Each passes the gate, so that those who wait have their own numbers.
      const gate = found(await this.database.gate(EventEntity, event.id));
      const mayWait = mode === 'possible' && waitForRest === true;
      const { id, status } = await this.bookings.bookPast(
        actor,
        event,
        gate,
        practitionerId,
        { waitIfMissing: mayWait, placeOrNothing: !mayWait },
        [agencyId],
      );
      const isShort = mode === 'all' && status === 'waitlisted';
      return { ...result, bookingId: id, status, refusal: isShort ? refusalOf('bookings.no-place') : null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const missing = (error.more.detail?.['missing'] ?? undefined) as MissingPrerequisite[] | undefined;
      return { ...result, refusal: { ...refusalOf(error.code), ...(missing && { missing }) } };
    }
  }

  /** With the names as this actor may see them: a lead sees what they typed of somebody who has not confirmed it. */
  private async named(actor: Actor, results: GroupBookingResult[]): Promise<GroupBookingResult[]> {
    const id = results.flatMap(({ practitionerId }) => practitionerId ?? []);
    const people = id.length ? (await this.people.list(actor, { id, _end: id.length })).items : [];
    const names = new Map(people.map((person) => [person.id, person.name]));
    return results.map((one) => ({ ...one, name: names.get(one.practitionerId ?? '') ?? one.name }));
  }

  private agencyOf(actor: Actor, { agencyId }: NewGroupBooking): string {
    const only = actor.leadAgencyIds.length === 1 ? actor.leadAgencyIds[0] : undefined;
    const chosen = agencyId ?? only;
    if (!chosen) throw invalid({ agencyId: 'Choose the agency you book for' });
    if (!isOffice(actor) && !actor.leadAgencyIds.includes(chosen))
      throw invalid({ agencyId: 'There is no agency with this id that you may book for' });
    return chosen;
  }
}

const refusalOf = (code: ProblemCode) => ({ code, title: PROBLEMS[code][1] });

/** What was undone is not told as if it were there; nor is somebody who was only made in it. */
function withoutBooking(result: GroupBookingResult): GroupBookingResult {
  return { ...result, bookingId: null, status: null };
}

/** A refusal at a field of one person, as the field of the whole form. */
function atPerson(error: unknown, index: number): unknown {
  if (!(error instanceof Problem) || !error.more.errors) return error;
  return invalid(
    Object.fromEntries(
      Object.entries(error.more.errors).map(([field, message]) => [`people.${index}.${field}`, message]),
    ),
  );
}
