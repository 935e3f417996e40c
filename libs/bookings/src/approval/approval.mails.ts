import { Inject, Injectable } from '@nestjs/common';
import { type ApproverKind, paths } from '@roundtable/contracts';
import { CONFIG, type Config, Links, Outbox } from '@roundtable/platform';
import { BookingFactsQueries } from '../booking-facts';
import { BookingPost } from '../booking-post.service';
import { factsInWords, momentInWords } from '../booking-words';
import type { BookingEntity } from '../booking.entity';
import { bookingLetter } from '../mails/booking-template';
import { APPROVAL_ASKED, AWAITING_APPROVAL, DECLINED } from './approval.templates';
import { ApproversService, holderKeyOf } from './approvers.service';

/** What the links in mails to approvers are for. */
export const APPROVAL_LINK = 'approve-booking';

/** Mails about approval: to whoever approves, and to the delegate. */
@Injectable()
export class ApprovalMails {
  constructor(
    private readonly outbox: Outbox,
    private readonly links: Links,
    private readonly approvers: ApproversService,
    private readonly factsOf: BookingFactsQueries,
    private readonly post: BookingPost,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Tells the delegate that approval is asked for, and by whom; asks the approvers. */
  async asked(booking: BookingEntity, kind: ApproverKind, by: string | null): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const whom = { manager: 'your manager', lead: "your agency's training lead", staff: 'us', unverified: 'us' }[kind];
    const letter = bookingLetter(AWAITING_APPROVAL, facts, facts.bookingUrl, {
      by: by ?? '',
      whom,
      held: booking.placeFoundAt
        ? 'A place is held for you until then.'
        : 'There is no free place at the moment. Once approved, you join the waiting list.',
    });
    await this.post.send({ kind: 'booking-awaiting-approval', booking, facts, letter });
    await this.askApprovers(booking, kind, 'asked');
  }

  async reminded(booking: BookingEntity): Promise<void> {
    if (booking.approverKind) await this.askApprovers(booking, booking.approverKind, 'reminded');
  }

  async declined(booking: BookingEntity, reason: string): Promise<void> {
    const facts = await this.factsOf.of(booking);
    const letter = bookingLetter(DECLINED, facts, undefined, { reason });
    await this.post.send({ kind: 'booking-declined', booking, facts, letter });
  }

  private async askApprovers(
    booking: BookingEntity,
    kind: ApproverKind,
    occurrence: keyof typeof APPROVAL_ASKED,
  ): Promise<void> {
    const approvers = await this.approvers.of(booking.personId, booking.agencyId, kind);
    if (approvers.length === 0) return;
    const facts = await this.factsOf.of(booking);
    const until = facts.startsAt ?? new Date(booking.requestedAt.getTime() + 30 * 24 * 3_600_000);
    for (const approver of approvers) {
      const token = await this.links.make(APPROVAL_LINK, `${booking.id}`, until, holderKeyOf(approver));
      await this.outbox.write({
        kind: 'booking-approval-asked',
        regarding: booking.id,
        occurrence: `${occurrence}|${approver.personId ?? 'manager'}`,
        to: { personId: approver.personId, name: approver.name, address: approver.email },
        letter: {
          ...bookingLetter(APPROVAL_ASKED[occurrence], facts, `${this.config.publicUrl}${paths.approval({ token })}`, {
            held: booking.placeFoundAt ? 'A place is held until you answer.' : '',
            until: momentInWords(until),
          }),
          facts: [{ label: 'Who', value: facts.toName }, ...factsInWords(facts)],
        },
      });
    }
  }
}
