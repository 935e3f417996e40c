import { Injectable } from '@nestjs/common';
import type { MorningListView } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import { BouncedAddressEntity, Database, MessageEntity, storedInstant } from '@roundtable/platform';
import { MOST_LINES } from './morning-rules';

/** What became of mails, as far as somebody has to do something about it. */
@Injectable()
export class MorningMessageQueries {
  constructor(private readonly database: Database) {}

  async failed(): Promise<MorningListView['failedMessages']> {
    const [rows, total] = await this.database.repo(MessageEntity).findAndCount({
      select: { id: true, subject: true, toName: true, lastError: true },
      where: { state: 'failed' },
      order: { createdAt: 'DESC' },
      take: MOST_LINES,
    });
    return { total, lines: rows.map(({ id, subject, toName, lastError }) => ({ id, subject, toName, lastError })) };
  }

  /** The last to be marked first. */
  async bouncedAddresses(): Promise<MorningListView['bouncedAddresses']> {
    const rows = this.database
      .repo(PersonEntity)
      .createQueryBuilder('person')
      .innerJoin(BouncedAddressEntity, 'mark', 'mark.address = person.email')
      .where('person.mergedIntoId IS NULL AND person.erasedAt IS NULL');
    const total = await rows.getCount();
    const { entities, raw } = await rows
      .select(['person.id', 'person.name'])
      .addSelect('mark.markedAt', 'since')
      .orderBy('mark.markedAt', 'DESC')
      .addOrderBy('person.id')
      .limit(MOST_LINES)
      .getRawAndEntities<{ since: Date | string }>();
    return {
      total,
      lines: entities.map(({ id, name }, index) => ({
        id,
        name,
        since: storedInstant(raw[index]?.since ?? '').toISOString(),
      })),
    };
  }
}
