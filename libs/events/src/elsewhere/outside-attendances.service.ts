import { Injectable } from '@nestjs/common';
import type { NewOutsideAttendance, OutsideAttendanceView } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Page,
  Problem,
  folded,
  found,
  invalid,
  isDuplicate,
  isOffice,
  londonDate,
  newId,
  windowOf,
} from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { OutsideAttendanceListQuery } from './elsewhere.dto';
import { outsideAttendanceView } from './elsewhere.view';
import { ListedElsewhere } from './listed-elsewhere.service';
import { OtherProviderEventEntity } from './other-provider-event.entity';
import { OutsideAttendanceEntity } from './outside-attendance.entity';
import { OutsideAttendanceMails } from './outside-attendance.mails';

const SORTS = {
  declaredAt: 'outside.declaredAt',
  attendedOn: 'outside.attendedOn',
  state: 'outside.state',
  id: 'outside.id',
};

const MOST_OWN = 200;

interface Named {
  title: string;
  provider: string;
  practitionerName: string;
}

/** What people say they attended with other providers, and what staff make of the evidence. */
@Injectable()
export class OutsideAttendancesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly listings: ListedElsewhere,
    private readonly mails: OutsideAttendanceMails,
  ) {}

  /** A window on what this actor may see: own; all for the office. */
  async list(actor: Actor, query: OutsideAttendanceListQuery): Promise<Page<OutsideAttendanceView>> {
    const window = windowOf(query, SORTS, { sort: 'declaredAt', order: 'DESC' });
    const rows = this.visibleTo(actor);
    if (query.id) rows.andWhere('outside.id IN (:...ids)', { ids: query.id });
    if (query.state) rows.andWhere('outside.state = :state', { state: query.state });
    if (query.practitionerId) rows.andWhere('outside.personId = :personId', { personId: query.practitionerId });
    if (query.q) rows.andWhere('(person.nameKey LIKE :q OR listing.searchKey LIKE :q)', { q: `%${folded(query.q)}%` });
    const total = await rows.getCount();
    rows.orderBy(window.sort, window.order).addOrderBy('outside.id').offset(window.skip).limit(window.take);
    return new Page(await this.views(rows), total);
  }

  /** A person's own, of one listing or of all; the latest day first. */
  async ownOf(actor: Actor, listingId?: string): Promise<OutsideAttendanceView[]> {
    const rows = this.visibleTo(actor).andWhere('outside.personId = :own', { own: actor.personId ?? '' });
    if (listingId) rows.andWhere('listing.id = :listingId', { listingId });
    return this.views(rows.orderBy('outside.attendedOn', 'DESC').addOrderBy('outside.id').limit(MOST_OWN));
  }

  async one(actor: Actor, id: string): Promise<OutsideAttendanceView> {
    const [view] = await this.views(this.visibleTo(actor).andWhere('outside.id = :id', { id }));
    return found(view);
  }

  /**
   * Keeps what somebody says of themselves. Said again for the same day while it waits or was declined, the new evidence
   * is looked at; what was accepted stays. Refuses a day that is still to come, and a listing the person cannot see.
   */
  async declare(actor: Actor, listingId: string, wanted: NewOutsideAttendance): Promise<OutsideAttendanceView> {
    const personId = found(actor.personId);
    await this.listings.one(actor, listingId);
    const now = this.clock.now();
    if (wanted.attendedOn > londonDate(now))
      throw invalid({ attendedOn: 'The day you attended must not be in the future' });
    const key = { personId, otherProviderEventId: listingId, attendedOn: wanted.attendedOn };
    const said = { evidence: wanted.evidence.trim(), evidenceUrl: wanted.evidenceUrl || null };
    const keep = () =>
      this.database.transaction(async () => {
        const rows = this.database.repo(OutsideAttendanceEntity);
        const there = await rows.findOneBy(key);
        if (there?.state === 'accepted') return there.id;
        const open = {
          ...said,
          state: 'declared' as const,
          declaredAt: now,
          decidedAt: null,
          decidedById: null,
          reason: null,
        };
        if (there) {
          await rows.update({ id: there.id }, open);
          return there.id;
        }
        const id = newId();
        await rows.insert({ id, ...key, ...open, decisions: 0 });
        return id;
      });
    // Pressed twice at once: the second finds what the first kept.
    const id = await keep().catch((error: unknown) => {
      if (isDuplicate(error)) return keep();
      throw error;
    });
    return this.one(actor, id);
  }

  /** Accepts the evidence: it stands in the person's training record, and they are told. */
  async accept(actor: Actor, id: string): Promise<OutsideAttendanceView> {
    return this.decide(actor, id, 'accepted', null);
  }

  /** Declines it, with a reason that the person is told. */
  async decline(actor: Actor, id: string, reason: string): Promise<OutsideAttendanceView> {
    return this.decide(actor, id, 'declined', reason.trim());
  }

  private async decide(
    actor: Actor,
    id: string,
    state: 'accepted' | 'declined',
    reason: string | null,
  ): Promise<OutsideAttendanceView> {
    return this.database.transaction(async () => {
      const rows = this.database.repo(OutsideAttendanceEntity);
      const row = found(await rows.findOneBy({ id }));
      const done = await rows.update(
        { id, state: 'declared' },
        { state, reason, decidedAt: this.clock.now(), decidedById: actor.personId, decisions: row.decisions + 1 },
      );
      if (!done.affected) throw new Problem('outside-attendances.decided');
      const view = await this.one(actor, id);
      await this.mails.decided(view, row.decisions + 1);
      await this.audit.record(actor, {
        action: `outside-attendance.${state === 'accepted' ? 'accept' : 'decline'}`,
        subjectKind: 'outside-attendance',
        subjectId: id,
        before: { state: 'declared' },
        after: { state },
        reason,
      });
      return view;
    });
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<OutsideAttendanceEntity> {
    const rows = this.database
      .repo(OutsideAttendanceEntity)
      .createQueryBuilder('outside')
      .innerJoin(PersonEntity, 'person', 'person.id = outside.personId')
      .innerJoin(OtherProviderEventEntity, 'listing', 'listing.id = outside.otherProviderEventId')
      .where('1 = 1');
    return isOffice(actor) ? rows : rows.andWhere('outside.personId = :self', { self: actor.personId ?? '' });
  }

  private async views(rows: SelectQueryBuilder<OutsideAttendanceEntity>): Promise<OutsideAttendanceView[]> {
    const { entities, raw } = await rows
      .select('outside')
      .addSelect(['listing.title AS title', 'listing.provider AS provider', 'person.name AS practitionerName'])
      .getRawAndEntities<Named>();
    return entities.map((row, index) => outsideAttendanceView(row, raw[index] as Named));
  }
}
