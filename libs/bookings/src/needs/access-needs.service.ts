import { Injectable } from '@nestjs/common';
import type { NeedsChange, NeedsView } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { type Actor, Audit, Clock, Database, Problem, found, newId, notFound } from '@roundtable/platform';
import { BookingEntity } from '../booking.entity';
import { AccessNeedTaskEntity } from './access-need-task.entity';
import { AccessNeedEntity } from './access-need.entity';
import { SavedAccessNeedEntity } from './saved-access-need.entity';

const NOTHING: NeedsView = { accessNeeds: '', dietaryNeeds: '', consentedAt: null };

/** What people need to take part. It rests on consent alone: whoever gave it changes it and takes it back at any time. */
@Injectable()
export class AccessNeedsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Keeps what was given with a request for a place, in its transaction. */
  async keepWith(actor: Actor, booking: BookingEntity, given: NeedsChange): Promise<void> {
    if (!isGiven(given)) return;
    await this.write(actor, booking, given);
    if (given.keepNeeds === 'profile' && booking.personId === actor.personId) await this.writeSaved(actor, given);
  }

  /** Changes what is needed at an event, for oneself alone; empty takes it back. 404 for a booking of somebody else. */
  async change(actor: Actor, bookingId: string, given: NeedsChange): Promise<void> {
    await this.database.transaction(async () => {
      const booking = await this.ownBooking(actor, bookingId);
      const event = await this.database.repo(EventEntity).findOneByOrFail({ id: booking.eventId });
      if (!isGiven(given)) return this.letGo(booking.id);
      if (!booking.isLive || event.hasEnded(this.clock.now())) throw new Problem('bookings.closed');
      await this.write(actor, booking, given);
      if (given.keepNeeds === 'profile') await this.writeSaved(actor, given);
    });
  }

  /** Takes back what was said for one event. Again changes nothing. */
  async withdraw(actor: Actor, bookingId: string): Promise<void> {
    await this.database.transaction(async () => this.letGo((await this.ownBooking(actor, bookingId)).id));
  }

  /** One's own words for an event. */
  async ofBooking(actor: Actor, bookingId: string): Promise<NeedsView> {
    const { id } = await this.ownBooking(actor, bookingId);
    return viewOf(await this.database.repo(AccessNeedEntity).findOneBy({ bookingId: id }));
  }

  /** One's own words that are kept for every booking. */
  async saved(actor: Actor): Promise<NeedsView> {
    return viewOf(await this.database.repo(SavedAccessNeedEntity).findOneBy({ personId: actor.personId ?? '' }));
  }

  /** Keeps what one always needs until it is taken back; empty takes it back. */
  async save(actor: Actor, given: NeedsChange): Promise<void> {
    await this.database.transaction(async () =>
      isGiven(given) ? this.writeSaved(actor, given) : this.forgetSaved(actor),
    );
  }

  async forgetSaved(actor: Actor): Promise<void> {
    await this.database.repo(SavedAccessNeedEntity).delete({ personId: actor.personId ?? '' });
  }

  /** The booking became another one, of the same person: what they need goes along, and staff look at it again. */
  async moveTo(fromId: string, intoId: string): Promise<void> {
    await this.database.repo(AccessNeedTaskEntity).delete({ bookingId: fromId });
    const moved = await this.database.repo(AccessNeedEntity).update({ bookingId: fromId }, { bookingId: intoId });
    if (moved.affected) await this.openTask(intoId);
  }

  /** Marks what staff had to arrange as done. Again changes nothing. */
  async finishTask(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const tasks = this.database.repo(AccessNeedTaskEntity);
      const { bookingId, doneAt } = found(await tasks.findOneBy({ id }));
      if (doneAt !== null) return;
      await tasks.update({ id }, { doneAt: this.clock.now(), doneById: actor.personId });
      await this.audit.record(actor, {
        action: 'access-needs.arrange',
        subjectKind: 'booking',
        subjectId: bookingId,
        before: { task: 'open' },
        after: { task: 'done' },
      });
    });
  }

  private async write(actor: Actor, booking: BookingEntity, given: NeedsChange): Promise<void> {
    const rows = this.database.repo(AccessNeedEntity);
    const row = { ...columnsOf(given), consentedAt: this.clock.now() };
    const there = await rows.findOneBy({ bookingId: booking.id });
    if (there) await rows.update({ id: there.id }, row);
    else await rows.insert({ id: newId(), bookingId: booking.id, ...row });
    await this.openTask(booking.id);
    if (booking.personId !== actor.personId)
      await this.audit.record(actor, { action: 'access-needs.change', subjectKind: 'booking', subjectId: booking.id });
  }

  private async writeSaved(actor: Actor, given: NeedsChange): Promise<void> {
    const personId = actor.personId ?? '';
    const rows = this.database.repo(SavedAccessNeedEntity);
    const row = { ...columnsOf(given), consentedAt: this.clock.now() };
    const there = await rows.findOneBy({ personId });
    if (there) await rows.update({ id: there.id }, row);
    else await rows.insert({ id: newId(), personId, ...row });
  }

  /** Opens the booking's task, or opens it again. */
  private async openTask(bookingId: string): Promise<void> {
    const tasks = this.database.repo(AccessNeedTaskEntity);
    const row = { openedAt: this.clock.now(), doneAt: null, doneById: null };
    const there = await tasks.findOneBy({ bookingId });
    if (there) await tasks.update({ id: there.id }, row);
    else await tasks.insert({ id: newId(), bookingId, ...row });
  }

  private async letGo(bookingId: string): Promise<void> {
    await this.database.repo(AccessNeedEntity).delete({ bookingId });
    await this.database.repo(AccessNeedTaskEntity).delete({ bookingId });
  }

  private async ownBooking(actor: Actor, id: string): Promise<BookingEntity> {
    const booking = found(await this.database.repo(BookingEntity).findOneBy({ id }));
    if (booking.personId !== actor.personId) throw notFound();
    return booking;
  }
}

const isGiven = ({ accessNeeds, dietaryNeeds }: NeedsChange): boolean =>
  Boolean(accessNeeds?.trim()) || Boolean(dietaryNeeds?.trim());

function columnsOf({ accessNeeds, dietaryNeeds }: NeedsChange): Pick<AccessNeedEntity, 'needs' | 'dietaryNeeds'> {
  return { needs: accessNeeds?.trim() ?? '', dietaryNeeds: dietaryNeeds?.trim() || null };
}

function viewOf(row: Pick<AccessNeedEntity, 'needs' | 'dietaryNeeds' | 'consentedAt'> | null): NeedsView {
  if (!row) return NOTHING;
  return {
    accessNeeds: row.needs,
    dietaryNeeds: row.dietaryNeeds ?? '',
    consentedAt: row.consentedAt.toISOString(),
  };
}
