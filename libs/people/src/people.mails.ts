import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { type Actor, CONFIG, type Config, Outbox } from '@roundtable/platform';
import type { PersonEntity } from './person.entity';

/** What people are told about what others do with their entry. */
@Injectable()
export class PeopleMails {
  constructor(
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Somebody was added to an agency by another: who did it, what is held, and why. */
  async added(actor: Actor, person: PersonEntity, agencyName: string, membershipId: string): Promise<void> {
    if (person.email === null || person.id === actor.personId) return;
    const by = actor.name || 'The training team';
    await this.outbox.write({
      kind: 'person-added',
      regarding: membershipId,
      occurrence: '1',
      to: { personId: person.id, name: person.name, address: person.email },
      letter: {
        subject: `You were added to the training programme for ${agencyName}`,
        opening: [
          `${by} added you to the safeguarding training programme as somebody who works for ${agencyName}.`,
          'We hold your name, your email address, this agency and your job role, and from now on a record of your training. We hold them so that training can be booked for you, and so that you and your agency can show what you have completed.',
          `Whoever leads training for ${agencyName} can see the courses you have completed, with their dates.`,
        ],
        action: { label: 'Read how we use what we hold', url: `${this.config.publicUrl}${paths.privacy}` },
        closing: ['If you do not work for this agency, reply to this mail and we will put it right.'],
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
