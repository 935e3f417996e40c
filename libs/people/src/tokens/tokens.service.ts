import { Injectable } from '@nestjs/common';
import type { NewToken, NewTokenView, Permission, TokenView } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Page,
  Problem,
  found,
  hashOf,
  invalid,
  newId,
  newSecret,
  windowOf,
} from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { ApiTokenEntity } from '../api-token.entity';
import { PersonEntity } from '../person.entity';
import type { TokenListQuery } from './token.dto';
import { tokenView } from './token.view';

const SORTS = { createdAt: 'token.createdAt', name: 'token.name', lastUsedAt: 'token.lastUsedAt', id: 'token.id' };
const DAY_MS = 24 * 3600_000;

/** Bearer tokens for integrations: what they may be used for, until when, and when they were used. */
@Injectable()
export class TokensService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /**
   * A new token with its secret, which is told once and kept as a hash. One's own; a system owner makes them for
   * others too. A request that came with a token narrowed to something makes no token that is wider.
   */
  async make(actor: Actor, wanted: NewToken): Promise<NewTokenView> {
    const personId = wanted.personId ?? actor.personId ?? '';
    if (personId !== actor.personId && !isSystemOwner(actor)) throw new Problem('people.not-allowed');
    const person = await this.database.repo(PersonEntity).findOneBy({ id: personId, erasedAt: IsNull() });
    if (!person) throw invalid({ personId: 'There is no person with this id' });
    const scope = narrowed(actor, wanted.permissions ?? null);
    return this.database.transaction(async () => {
      const secret = `rt_${newSecret()}`;
      const token = this.database.repo(ApiTokenEntity).create({
        id: newId(),
        tokenHash: hashOf(secret),
        personId,
        name: wanted.name.trim(),
        scope,
        lastUsedAt: null,
        expiresAt: wanted.expiresInDays === undefined ? null : new Date(Date.now() + wanted.expiresInDays * DAY_MS),
        createdAt: this.clock.now(),
        revokedAt: null,
      });
      await this.database.repo(ApiTokenEntity).insert(token);
      await this.audit.record(actor, {
        action: 'token.create',
        subjectKind: 'person',
        subjectId: personId,
        after: { tokenId: token.id, permissions: scope, expiresAt: token.expiresAt?.toISOString() ?? null },
      });
      return { ...tokenView(token, person.name), token: secret };
    });
  }

  /** Ends a token at once; one that was revoked stays so. Not found where it is neither one's own nor a system owner asks. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const tokens = this.database.repo(ApiTokenEntity);
      const token = found(await tokens.findOneBy({ id }));
      found(token.personId === actor.personId || isSystemOwner(actor) ? token : null);
      const done = await tokens.update({ id, revokedAt: IsNull() }, { revokedAt: new Date() });
      if (done.affected)
        await this.audit.record(actor, {
          action: 'token.revoke',
          subjectKind: 'person',
          subjectId: token.personId,
          after: { tokenId: id },
        });
    });
  }

  /** Tokens that work and that were ended: one's own, or everybody's for a system owner. */
  async list(actor: Actor, query: TokenListQuery): Promise<Page<TokenView>> {
    const window = windowOf(query, SORTS, { sort: 'createdAt', order: 'DESC' });
    const rows = this.database
      .repo(ApiTokenEntity)
      .createQueryBuilder('token')
      .innerJoin(PersonEntity, 'person', 'person.id = token.personId')
      .where('1 = 1');
    if (!isSystemOwner(actor)) rows.andWhere('token.personId = :own', { own: actor.personId ?? '' });
    if (query.personId) rows.andWhere('token.personId = :personId', { personId: query.personId });
    if (query.id) rows.andWhere('token.id IN (:...ids)', { ids: query.id });
    if (query.q) rows.andWhere('LOWER(token.name) LIKE :q', { q: `%${query.q.toLowerCase()}%` });
    const total = await rows.getCount();
    const { entities, raw } = await rows
      .addSelect('person.name', 'personName')
      .orderBy(window.sort, window.order)
      .addOrderBy('token.id', window.order)
      .offset(window.skip)
      .limit(window.take)
      .getRawAndEntities<{ personName: string }>();
    return new Page(
      entities.map((token, index) => tokenView(token, raw[index]?.personName ?? '')),
      total,
    );
  }
}

function isSystemOwner(actor: Actor): boolean {
  return actor.roles.includes('system-owner');
}

/** What a new token may be used for: all that was asked, within what the asking token itself may be used for. */
function narrowed(actor: Actor, wanted: Permission[] | null): Permission[] | null {
  if (actor.scope === null) return wanted;
  const own = actor.scope;
  if (wanted === null || wanted.some((permission) => !own.includes(permission)))
    throw new Problem('tokens.out-of-scope');
  return wanted;
}
