import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { type Actor, CONFIG, Clock, type Config, Links, Outbox } from '@roundtable/platform';
import type { MembershipEntity } from './membership.entity';
import type { PersonEntity } from './person.entity';

/** What a link in the mail about a membership is made for, and for how long it works. */
export const MEMBERSHIP_LINK = 'membership';
const LINK_DAYS = 90;
const DAY_MS = 24 * 3600_000;

/** What people are told about what others do with their entry. */
@Injectable()
export class PeopleMails {
  constructor(
    private readonly outbox: Outbox,
    private readonly links: Links,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Somebody was added to an agency by another: who did it, what is held, why, and where to say that it is not right. */
  async added(actor: Actor, person: PersonEntity, agencyName: string, membership: MembershipEntity): Promise<void> {
    if (person.email === null || person.id === actor.personId) return;
    const by = actor.name || 'The training team';
    const expiresAt = new Date(this.clock.now().getTime() + LINK_DAYS * DAY_MS);
    const token = await this.links.make(MEMBERSHIP_LINK, membership.id, expiresAt);
    await this.outbox.write({
      kind: 'person-added',
      regarding: membership.id,
      occurrence: '1',
      to: { personId: person.id, name: person.name, address: person.email },
      letter: {
        subject: `You were added to the training programme for ${agencyName}`,
        opening: [
          `${by} added you to the safeguarding training programme as somebody who works for ${agencyName}.`,
          'We hold your name, your email address, this agency and your job role, and from now on a record of your training. We hold them so that training can be booked for you, and so that you and your agency can show what you have completed.',
          membership.typedName === null
            ? `Whoever leads training for ${agencyName} can see the courses you have completed, with their dates.`
            : `Until you say that this is right, whoever leads training for ${agencyName} sees the name and address they typed and the places they book for you, and nothing else of you. Afterwards they see the courses you have completed, with their dates.`,
        ],
        action: {
          label: 'Say that this is right, or that it is not',
          url: `${this.config.publicUrl}${paths.addedMembership({ token })}`,
        },
        closing: [`How we use what we hold: ${this.config.publicUrl}${paths.privacy}`],
      },
    });
  }

  /** Somebody's membership of an agency was ended by another. */
  async ended(actor: Actor, person: PersonEntity, agencyName: string, membershipId: string): Promise<void> {
    if (person.email === null || person.id === actor.personId) return;
    await this.outbox.write({
      kind: 'membership-ended',
      regarding: membershipId,
      occurrence: '1',
      to: { personId: person.id, name: person.name, address: person.email },
      letter: {
        subject: `You are no longer listed for ${agencyName}`,
        opening: [
          `${actor.name || 'The training team'} told us that you no longer work for ${agencyName}.`,
          `Whoever leads training there no longer sees your training. Your record stays yours, and so do your bookings.`,
        ],
        action: { label: 'See your training', url: `${this.config.publicUrl}${paths.myTraining}` },
        closing: ['If you still work there, reply to this mail and we will put it right.'],
      },
    });
  }

  /** The address of somebody's entry was changed by another; told to the address that was. */
  async addressChanged(actor: Actor, person: PersonEntity, formerAddress: string, occurrence: string): Promise<void> {
    await this.outbox.write({
      kind: 'person-address-changed',
      regarding: person.id,
      occurrence,
      to: { personId: person.id, name: person.name, address: formerAddress },
      letter: {
        subject: 'Your email address for training was changed',
        opening: [
          `${actor.name || 'The training team'} changed the email address that we hold for you. From now on we write to the new one, and you sign in with it.`,
        ],
        closing: ['If you did not expect this, reply to this mail at once.'],
      },
    });
  }
}
