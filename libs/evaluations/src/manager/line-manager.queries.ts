import { Injectable } from '@nestjs/common';
import type { BookingEntity } from '@roundtable/bookings';
import type { LineManagerView } from '@roundtable/contracts';
import { MembershipEntity, PersonEntity } from '@roundtable/people';
import { type ClosureDays, Clock, Database, WorkingTime } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { DelegateClocks } from '../delegate-clocks.service';
import type { AnsweringWindow } from '../evaluation-windows';
import { FormsQueries } from '../forms/forms.queries';
import { ResponseEntity } from '../response.entity';
import { rowsById } from '../rows-by-id';
import { askedFrom, hasTimeToAsk } from './line-manager-rules';
import { LineManagerEntity } from './line-manager.entity';

/** A line manager by what is known of them. */
export interface KnownManager {
  name: string | null;
  email: string;
}

/** Where the question to one line manager stands, for the use cases; the view is what the delegate reads. */
export interface ManagerStanding {
  view: LineManagerView;
  /** Kept with the event, where somebody was told, given or refused. */
  row: LineManagerEntity | null;
  /** Who is known from the delegate's work for the agency of the booking. */
  known: KnownManager | null;
}

/** What is known of line managers who may be asked at follow-up. */
@Injectable()
export class LineManagerQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly forms: FormsQueries,
    private readonly clocks: DelegateClocks,
    private readonly workingTime: WorkingTime,
  ) {}

  /**
   * Where the question to the line manager of a booking's delegate stands; null where the course asks none, or where it
   * is too late to begin.
   */
  async standing(booking: BookingEntity, window: AnsweringWindow | null): Promise<ManagerStanding | null> {
    const { eventId, personId, courseId } = booking;
    if (!window || !(await this.forms.askingManagers([courseId])).has(courseId)) return null;
    const row = await this.database
      .repo(LineManagerEntity)
      .findOneBy({ uniqueKey: LineManagerEntity.keyOf(eventId, personId) });
    const response = await this.database
      .repo(ResponseEntity)
      .findOneBy({ uniqueKey: ResponseEntity.keyOf(eventId, personId, 'line-manager') });
    const known = (await this.knownTo([booking])).get(booking.id) ?? null;
    const name = row?.name ?? row?.email ?? null;
    const at = (state: LineManagerView['state'], facts: Partial<LineManagerView> = {}) => ({
      view: { state, name: null, from: null, ...facts },
      row,
      known,
    });
    if (response?.sentAt) return at('answered', { name });
    if (row?.refusedAt) return at('refused');
    if (response?.askedAt) return at('asked', { name });
    const daysOff = await this.daysOffOf(booking);
    const now = this.clock.now();
    if (!hasTimeToAsk(now, window.closesAt, daysOff)) return null;
    if (row?.email) return at('to-be-asked', { name, from: row.askFrom.toISOString() });
    if (!known) return at('unknown');
    const from = askedFrom(now > window.opensAt ? now : window.opensAt, daysOff).toISOString();
    return at('to-be-asked', { name: known.name ?? known.email, from });
  }

  /** The line managers that the agencies of these bookings know of, by booking; nobody's own address is among them. */
  async knownTo(bookings: readonly BookingEntity[]): Promise<Map<string, KnownManager>> {
    const personIds = bookings.map(({ personId }) => personId);
    if (personIds.length === 0) return new Map();
    const people = await rowsById(this.database, PersonEntity, personIds);
    const memberships = await this.database
      .repo(MembershipEntity)
      .findBy({ personId: In([...new Set(personIds)]), until: IsNull() });
    return new Map(
      bookings.flatMap(({ id, personId, agencyId }): [string, KnownManager][] => {
        const at = memberships.find((one) => one.personId === personId && one.agencyId === agencyId);
        const email = at?.managerEmail?.toLowerCase() ?? null;
        if (!email || email === people.get(personId)?.email?.toLowerCase()) return [];
        return [[id, { name: at?.managerName ?? null, email }]];
      }),
    );
  }

  /** The days on which the clocks of a delegate's agency stop. */
  async daysOffOf({ sector }: Pick<BookingEntity, 'sector'>): Promise<ClosureDays> {
    return [...(await this.workingTime.closureDays()), ...(await this.clocks.holidaysOf(sector))];
  }
}
