import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config';
import { Database } from '../../database';
import { traceOf } from '../../http/trace-of';
import { Jobs } from '../../jobs/jobs.service';
import { Settings } from '../../settings/settings.service';
import { MessageEntity } from '../message.entity';
import { noSuchAddress, refusedForGood } from '../sending-rules';
import { BouncedAddresses } from './bounced-addresses.service';
import { type DeliveryReport, deliveryReport } from './delivery-report';
import { type MailboxMark, readReports } from './training-mailbox';

const READ_UP_TO = 'returnedMail.readUpTo';
const EVERY_SECONDS = 300;

/** Mail that was sent and came back: read from the training mailbox where one is set. */
@Injectable()
export class ReturnedMail implements OnModuleInit {
  private readonly logger = new Logger('ReturnedMail');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly jobs: Jobs,
    private readonly bounced: BouncedAddresses,
  ) {}

  onModuleInit(): void {
    if (!this.config.bounceImapUrl) return;
    this.jobs.register({ name: 'outbox.read-returned-mail', everySeconds: EVERY_SECONDS, run: () => this.read() });
  }

  /** Reads what is new. A mailbox that cannot be read is tried again the next time. */
  async read(): Promise<void> {
    if (!this.config.bounceImapUrl) return;
    const last = await this.settings.read<MailboxMark | null>(READ_UP_TO, null);
    try {
      const mark = await readReports(this.config.bounceImapUrl, last, (source) => this.take(source));
      await this.settings.write(READ_UP_TO, mark);
    } catch (error) {
      this.logger.error('The mailbox of returned mail could not be read.', traceOf(error));
    }
  }

  /** Whether a mail is a report about one of our messages; what it says is carried out once. */
  private async take(source: Buffer): Promise<boolean> {
    const report = await deliveryReport(source);
    if (!report) return false;
    const id = /^<([0-9a-f-]{36})@/.exec(report.messageId)?.[1];
    const message = id ? await this.database.repo(MessageEntity).findOneBy({ id, messageId: report.messageId }) : null;
    if (!message) return false;
    if (report.isGivenUp && message.toAddress !== '') await this.cameBack(message, report);
    return true;
  }

  private async cameBack({ id, toAddress }: MessageEntity, report: DeliveryReport): Promise<void> {
    const { said, isAddressAtFault } = report;
    const lastError = isAddressAtFault ? noSuchAddress(said) : refusedForGood(said);
    await this.database.transaction(async () => {
      // Only of a message that counts as sent: a report that is read again must not mark an address that works again.
      const done = await this.database
        .repo(MessageEntity)
        .update({ id, state: 'sent' }, { state: 'failed', lastError });
      if (done.affected && isAddressAtFault) await this.bounced.mark(toAddress, said);
    });
  }
}
