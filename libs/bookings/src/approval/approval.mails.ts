import { Inject, Injectable } from '@nestjs/common';
import { type ApproverKind, paths } from '@roundtable/contracts';
import { CONFIG, type Config, Links, Outbox, dateInWords, timeInWords } from '@roundtable/platform';
import { BookingFactsQueries } from '../booking-facts';
import { BookingPost } from '../booking-post.service';
import { factsInWords, subjectOf } from '../booking-words';
import type { BookingEntity } from '../booking.entity';
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
    await this.post.send('booking-awaiting-approval', booking, facts, [], {
      subject: subjectOf('Waiting for approval', facts),
      opening: [
        ...(by === null ? [] : [`${by} asked for a place on this training for you.`]),
        `Your agency approves training first. The request is with ${whom} now, and we will write to you when it is answered.`,
        booking.placeFoundAt
          ? 'A place is held for you until then.'
          : 'There is no free place at the moment. Once approved, you join the waiting list.',
      ],
      facts: factsInWords(facts),
      action: { label: 'See or cancel your request', url: facts.bookingUrl },
    });
    await this.askApprovers(booking, kind, 'asked');
  }

  async reminded(booking: BookingEntity): Promise<void> {
    if (booking.approverKind) await this.askApprovers(booking, booking.approverKind, 'reminded');
  }

  async declined(booking: BookingEntity, reason: string): Promise<void> {
    const facts = await this.factsOf.of(booking);
    await this.post.send('booking-declined', booking, facts, [], {
      subject: subjectOf('Not approved', facts),
      opening: ['Your request for a place on this training was not approved.', `Reason: ${reason}`],
      facts: factsInWords(facts),
      closing: ['If this is not right, talk to whoever approves training in your agency. You can ask again.'],
    });
  }

  private async askApprovers(booking: BookingEntity, kind: ApproverKind, occurrence: string): Promise<void> {
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
          subject: subjectOf(
            `${occurrence === 'asked' ? 'Please approve' : 'Still to approve'}: ${facts.toName}`,
            facts,
          ),
          opening: [
            `${facts.toName} asked for a place on this training. Your agency wants such requests to be approved.`,
            ...(booking.placeFoundAt ? ['A place is held until you answer.'] : []),
          ],
          facts: [{ label: 'Who', value: facts.toName }, ...factsInWords(facts)],
          action: { label: 'Approve or decline', url: `${this.config.publicUrl}${paths.approval({ token })}` },
          closing: [
            `The link works until ${dateInWords(until)}, ${timeInWords(until)}. You do not need to sign in.`,
            'You get this mail because you are named as the person who approves training.',
          ],
        },
      });
    }
  }
}
