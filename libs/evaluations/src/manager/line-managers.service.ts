import { Injectable } from '@nestjs/common';
import type { BookingEntity } from '@roundtable/bookings';
import { PersonEntity, normalisedEmail } from '@roundtable/people';
import { type ClosureDays, Clock, Database, invalid, isDuplicate, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { insertAll } from '../bulk-insert';
import type { FormFacts } from '../evaluation-form.queries';
import type { AnsweringWindow } from '../evaluation-windows';
import { FormsQueries } from '../forms/forms.queries';
import { ResponseEntity } from '../response.entity';
import { askedFrom, hasTimeToAsk } from './line-manager-rules';
import { LineManagerEntity } from './line-manager.entity';
import { LineManagerQueries } from './line-manager.queries';

/** A follow-up that a mail asks somebody for. */
export interface ToldForm {
  booking: BookingEntity;
  window: AnsweringWindow;
  /** The days on which the delegate's own clock stops. */
  ownDaysOff: ClosureDays;
}

/** Who will be asked beside a delegate, and from when. */
export interface ToldManager {
  name: string;
  from: Date;
}

/** Who may be asked beside a delegate: told before, given by the delegate, or refused. */
@Injectable()
export class LineManagers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly forms: FormsQueries,
    private readonly queries: LineManagerQueries,
  ) {}

  /**
   * Notes for which of these delegates a mail now says that their line manager will be asked, in the transaction that
   * writes the mail; answers who and from when, by booking. Who was asked already or is not to be is not told again.
   */
  async tell(forms: readonly ToldForm[]): Promise<Map<string, ToldManager>> {
    const asking = await this.forms.askingManagers(forms.map(({ booking }) => booking.courseId));
    const wanted = forms.filter(({ booking }) => asking.has(booking.courseId));
    if (wanted.length === 0) return new Map();
    const now = this.clock.now();
    const rows = await this.rowsOf(wanted.map(({ booking }) => booking));
    const asked = await this.askedOf(wanted.map(({ booking }) => booking));
    const known = await this.queries.knownTo(wanted.map(({ booking }) => booking));
    const told = new Map<string, ToldManager>();
    const added: LineManagerEntity[] = [];
    for (const { booking, window, ownDaysOff } of wanted) {
      const key = LineManagerEntity.keyOf(booking.eventId, booking.personId);
      const manager = known.get(booking.id);
      let row = rows.get(key);
      if (!row && manager && hasTimeToAsk(askedFrom(now, ownDaysOff), window.closesAt, ownDaysOff)) {
        row = this.row(booking, { ...manager, askFrom: askedFrom(now, ownDaysOff), closesAt: window.closesAt });
        added.push(row);
      }
      if (row?.email && !asked.has(key)) told.set(booking.id, { name: row.name ?? row.email, from: row.askFrom });
    }
    await insertAll(this.database, LineManagerEntity, added);
    return told;
  }

  /** Refuses, at the field, what is no address or is the delegate's own; an empty field is no address to give. */
  async requireAddress(facts: FormFacts, given: string | undefined): Promise<string | null> {
    if (facts.lineManager?.view.state !== 'unknown' || !given?.trim()) return null;
    const email = normalisedEmail(given);
    if (!email) throw invalid({ managerEmail: 'Enter an email address in the correct format, like name@example.com' });
    const { personId } = facts.booking;
    const own = await this.database.repo(PersonEntity).findOneByOrFail({ id: personId });
    if (own.email?.toLowerCase() === email)
      throw invalid({ managerEmail: 'Enter your line manager’s email address, not your own' });
    return email;
  }

  /** A delegate sent the follow-up and did not say no: whoever was named on it may be asked from now on. */
  async hear({ booking, window, lineManager }: FormFacts, email: string | null): Promise<void> {
    if (!lineManager || !window) return;
    const { row, known, view } = lineManager;
    const askFrom = this.clock.now();
    if (row && view.state === 'to-be-asked' && row.askFrom > askFrom)
      await this.database.repo(LineManagerEntity).update({ id: row.id }, { askFrom });
    const manager = email ? { name: null, email } : view.state === 'to-be-asked' ? known : null;
    if (row || !manager) return;
    await this.put(this.row(booking, { ...manager, askFrom, closesAt: window.closesAt }), { askFrom });
  }

  /** The delegate says that their line manager is not to be asked; whoever was asked already cannot answer any more. */
  async refuse({ booking, window, lineManager }: FormFacts): Promise<void> {
    if (!lineManager || !window || lineManager.view.state === 'answered') return;
    const refusedAt = this.clock.now();
    const refused = { refusedAt, name: null, email: null };
    const row = this.row(booking, { ...refused, askFrom: refusedAt, closesAt: window.closesAt });
    await this.put(Object.assign(row, refused), refused);
  }

  /** Keeps a row, or changes the one that is there. */
  private async put(row: LineManagerEntity, change: Partial<LineManagerEntity>): Promise<void> {
    const rows = this.database.repo(LineManagerEntity);
    const { uniqueKey } = row;
    const changed = await rows.update({ uniqueKey }, change);
    if (changed.affected) return;
    try {
      await rows.insert(row);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await rows.update({ uniqueKey }, change);
    }
  }

  private async rowsOf(bookings: readonly BookingEntity[]): Promise<Map<string, LineManagerEntity>> {
    const uniqueKey = In(bookings.map(({ eventId, personId }) => LineManagerEntity.keyOf(eventId, personId)));
    const rows = await this.database.repo(LineManagerEntity).findBy({ uniqueKey });
    return new Map(rows.map((row) => [row.uniqueKey, row]));
  }

  /** The keys of those whose line manager was asked. */
  private async askedOf(bookings: readonly BookingEntity[]): Promise<Set<string>> {
    const uniqueKey = In(
      bookings.map(({ eventId, personId }) => ResponseEntity.keyOf(eventId, personId, 'line-manager')),
    );
    const rows = await this.database.repo(ResponseEntity).findBy({ uniqueKey });
    return new Set(rows.map(({ eventId, personId }) => LineManagerEntity.keyOf(eventId, personId)));
  }

  private row(
    { eventId, personId }: BookingEntity,
    facts: Pick<LineManagerEntity, 'name' | 'email' | 'askFrom' | 'closesAt'>,
  ): LineManagerEntity {
    return Object.assign(new LineManagerEntity(), {
      id: newId(),
      uniqueKey: LineManagerEntity.keyOf(eventId, personId),
      eventId,
      personId,
      refusedAt: null,
      createdAt: this.clock.now(),
      ...facts,
    });
  }
}
