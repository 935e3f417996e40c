import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit, Clock, Database, Jobs, type MailOfMailing, MailingPost, Problem, SYSTEM } from '@roundtable/platform';
import { LessThanOrEqual } from 'typeorm';
import { EventMailLetters } from '../event-mails/event-mail.letters';
import { ProgrammeLetters } from '../programme/programme.letters';
import { MailingEntity } from './mailing.entity';
import { traceOf } from './mailing-trace';

const BATCH = 20;

/** Sends mailings: finds who gets them when they go, and writes a mail to each. */
@Injectable()
export class MailingSending implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly post: MailingPost,
    private readonly eventMails: EventMailLetters,
    private readonly programme: ProgrammeLetters,
  ) {}

  onModuleInit(): void {
    this.jobs.register({ name: 'messages.send-scheduled', everySeconds: 60, run: () => this.sendDue() });
  }

  /** Sends a mailing in the transaction that writes it; answers to how many. Refuses one that nobody would get. */
  async sendNow(mailing: MailingEntity): Promise<number> {
    const recipients = await this.send(mailing);
    if (recipients === 0) throw new Problem('mailings.nobody');
    return recipients ?? 0;
  }

  /** Sends what is due, each in a transaction of its own; one that fails keeps no other back, and comes round again. */
  async sendDue(): Promise<void> {
    const due = await this.database.repo(MailingEntity).find({
      select: { id: true },
      where: { state: 'scheduled', sendAt: LessThanOrEqual(this.clock.now()) },
      order: { sendAt: 'ASC', id: 'ASC' },
      take: BATCH,
    });
    const failures: unknown[] = [];
    for (const { id } of due) await this.sendScheduled(id).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} mailings could not be sent.`);
  }

  private async sendScheduled(id: string): Promise<void> {
    await this.database.transaction(async () => {
      const mailing = await this.database.repo(MailingEntity).findOneByOrFail({ id });
      const recipients = await this.send(mailing);
      if (recipients === null) return;
      await this.audit.record(SYSTEM, {
        action: `${mailing.kind}.go-out`,
        subjectKind: mailing.kind,
        subjectId: id,
        after: { ...traceOf(mailing), recipients, writtenById: mailing.writtenById },
      });
    });
  }

  /** Claims the mailing before anything that decides is read; null where it was changed, taken back or sent meanwhile. */
  private async send({ id, revision }: MailingEntity): Promise<number | null> {
    const mailings = this.database.repo(MailingEntity);
    const claimed = await mailings.update(
      { id, revision, state: 'scheduled' },
      { state: 'sent', sentAt: this.clock.now() },
    );
    if (claimed.affected !== 1) return null;
    const mailing = await mailings.findOneByOrFail({ id });
    const mails = await this.mailsOf(mailing);
    await mailings.update({ id }, { recipients: mails.length });
    await this.post.write(mailing.kind, id, mails);
    return mails.length;
  }

  private mailsOf(mailing: MailingEntity): Promise<MailOfMailing[]> {
    return mailing.kind === 'event-mail' ? this.eventMails.mailsOf(mailing) : this.programme.mailsOf(mailing);
  }
}
