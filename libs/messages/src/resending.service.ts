import { Inject, Injectable } from '@nestjs/common';
import type { MessageView } from '@roundtable/contracts';
import { AddressProofs, PeopleService } from '@roundtable/people';
import {
  type Actor,
  Audit,
  BouncedAddresses,
  CONFIG,
  type Config,
  Database,
  Links,
  MessageEntity,
  Outbox,
  Problem,
  Throttle,
  carriesSecret,
  found,
  isOffice,
} from '@roundtable/platform';
import { And, Like, MoreThan, Not } from 'typeorm';
import { MessageQueries } from './messages.queries';
import { Subscriptions } from './programme/subscriptions.service';
import { type ResendingFacts, resendingProblem } from './resending-rules';

const MOST_A_MINUTE = 3;
/** These are told to the address that was: about an account, and about a change of address. */
const TO_ITS_ADDRESS = /^(account|proof)\.|^person-address-changed$/;

/** Sending a message once more. */
@Injectable()
export class Resending {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly bounced: BouncedAddresses,
    private readonly links: Links,
    private readonly throttle: Throttle,
    private readonly proofs: AddressProofs,
    private readonly people: PeopleService,
    private readonly queries: MessageQueries,
    private readonly subscriptions: Subscriptions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Sends a message again, to the address that its reader has now; answers the message that goes out. One that failed
   * is put back in line with the same Message-ID, one that was sent is written anew. Refuses one that waits already,
   * whose text is gone, whose link works no more, or whose calendar entry a later one changed; one to an address that
   * mail came back from; and more than three tries a minute.
   */
  async resend(actor: Actor, id: string): Promise<MessageView> {
    found(isOffice(actor) ? true : null);
    await this.throttle.count(`resend ${id}`, MOST_A_MINUTE);
    const sentId = await this.database.transaction(async () => {
      const message = found(await this.database.repo(MessageEntity).findOneBy({ id }));
      const address = await this.addressOf(message);
      const problem = resendingProblem({
        message,
        hasMailServer: this.config.smtpUrl !== null,
        secret: await this.secretOf(message),
        isOvertaken: await this.isOvertaken(message),
        isUnwanted: await this.isUnwanted(message),
        isAddressBounced: !carriesSecret(message) && (await this.bounced.of(address)) !== null,
      });
      if (problem) throw new Problem(problem);
      const outcome = await this.send(message, address);
      await this.audit.record(actor, {
        action: 'message.resend',
        subjectKind: 'message',
        subjectId: id,
        before: { state: message.state },
        after: { messageId: outcome },
      });
      return outcome;
    });
    return this.queries.one(actor, sentId);
  }

  private async send(message: MessageEntity, address: string): Promise<string> {
    if (message.state === 'sent') return this.outbox.writeAgain(message, address);
    if (!(await this.outbox.requeue(message, address))) throw new Problem('messages.on-its-way');
    return message.id;
  }

  private async secretOf(message: MessageEntity): Promise<ResendingFacts['secret']> {
    if (!carriesSecret(message)) return (await this.links.hasSpent(message.textBody)) ? 'spent' : 'none';
    return (await this.proofs.isOpen(message.regarding ?? '')) ? 'works' : 'spent';
  }

  private async isUnwanted({ kind, personId }: MessageEntity): Promise<boolean> {
    return kind === 'programme-mailing' && !(await this.subscriptions.isOn(personId ?? ''));
  }

  private async isOvertaken({ regarding, calendar, createdAt, id }: MessageEntity): Promise<boolean> {
    if (calendar === null || regarding === null) return false;
    // The sessions of one booking are told each by a mail of its own, under a UID of its own.
    const [uid = ''] = /^UID:[^@\r\n]*/m.exec(calendar) ?? [];
    return this.database.repo(MessageEntity).existsBy({
      regarding,
      calendar: And(Not(calendar), Like(`%${uid}@%`)),
      createdAt: MoreThan(createdAt),
      id: Not(id),
    });
  }

  /** Where the reader gets mail now; an address that failed may have been put right since. */
  private async addressOf({ kind, personId, toAddress }: MessageEntity): Promise<string> {
    if (personId === null || TO_ITS_ADDRESS.test(kind)) return toAddress;
    return (await this.people.byId(personId))?.email ?? toAddress;
  }
}
