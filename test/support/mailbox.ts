import { MessageEntity } from '@roundtable/platform';
import type { Product } from './product';

/** What lies in somebody's mailbox, as the product wrote it. */
export class Mailbox {
  constructor(
    private readonly product: Product,
    readonly address: string,
  ) {}

  async all(): Promise<MessageEntity[]> {
    return this.product.database
      .repo(MessageEntity)
      .find({ where: { toAddress: this.address }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  async newest(kind: string): Promise<MessageEntity> {
    const mail = (await this.all()).filter((message) => message.kind === kind).at(-1);
    if (!mail) throw new Error(`No ${kind} went to ${this.address}`);
    return mail;
  }

  /** The secret at the end of the mail's link. */
  async token(kind: string): Promise<string> {
    return /https?:\/\/\S+\/([\w-]{32})\s/.exec((await this.newest(kind)).textBody)?.[1] ?? '';
  }

  /** The path of the mail's link. */
  async path(kind: string): Promise<string> {
    return new URL(/(https?:\/\/\S+)/.exec((await this.newest(kind)).textBody)?.[1] ?? '').pathname;
  }

  /** The six-digit code, as it is typed. */
  async code(kind: string): Promise<string> {
    return (/(\d{3} \d{3})/.exec((await this.newest(kind)).textBody)?.[1] ?? '').replace(' ', '');
  }
}
