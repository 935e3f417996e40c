import { Injectable } from '@nestjs/common';
import type { AbsenceReason } from '@roundtable/contracts';
import { type Actor, Audit, Clock, Database, Links, VISITOR } from '@roundtable/platform';
import { EventEntity } from '@roundtable/events';
import { type BookingFacts, BookingFactsQueries } from '../booking-facts';
import { BookingEntity } from '../booking.entity';
import { ChargeProposals } from '../charges/charge-proposals.service';
import { type NextChances, NextChancesQueries } from './next-chances.queries';

/** What the links in 'we missed you' are for. */
export const MISSED_LINK = 'missed';

/** What somebody who was absent sees behind the link. */
export interface MissedSight {
  facts: BookingFacts;
  /** The register calls them absent now; it may have been corrected since the mail. */
  isAbsent: boolean;
  reason: AbsenceReason | null;
  chances: NextChances;
}

/** Why people were absent, as they say by the link in a mail, without signing in. */
@Injectable()
export class AbsenceReasons {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly links: Links,
    private readonly factsOf: BookingFactsQueries,
    private readonly chances: NextChancesQueries,
    private readonly charges: ChargeProposals,
  ) {}

  /** The booking behind a link; null for one that works no more. Reading it changes nothing. */
  async see(token: string): Promise<MissedSight | null> {
    const booking = await this.behind(token);
    if (!booking) return null;
    return {
      facts: await this.factsOf.of(booking),
      isAbsent: booking.status === 'confirmed' && booking.attendance === 'absent',
      reason: booking.absenceReason,
      chances: (await this.chances.ofAll([booking])).get(booking.id) ?? { dates: [], recordings: [] },
    };
  }

  /** Keeps the reason, and waives what is proposed where it is one without charge; another one later takes its place. Who is not called absent any more changes nothing. */
  async say(token: string, absenceReason: AbsenceReason): Promise<void> {
    const booking = await this.behind(token);
    if (!booking) return;
    await this.database.transaction(async () => {
      const { id, personId, eventId } = booking;
      await this.database.gate(EventEntity, eventId);
      const done = await this.database
        .repo(BookingEntity)
        .update(
          { id, status: 'confirmed', attendance: 'absent' },
          { absenceReason, absenceReasonAt: this.clock.now() },
        );
      if (!done.affected) return;
      const actor: Actor = { ...VISITOR, personId, roles: ['practitioner'], via: 'link' };
      // The log is kept longer than reasons are, so it says only that one was given.
      await this.audit.record(actor, {
        action: 'booking.say-why-absent',
        subjectKind: 'booking',
        subjectId: id,
        after: { via: 'link' },
      });
      await this.charges.follow(actor, eventId);
    });
  }

  private async behind(token: string): Promise<BookingEntity | null> {
    const id = await this.links.subjectOf(MISSED_LINK, token);
    return id === null ? null : this.database.repo(BookingEntity).findOneBy({ id });
  }
}
