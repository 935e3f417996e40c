import { createHash } from 'node:crypto';
import { In, LessThanOrEqual } from 'typeorm';
import type { Clock } from '../clock';
import { type Database, newId, newSecret } from '../database';
import { LinkEntity } from './link.entity';

const BATCH = 500;

/** SHA-256 of a secret of 128 bits or more, as it is kept. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Secret addresses in mails. Reading one changes nothing, so a scanner that opens it does no harm. */
export class Links {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Makes a link and answers its secret, which is not kept. `holder` is for links that end with what their reader may do. */
  async make(purpose: string, subjectId: string, expiresAt: Date, holder: string | null = null): Promise<string> {
    const secret = newSecret();
    await this.database
      .repo(LinkEntity)
      .insert({ id: newId(), purpose, subjectId, tokenHash: hashOf(secret), expiresAt, holder });
    return secret;
  }

  /** Makes a link about each of these in one statement; answers the secrets by what they are about. */
  async makeEach(purpose: string, subjectIds: readonly string[], expiresAt: Date): Promise<Map<string, string>> {
    const secrets = new Map(subjectIds.map((subjectId) => [subjectId, newSecret()]));
    const rows = [...secrets].map(([subjectId, secret]) => ({
      id: newId(),
      purpose,
      subjectId,
      tokenHash: hashOf(secret),
      expiresAt,
    }));
    for (let start = 0; start < rows.length; start += BATCH)
      await this.database.repo(LinkEntity).insert(rows.slice(start, start + BATCH));
    return secrets;
  }

  /** What the link is about; null for a secret that is unknown, expired or made for something else. */
  async subjectOf(purpose: string, secret: string): Promise<string | null> {
    return (await this.find(purpose, secret))?.subjectId ?? null;
  }

  /** The same, with whom it was mailed to. */
  async find(purpose: string, secret: string): Promise<Pick<LinkEntity, 'subjectId' | 'holder'> | null> {
    const link = await this.database.repo(LinkEntity).findOneBy({ tokenHash: hashOf(secret) });
    return link && link.purpose === purpose && link.expiresAt > this.clock.now() ? link : null;
  }

  /** Whether a text names a link of these that has run out. */
  async hasSpent(text: string): Promise<boolean> {
    const secrets = [...text.matchAll(/https?:\/\/\S+\/([\w-]{32})(?=\s|$)/g)].map((match) => match[1] ?? '');
    if (secrets.length === 0) return false;
    return this.database
      .repo(LinkEntity)
      .existsBy({ tokenHash: In(secrets.map(hashOf)), expiresAt: LessThanOrEqual(this.clock.now()) });
  }

  /** Takes back every link about these, or those made for one purpose. */
  async forget(subjectIds: readonly string[], purpose?: string): Promise<void> {
    if (subjectIds.length > 0)
      await this.database.repo(LinkEntity).delete({ subjectId: In([...subjectIds]), ...(purpose && { purpose }) });
  }
}
