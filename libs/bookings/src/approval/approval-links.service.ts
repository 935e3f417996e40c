import { Injectable } from '@nestjs/common';
import type { BookingStatus } from '@roundtable/contracts';
import { type Actor, Database, Links, VISITOR } from '@roundtable/platform';
import { type BookingFacts, BookingFactsQueries } from '../booking-facts';
import { BookingEntity } from '../booking.entity';
import { APPROVAL_LINK } from './approval.mails';
import { ApprovalsService } from './approvals.service';
import { type Approver, ApproversService } from './approvers.service';

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
    const booking = (await this.behind(token))?.booking;
    return booking
      ? {
          facts: await this.factsOf.of(booking),
          status: booking.status,
          placeHeld: booking.placeFoundAt !== null,
          isApproved: booking.approvedAt !== null,
        }
      : null;
  }

  /** Approves as whoever the link was sent to. A request that was answered, or ended, stays as it is. */
  async approve(token: string): Promise<void> {
    const asked = await this.behind(token);
    if (asked?.booking.status === 'awaiting_approval')
      await this.approvals.approve(answererOf(asked.approver), asked.booking.id);
  }

  /** Declines in the same way, with a reason that the delegate is told. */
  async decline(token: string, reason: string): Promise<void> {
    const asked = await this.behind(token);
    if (asked?.booking.status === 'awaiting_approval')
      await this.approvals.decline(answererOf(asked.approver), asked.booking.id, reason);
  }

  /** A link is worth what its reader is: it ends when they lead the agency no more, or are the delegate's manager no more. */
  private async behind(token: string): Promise<{ booking: BookingEntity; approver: Approver } | null> {
    const link = await this.links.find(APPROVAL_LINK, token);
    const booking = link && (await this.database.repo(BookingEntity).findOneBy({ id: link.subjectId }));
    if (!booking || link.holder === null) return null;
    const approver = await this.approvers.stillApproving(booking.personId, booking.agencyId, link.holder);
    return approver && { booking, approver };
  }
}

function answererOf({ name }: Approver): Actor {
  return { ...VISITOR, name, via: 'link' };
}
