import { Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import type { Config } from '../config';
import type { Database } from '../database';
import { BouncedAddresses } from './bounces/bounced-addresses.service';
import { DomainRate, domainOf } from './domain-rate';
import { type Turn, inTurn } from './in-turn';
import type { MessageEntity } from './message.entity';
import { mailOf } from './mime';
import { carriesSecret } from './secret-mail';
import { type SendingPace, USUAL_PACE } from './sending-pace';
import { type Claimed, type DueMessage, SendingQueue } from './sending-queue';
import { type Outcome, backOff, leftTooOften, noSuchAddress, outcomeOf, putOff, quoted } from './sending-rules';
import { ServerPause } from './server-pause';
import { smtpTransport } from './smtp-transport';

const BATCH = 50;

/**
 * Sends what is queued, in the order in which it fell due. A message is claimed by a lease that is renewed while it is
 * on its way, sent, then marked: two workers alive never send one twice, and one that dies in between leads to one
 * sending more with the same Message-ID.
 */
export class OutboxWorker implements OnModuleDestroy {
  private readonly logger = new Logger('Outbox');
  private readonly pace: SendingPace;
  private readonly transport: Transporter | null;
  private readonly queue: SendingQueue;
  private readonly rate: DomainRate;
  private readonly pause: ServerPause;
  private readonly bounced: BouncedAddresses;

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    pace: Partial<SendingPace> = {},
  ) {
    this.pace = { ...USUAL_PACE, ...pace };
    this.transport = config.smtpUrl ? smtpTransport(config.smtpUrl, this.pace) : null;
    this.queue = new SendingQueue(database, this.pace);
    this.rate = new DomainRate(database, this.pace.now);
    this.pause = new ServerPause(this.pace.now);
    this.bounced = new BouncedAddresses(database);
  }

  /**
   * Sends everything that is due and answers how many were sent. Stops where the mail server cannot be used, and does
   * nothing until it is time to ask it again; stops between two messages once `stopping` says so.
   */
  async drain(stopping?: AbortSignal): Promise<number> {
    if (!this.transport) return 0;
    const mayGoOn = () => !stopping?.aborted && !this.pause.isOn;
    let sent = 0;
    while (mayGoOn()) {
      await this.queue.takeBackAbandoned();
      const due = await this.queue.due(BATCH, this.rate.full());
      if (due.length === 0) break;
      // One message finds out whether the server is back, before all of them run into it.
      const together = this.pause.isInDoubt ? due.slice(0, 1) : due;
      sent += await this.sendAll(together, this.transport, mayGoOn);
    }
    return sent;
  }

  /** Ends the connections that are kept open. */
  onModuleDestroy(): void {
    this.transport?.close();
  }

  private async sendAll(due: readonly DueMessage[], transport: Transporter, mayGoOn: () => boolean): Promise<number> {
    let sent = 0;
    const { lanes } = this.pace;
    await inTurn(due, { lanes, keyOf: ({ toAddress }) => toAddress, mayGoOn }, async (message, turn) => {
      if (await this.sendOne(message, turn, transport)) sent += 1;
    });
    return sent;
  }

  private async sendOne(due: DueMessage, turn: Turn, transport: Transporter): Promise<boolean> {
    if (!(await this.rate.take(domainOf(due.toAddress)))) return false;
    const mark = carriesSecret(due) ? null : await this.bounced.of(due.toAddress);
    const claimed = await this.queue.claim(due.id);
    if (!claimed) return false;
    const obstacle = mark ? noSuchAddress(`mail to it came back with ${mark.said}`) : leftTooOften(claimed.message);
    if (obstacle !== null) {
      await this.queue.markFailed(claimed, obstacle);
      return false;
    }
    const ending = await this.holding(claimed, (lost) => this.send(claimed.message, turn, transport, lost));
    if (ending.kind === 'sent') {
      if (this.pause.end()) this.logger.log('The mail server can be used again.');
      await this.queue.markSent(claimed);
      return true;
    }
    if (ending.kind === 'not-tried') await this.queue.release(claimed, claimed.message.lastError);
    else await this.settle(claimed, outcomeOf(ending.error, claimed.message.attempts), ending.error, transport);
    return false;
  }

  /** Renews the lease for as long as the work takes; `lost` is told where somebody else has the message now. */
  private async holding<Answer>(claimed: Claimed, work: (lost: AbortController) => Promise<Answer>): Promise<Answer> {
    const lost = new AbortController();
    const renewing = setInterval(() => {
      this.queue.renew(claimed).then(
        (isOurs) => (isOurs ? undefined : lost.abort()),
        () => this.logger.warn(`the lease of message ${claimed.message.id} could not be renewed`),
      );
    }, this.pace.renewMs);
    try {
      return await work(lost);
    } finally {
      clearInterval(renewing);
    }
  }

  /** Hands the message over when its turn comes; where that takes long, others need not wait for it. */
  private async send(
    message: MessageEntity,
    turn: Turn,
    transport: Transporter,
    lost: AbortController,
  ): Promise<{ kind: 'sent' } | { kind: 'not-tried' } | { kind: 'failed'; error: unknown }> {
    await turn.comes;
    if (this.pause.isOn || lost.signal.aborted) return { kind: 'not-tried' };
    const isSlow = setTimeout(turn.pass, this.pace.patienceMs);
    const tooLong = setTimeout(() => lost.abort(), this.pace.longestMs);
    try {
      await transport.sendMail({ ...mailOf(message, this.config), signal: lost.signal });
      turn.pass();
      return { kind: 'sent' };
    } catch (error) {
      return { kind: 'failed', error };
    } finally {
      clearTimeout(isSlow);
      clearTimeout(tooLong);
    }
  }

  private async settle(claimed: Claimed, outcome: Outcome, error: unknown, transport: Transporter): Promise<void> {
    const { id, attempts } = claimed.message;
    switch (outcome.kind) {
      case 'broken-off':
        if (!(await canBeUsed(transport))) return this.wait(claimed, outcome.code);
        return this.settle(
          claimed,
          putOff(`The connection broke off while this went out (${outcome.code}).`, attempts),
          error,
          transport,
        );
      case 'later':
        this.pause.end();
        this.logger.warn(`message ${id} waits for its next try: ${codeOf(error)}`);
        return this.queue.putOff(claimed, outcome.reason, backOff(attempts));
      case 'refused':
        this.pause.end();
        this.logger.warn(`message ${id} was not sent: ${codeOf(error)}`);
        return this.database.transaction(async () => {
          await this.queue.markFailed(claimed, outcome.reason);
          if (outcome.isAddressAtFault) await this.bounced.mark(claimed.message.toAddress, saidBy(error));
        });
    }
  }

  /** The server cannot be used by anybody, which is no fault of the message. */
  private async wait(claimed: Claimed, code: string): Promise<void> {
    if (this.pause.begin()) this.logger.warn(`the mail server cannot be used (${code}); all mail waits`);
    const reason = `The mail server could not be used (${code}). All mail waits and goes out by itself once it can.`;
    await this.queue.release(claimed, reason);
  }
}

/** Whether the server takes a connection, and our name and password where it asks for them. */
function canBeUsed(transport: Transporter): Promise<boolean> {
  return transport.verify().then(
    () => true,
    () => false,
  );
}

/** What may be logged of an error: never the server's words, which may repeat the address. */
function codeOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return responseCode ? `the mail server answered ${responseCode}` : (code ?? 'no reason was given');
}

function saidBy(error: unknown): string {
  return quoted((error as { response?: string }).response ?? '');
}
