import { Injectable } from '@nestjs/common';
import type { BookingStatus } from '@roundtable/contracts';
import { type Actor, Database, Links, VISITOR } from '@roundtable/platform';
import { type BookingFacts, BookingFactsQueries } from '../booking-facts';
import { BookingEntity } from '../booking.entity';
import { APPROVAL_LINK } from './approval.mails';
import { ApprovalsService } from './approvals.service';
import { ApproversService } from './approvers.service';

/** A request as whoever approves by a link sees it: who, which course, when and where, and what became of it. */
export interface ApprovalSight {
  facts: BookingFacts;
  status: BookingStatus;
  placeHeld: boolean;
  isApproved: boolean;
}

/** Approving and declining by the link in a mail, without an account. */
@Injectable()
export class ApprovalLinks {
  constructor(
    private readonly database: Database,
    private readonly links: Links,
    private readonly factsOf: BookingFactsQueries,
    private readonly approvals: ApprovalsService,
    private readonly approvers: ApproversService,
  ) {}

  /** The request behind a link; null for one that works no more. Reading it changes nothing. */
  async see(token: string): Promise<ApprovalSight | null> {
    const booking = await this.behind(token);
    return (
      booking && {
        facts: await this.factsOf.of(booking),
        status: booking.status,
        placeHeld: booking.placeFoundAt !== null,
        isApproved: booking.approvedAt !== null,
      }
    );
  }

  /** Approves as whoever the link was sent to. A request that was answered, or ended, stays as it is. */
  async approve(token: string): Promise<void> {
    const booking = await this.behind(token);
    if (booking?.status === 'awaiting_approval')
      await this.approvals.approve(await this.answererOf(booking), booking.id);
  }

  /** Declines in the same way, with a reason that the delegate is told. */
  async decline(token: string, reason: string): Promise<void> {
    const booking = await this.behind(token);
    if (booking?.status === 'awaiting_approval')
      await this.approvals.decline(await this.answererOf(booking), booking.id, reason);
  }

  private async behind(token: string): Promise<BookingEntity | null> {
    const id = await this.links.subjectOf(APPROVAL_LINK, token);
    return id === null ? null : this.database.repo(BookingEntity).findOneBy({ id });
  }

  private async answererOf({ personId, agencyId, approverKind }: BookingEntity): Promise<Actor> {
    const manager =
      approverKind === 'manager' ? (await this.approvers.of(personId, agencyId, 'manager'))[0] : undefined;
    return { ...VISITOR, name: manager?.name ?? 'A lead of the agency', via: 'link' };
  }
}
