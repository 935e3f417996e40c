import { beforeAll, describe, expect, it } from '@jest/globals';
import type { NewTokenView, TokenView } from '@roundtable/contracts';
import { ApiTokenEntity } from '@roundtable/people';
import { AuditEntryEntity, IdempotentAnswerEntity, hashOf } from '@roundtable/platform';
import { type Caller, onTheProduct } from '../support/product';

const HOUR_MS = 3600_000;

onTheProduct((product) => {
  let coordinator: Caller;
  let owner: Caller;
  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    owner = await product.person('system-owner');
  });
  const make = (as: Caller, body: object, headers: Record<string, string> = {}) =>
    product.ask<NewTokenView & { code: string }>('POST', '/api/tokens', { as, body, headers });
  const by = ({ token, personId }: NewTokenView): Caller => ({ token, personId });
  const status = async (as: Caller, url: string) => (await product.ask('GET', url, { as })).status;
  const row = (id: string) => product.database.repo(ApiTokenEntity).findOneByOrFail({ id });

  describe('a token', () => {
    it('is told once, kept as a hash, and carries what its person may do', async () => {
      const made = await make(coordinator, { name: 'Power BI' });
      expect([made.status, /^rt_[\w-]{32}$/.test(made.body.token)]).toEqual([201, true]);
      expect((await row(made.body.id)).tokenHash).toBe(hashOf(made.body.token));
      expect(await status(by(made.body), '/api/messages')).toBe(200);
      const listed = await product.ask<TokenView[]>('GET', '/api/tokens', { as: coordinator });
      expect(listed.body.find(({ id }) => id === made.body.id)).toMatchObject({ name: 'Power BI', permissions: null });
      expect(listed.text).not.toContain(made.body.token);
      const entry = await product.database
        .repo(AuditEntryEntity)
        .findOneByOrFail({ action: 'token.create', actorId: coordinator.personId });
      expect(JSON.stringify(entry)).not.toContain(made.body.token);
    });

    it('that was made for something opens that alone', async () => {
      const { body } = await make(coordinator, { name: 'Bookings', permissions: ['bookings.read'] });
      expect(await status(by(body), '/api/bookings')).toBe(200);
      for (const url of ['/api/messages', '/api/me', '/api/events', '/api/tokens'])
        expect([url, await status(by(body), url)]).toEqual([url, 403]);
      const refused = await product.ask<{ code: string }>('GET', '/api/messages', { as: by(body) });
      expect(refused.body.code).toBe('tokens.out-of-scope');
    });

    it('carries nothing that its person may not do, whatever it was made for', async () => {
      const practitioner = await product.person();
      const { body } = await make(practitioner, { name: 'Hopeful', permissions: ['messages.read'] });
      expect(await status(by(body), '/api/messages')).toBe(403);
    });

    it('makes no token that is wider than itself', async () => {
      const narrow = await make(coordinator, { name: 'Narrow', permissions: ['tokens.write', 'bookings.read'] });
      const as = by(narrow.body);
      expect((await make(as, { name: 'All' })).body.code).toBe('tokens.out-of-scope');
      expect((await make(as, { name: 'More', permissions: ['messages.read'] })).body.code).toBe('tokens.out-of-scope');
      expect((await make(as, { name: 'Less', permissions: ['bookings.read'] })).status).toBe(201);
    });

    it('ends on its day', async () => {
      const { body } = await make(coordinator, { name: 'Short', expiresInDays: 1 });
      const inHours = (Date.parse(body.expiresAt!) - Date.now()) / HOUR_MS;
      expect(Math.round(inHours)).toBe(24);
      const expire = (at: number) =>
        product.database.repo(ApiTokenEntity).update({ id: body.id }, { expiresAt: new Date(at) });
      await expire(Date.now() + HOUR_MS);
      expect(await status(by(body), '/api/me')).toBe(200);
      await expire(Date.now() - 1000);
      expect(await status(by(body), '/api/me')).toBe(401);
    });

    it('says by the hour when it was last used', async () => {
      const { body } = await make(coordinator, { name: 'Used' });
      expect(body.lastUsedAt).toBeNull();
      await status(by(body), '/api/me');
      const first = (await row(body.id)).lastUsedAt!;
      expect(Math.abs(first.getTime() - Date.now())).toBeLessThan(60_000);
      const used = (agoMs: number) =>
        product.database.repo(ApiTokenEntity).update({ id: body.id }, { lastUsedAt: new Date(Date.now() - agoMs) });
      await used(HOUR_MS / 2);
      await status(by(body), '/api/me');
      expect(Date.now() - (await row(body.id)).lastUsedAt!.getTime()).toBeGreaterThan(HOUR_MS / 3);
      await used(HOUR_MS + 1000);
      await status(by(body), '/api/me');
      expect(Date.now() - (await row(body.id)).lastUsedAt!.getTime()).toBeLessThan(60_000);
    });

    it('is revoked by its person or a system owner, at once; for others it is not there', async () => {
      const { body } = await make(coordinator, { name: 'Gone' });
      const revoke = async (as: Caller) => (await product.ask('DELETE', `/api/tokens/${body.id}`, { as })).status;
      expect(await revoke(await product.person('administrator'))).toBe(404);
      expect(await status(by(body), '/api/me')).toBe(200);
      expect(await revoke(owner)).toBe(204);
      expect(await status(by(body), '/api/me')).toBe(401);
      expect(await revoke(coordinator)).toBe(204);
      const entries = await product.database.repo(AuditEntryEntity).findBy({ action: 'token.revoke' });
      expect(entries).toMatchObject([{ actorId: owner.personId, subjectId: coordinator.personId }]);
    });

    it('of somebody else is made and seen by a system owner alone', async () => {
      const wanted = { name: 'For the warehouse', personId: coordinator.personId };
      expect((await make(await product.person('administrator'), wanted)).status).toBe(403);
      const { body } = await make(owner, wanted);
      expect((await product.ask<{ id: string }>('GET', '/api/me', { as: by(body) })).body.id).toBe(
        coordinator.personId,
      );
      const seenBy = async (as: Caller) =>
        (await product.ask<TokenView[]>('GET', '/api/tokens?q=warehouse', { as })).body.length;
      expect([await seenBy(owner), await seenBy(coordinator), await seenBy(await product.person())]).toEqual([1, 1, 0]);
    });

    it('is never kept for a repeated request', async () => {
      const key = { 'idempotency-key': 'once' };
      const [first, second] = [
        await make(coordinator, { name: 'A' }, key),
        await make(coordinator, { name: 'A' }, key),
      ];
      expect(first.body.token).not.toBe(second.body.token);
      expect(JSON.stringify(await product.database.repo(IdempotentAnswerEntity).find())).not.toContain('rt_');
    });

    it.each([
      [{}, 'name'],
      [{ name: ' ' }, 'name'],
      [{ name: 'x', permissions: ['everything'] }, 'permissions'],
      [{ name: 'x', permissions: [] }, 'permissions'],
      [{ name: 'x', expiresInDays: 0 }, 'expiresInDays'],
      [{ name: 'x', expiresInDays: '7' }, 'expiresInDays'],
    ])('is refused at the field: %j', async (body, field) => {
      const answer = await make(coordinator, body);
      const { errors } = answer.body as unknown as { errors: Record<string, string> };
      expect([answer.status, Object.keys(errors)]).toEqual([422, [field]]);
    });
  });
});
