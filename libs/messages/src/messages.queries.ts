import { BookingEntity } from '@roundtable/bookings';
import { Inject, Injectable } from '@nestjs/common';
import type { MessageDetailView, MessageView } from '@roundtable/contracts';
import {
  type Actor,
  CONFIG,
  type Config,
  Database,
  MessageEntity,
  Page,
  found,
  isOffice,
  mimeOf,
  notFound,
  windowOf,
  withoutSecret,
} from '@roundtable/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { MessageListQuery } from './message.dto';
import { messageView } from './message.view';

const SORTS = {
  createdAt: 'message.createdAt',
  toName: 'message.toName',
  kind: 'message.kind',
  subject: 'message.subject',
  state: 'message.state',
  id: 'message.id',
};

/** What was or will be sent, exactly; for the office. */
@Injectable()
export class MessageQueries {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(actor: Actor, query: MessageListQuery): Promise<Page<MessageView>> {
    const window = windowOf(query, SORTS, { sort: 'createdAt', order: 'DESC' });
    const rows = this.visibleTo(actor);
    if (query.id) rows.andWhere('message.id IN (:...ids)', { ids: query.id });
    if (query.bookingId) rows.andWhere('message.regarding = :bookingId', { bookingId: query.bookingId });
    if (query.eventId) rows.andWhere('booking.eventId = :eventId', { eventId: query.eventId });
    if (query.practitionerId) rows.andWhere('message.personId = :personId', { personId: query.practitionerId });
    if (query.mailingId) rows.andWhere('message.mailingId = :mailingId', { mailingId: query.mailingId });
    if (query.state) rows.andWhere('message.state = :state', { state: query.state });
    if (query.q)
      rows.andWhere('(LOWER(message.toName) LIKE :q OR message.toAddress LIKE :q OR LOWER(message.subject) LIKE :q)', {
        q: `%${query.q.toLowerCase()}%`,
      });
    const total = await rows.getCount();
    const views = await this.views(
      rows.orderBy(window.sort, window.order).addOrderBy('message.id', 'DESC').offset(window.skip).limit(window.take),
    );
    return new Page(views, total);
  }

  async one(actor: Actor, id: string): Promise<MessageDetailView> {
    const views = await this.views(this.visibleTo(actor).andWhere('message.id = :id', { id }));
    const [headers = ''] = (await this.eml(actor, id)).toString('utf8').split('\r\n\r\n');
    return { ...found(views[0]), headers: headers.replaceAll('\r\n', '\n') };
  }

  /** The whole mail as it goes out. */
  async eml(actor: Actor, id: string): Promise<Buffer> {
    if (!isOffice(actor)) throw notFound();
    return mimeOf(withoutSecret(found(await this.database.repo(MessageEntity).findOneBy({ id }))), this.config);
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<MessageEntity> {
    if (!isOffice(actor)) throw notFound();
    return this.database
      .repo(MessageEntity)
      .createQueryBuilder('message')
      .leftJoin(BookingEntity, 'booking', 'booking.id = message.regarding')
      .where('1 = 1');
  }

  private async views(rows: SelectQueryBuilder<MessageEntity>): Promise<MessageView[]> {
    const { entities, raw } = await rows
      .select('message')
      .addSelect('booking.id', 'bookingId')
      .getRawAndEntities<{ bookingId: string | null }>();
    return entities.map((message, index) => messageView(withoutSecret(message), raw[index]?.bookingId ?? null));
  }
}
