import { beforeAll, describe, expect, it } from '@jest/globals';
import { AgenciesService, AgencyProposals } from '@roundtable/agencies';
import type { AgencyDetailView, AgencyHistoryEntry, ProblemView, SectorView } from '@roundtable/contracts';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

onTheProduct((product) => {
  let coordinator: Caller;
  let administrator: Caller;
  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    administrator = await product.person('administrator', { name: 'Ada Administrator' });
  });
  const agency = async (name: string, more: Record<string, unknown> = {}) =>
    (
      await product.ask<AgencyDetailView>('POST', '/api/agencies', {
        as: administrator,
        body: { name, sector: 'housing', ...more },
      })
    ).body;
  const change = <Body = AgencyDetailView>(id: string, body: Record<string, unknown>, as: Caller = administrator) =>
    product.ask<Body>('PATCH', `/api/agencies/${id}`, { as, body });

  describe('an agency', () => {
    it('is changed in everything that is known of it, and keeps its history', async () => {
      const { id } = await agency('Riverside Homes', { emailDomain: 'Riverside.example' });
      const group = await product.ask<{ id: string }>('POST', '/api/agency-groups', {
        as: administrator,
        body: { name: 'Trentside Trust', kind: 'academy-trust' },
      });
      const changed = await change(id, {
        sector: 'education',
        feeType: 'maintained',
        emailDomains: ['homes.example', 'Riverside.example'],
        groupId: group.body.id,
        approval: 'lead',
        urn: '122859',
        ofstedNumber: 'ey123456',
        odsCode: 'rx1',
        headcounts: [
          { year: '2026-27', headcount: 140 },
          { year: '2025-26', headcount: 120 },
        ],
      });
      expect(changed.status).toBe(200);
      expect(changed.body).toMatchObject({
        sector: 'education',
        emailDomain: 'homes.example',
        emailDomains: ['homes.example', 'riverside.example'],
        groupName: 'Trentside Trust',
        approval: 'lead',
        urn: '122859',
        ofstedNumber: 'EY123456',
        odsCode: 'RX1',
        headcounts: [
          { year: '2025-26', headcount: 120 },
          { year: '2026-27', headcount: 140 },
        ],
      });
      const one = await product.ask<AgencyDetailView>('GET', `/api/agencies/${id}`, { as: administrator });
      expect(one.body).toEqual(changed.body);
      const history = await product.ask<AgencyHistoryEntry[]>('GET', `/api/agencies/${id}/history`, {
        as: administrator,
      });
      expect(history.body.map(({ byName }) => byName)).toEqual(['Ada Administrator', 'Ada Administrator']);
      expect(history.body.map(({ action, byId }) => [action, byId])).toEqual([
        ['agency.change', administrator.personId],
        ['agency.create', administrator.personId],
      ]);
      expect(history.body[0]?.before).toMatchObject({ sector: 'housing', approval: 'off', urn: null });
      expect(history.body[0]?.after).not.toHaveProperty('name');
    });

    it('empties what may be empty and leaves what is not named', async () => {
      const { id } = await agency('Emptied');
      await change(id, { urn: '122859', odsCode: 'RX1' });
      expect((await change(id, { urn: null })).body).toMatchObject({ urn: null, odsCode: 'RX1' });
    });

    it.each([
      [{ urn: '12285' }, 'urn'],
      [{ ofstedNumber: 'XX123456' }, 'ofstedNumber'],
      [{ odsCode: 'R-1' }, 'odsCode'],
      [{ emailDomains: ['not a domain'] }, 'emailDomains'],
      [{ emailDomains: ['nhs.net'] }, 'emailDomains'],
      [{ headcounts: [{ year: '2026-28', headcount: 1 }] }, 'headcounts'],
      [{ approval: 'sometimes' }, 'approval'],
      [{ groupId: 'no-such-group' }, 'groupId'],
      [{ sector: 'astrology' }, 'sector'],
      [{ name: null }, 'name'],
    ])('refuses %p at its field', async (body, field) => {
      const { id } = await agency(`Refused ${JSON.stringify(body)}`);
      const answer = await change<ProblemView>(id, body);
      expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, [field]]);
    });

    it('does not take the name of another', async () => {
      await agency('Taken Name');
      const { id } = await agency('Free Name');
      const answer = await change<ProblemView>(id, { name: 'TAKEN  name' });
      expect([answer.status, answer.body.code]).toEqual([409, 'agencies.name-taken']);
    });

    it('is seen by its lead alone among leads, changed by nobody but the office, and its history not at all', async () => {
      const own = await product.person('agency-lead', { agency: 'Led One' });
      const other = await product.person('agency-lead', { agency: 'Led Two' });
      const { id } = (await product.ask<{ id: string }[]>('GET', '/api/agencies', { as: own })).body[0]!;
      expect((await product.ask('GET', `/api/agencies/${id}`, { as: own })).status).toBe(200);
      expect((await product.ask('GET', `/api/agencies/${id}`, { as: other })).status).toBe(404);
      expect((await change(id, { approval: 'off' }, own)).status).toBe(403);
      expect((await product.ask('GET', `/api/agencies/${id}/history`, { as: own })).status).toBe(403);
    });
  });

  describe('a proposed agency', () => {
    it('comes once for a name, in the sector that was named or else in other, and is accepted by the office', async () => {
      const agencies = product.app.get(AgenciesService);
      const first = await agencies.propose('Sunny Days Club', 'faith');
      expect((await agencies.propose('sunny  days CLUB')).id).toBe(first.id);
      const other = await agencies.propose('Odd Jobs', 'no such sector');
      const waiting = await product.ask<AgencyDetailView[]>('GET', '/api/agencies?status=proposed', {
        as: administrator,
      });
      expect(waiting.body.map(({ name, sector, status }) => [name, sector, status])).toEqual([
        ['Odd Jobs', 'other', 'proposed'],
        ['Sunny Days Club', 'faith', 'proposed'],
      ]);
      const accepted = await product.ask<AgencyDetailView>('POST', `/api/agencies/${other.id}/acceptance`, {
        as: administrator,
      });
      expect([accepted.status, accepted.body.status]).toEqual([200, 'accepted']);
    });

    it('is not proposed to others; accepted ones are, by the whole domain, and none for a public one', async () => {
      const proposals = product.app.get(AgencyProposals);
      const known = await agency('Domain Agency', { emailDomain: 'domain.example' });
      const shared = await agency('A Second Service', { emailDomain: 'domain.example' });
      const names = async (email: string) => (await proposals.forEmail(email)).map(({ id }) => id);
      expect(await names('Somebody@DOMAIN.example')).toEqual([shared.id, known.id]);
      expect(await names('somebody@sub.domain.example')).toEqual([]);
      expect(await names('somebody@gmail.com')).toEqual([]);
      expect(await names('no address')).toEqual([]);
      const claimed = await product.app.get(AgenciesService).propose('Claims A Domain');
      await change(claimed.id, { emailDomains: ['claimed.example'] });
      expect(await names('a@claimed.example')).toEqual([]);
    });
  });

  describe('an import of agencies', () => {
    const put = (rows: string) => {
      const text = `--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\nname,sector,email_domain,fee_type\n${rows}\r\n--b--\r\n`;
      return product.ask<Record<string, unknown>>('POST', '/api/imports/agencies', {
        as: coordinator,
        body: text as unknown as object,
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      });
    };

    it('puts its domain first, keeps the others, and changes nothing the second time', async () => {
      expect((await put('Imported,housing,one.example,staff')).body).toMatchObject({ created: 1 });
      const { id } = (await product.ask<{ id: string }[]>('GET', '/api/agencies?q=imported', { as: coordinator }))
        .body[0]!;
      await change(id, { emailDomains: ['one.example', 'two.example'] });
      expect((await put('Imported,housing,one.example,staff')).body).toMatchObject({ unchanged: 1 });
      expect((await put('Imported,housing,,staff')).body).toMatchObject({ unchanged: 1 });
      expect((await put('Imported,housing,new.example,staff')).body).toMatchObject({ updated: 1 });
      const one = await product.ask<AgencyDetailView>('GET', `/api/agencies/${id}`, { as: coordinator });
      expect(one.body.emailDomains).toEqual(['new.example', 'two.example']);
    });
  });

  describe('sectors', () => {
    const add = (body: Record<string, unknown>, as = coordinator) =>
      product.ask<SectorView & ProblemView>('POST', '/api/sectors', { as, body });

    it('are read by everybody as rows of a tree, in their order', async () => {
      const all = await product.ask<SectorView[]>('GET', '/api/sectors?_start=0&_end=200');
      const parent = all.body.find(({ name }) => name === 'education')!;
      expect(all.body.filter(({ parentId }) => parentId === parent.id).map(({ name }) => name)).toContain('academy');
      expect(all.body.map(({ position }) => position)).toEqual(
        all.body.map(({ position }) => position).sort((one, other) => one - other),
      );
      expect(Object.keys(all.body[0]!).sort()).toEqual(['id', 'name', 'parentId', 'position']);
    });

    it('stand on two levels, with names that differ, and are kept by the coordinator', async () => {
      const parent = (await add({ name: 'libraries' })).body;
      const child = (await add({ name: 'mobile libraries', parentId: parent.id })).body;
      expect(child.parentId).toBe(parent.id);
      const third = await add({ name: 'a third level', parentId: child.id });
      expect([third.status, Object.keys(third.body.errors ?? {})]).toEqual([422, ['parentId']]);
      expect((await add({ name: 'Libraries' })).body.code).toBe('sectors.name-taken');
      expect((await add({ name: 'by an administrator' }, administrator)).status).toBe(403);
      const moved = await product.ask<SectorView>('PATCH', `/api/sectors/${child.id}`, {
        as: coordinator,
        body: { name: 'library buses', position: 3 },
      });
      expect(moved.body).toMatchObject({ name: 'library buses', position: 3, parentId: parent.id });
    });

    it('are put in another order within one level, whole or not at all', async () => {
      const parent = (await add({ name: 'theatres' })).body;
      const [first, second] = [
        (await add({ name: 'puppet theatres', parentId: parent.id })).body,
        (await add({ name: 'open-air theatres', parentId: parent.id })).body,
      ];
      const put = (ids: string[], as = coordinator) =>
        product.ask<SectorView[] & ProblemView>('PUT', '/api/sectors/order', { as, body: { ids } });
      const namesBelow = async () =>
        (await product.ask<SectorView[]>('GET', '/api/sectors?_start=0&_end=200')).body
          .filter(({ parentId }) => parentId === parent.id)
          .map(({ name }) => name);
      expect((await put([second.id, first.id])).status).toBe(200);
      expect(await namesBelow()).toEqual(['open-air theatres', 'puppet theatres']);
      for (const wrong of [[first.id], [first.id, first.id], [first.id, parent.id], [first.id, second.id, parent.id]])
        expect(Object.keys((await put(wrong)).body.errors ?? {})).toEqual(['ids']);
      expect((await put([first.id, second.id], administrator)).status).toBe(403);
      const all = (await product.ask<SectorView[]>('GET', '/api/sectors?_start=0&_end=200')).body;
      const top = all.filter(({ parentId }) => parentId === null).map(({ id }) => id);
      const moved = await put([parent.id, ...top.filter((id) => id !== parent.id)]);
      expect(moved.body.slice(0, 3).map(({ name }) => name)).toEqual([
        'theatres',
        'open-air theatres',
        'puppet theatres',
      ]);
      expect(moved.body.map(({ position }) => position)).toEqual(moved.body.map((_, index) => index + 1));
    });

    it('are removed only when unused, and say what uses them', async () => {
      const parent = (await add({ name: 'museums' })).body;
      const child = (await add({ name: 'small museums', parentId: parent.id })).body;
      await agency('A Museum', { sector: 'small museums' });
      const remove = (id: string) => product.ask<ProblemView>('DELETE', `/api/sectors/${id}`, { as: coordinator });
      const used = await remove(child.id);
      expect([used.status, used.body.code, used.body.detail]).toEqual([409, 'sectors.in-use', { agencies: 1 }]);
      expect((await remove(parent.id)).body.detail).toEqual({ sectors: 1 });
      const kept = (await add({ name: 'galleries' })).body;
      await publishedEvent(product, coordinator, {
        capacity: 5,
        more: { keptPlaces: [{ sector: 'galleries', places: 2, releaseDays: 7 }] },
      });
      expect((await remove(kept.id)).body.detail).toEqual({ keptPlaces: 1 });
      const free = (await add({ name: 'archives' })).body;
      expect((await remove(free.id)).status).toBe(204);
    });

    it('carry a new name to live bookings, so that kept places still count them', async () => {
      const sector = (await add({ name: 'theatres' })).body;
      await agency('A Theatre', { sector: 'theatres' });
      const { eventId } = await publishedEvent(product, coordinator, {
        capacity: 2,
        more: { keptPlaces: [{ sector: 'theatres', places: 1, releaseDays: 7 }] },
      });
      const book = async (who: Caller) =>
        (await product.ask<{ status: string }>('POST', `/api/events/${eventId}/bookings`, { as: who, body: {} })).body
          .status;
      expect(await book(await product.person('practitioner', { agency: 'A Theatre' }))).toBe('confirmed');
      await product.ask('PATCH', `/api/sectors/${sector.id}`, { as: coordinator, body: { name: 'stages' } });
      expect(await book(await product.person())).toBe('confirmed');
    });
  });

  describe('a group', () => {
    it('is not removed while an agency belongs to it or somebody leads it', async () => {
      const made = await product.ask<{ id: string }>('POST', '/api/agency-groups', {
        as: administrator,
        body: { name: 'Kept Group' },
      });
      const { id } = made.body;
      const remove = () => product.ask<ProblemView>('DELETE', `/api/agency-groups/${id}`, { as: administrator });
      const member = await agency('Member Of A Group');
      await change(member.id, { groupId: id });
      expect((await remove()).body).toMatchObject({ code: 'agencies.group-in-use', detail: { agencies: 1 } });
      await change(member.id, { groupId: null });
      const lead = await product.person();
      const grant = await product.ask<{ id: string }>('POST', '/api/role-grants', {
        as: administrator,
        body: { personId: lead.personId, role: 'agency-lead', groupId: id },
      });
      expect([grant.status, (await remove()).body.code]).toEqual([201, 'agencies.group-in-use']);
      await product.ask('DELETE', `/api/role-grants/${grant.body.id}`, { as: administrator });
      expect((await remove()).status).toBe(204);
    });

    it('is listed to leads of its agencies and to no other lead', async () => {
      const { body: group } = await product.ask<{ id: string }>('POST', '/api/agency-groups', {
        as: administrator,
        body: { name: 'Seen Group' },
      });
      const inside = await product.person('agency-lead', { agency: 'Inside' });
      const outside = await product.person('agency-lead', { agency: 'Outside' });
      const { id } = (await product.ask<{ id: string }[]>('GET', '/api/agencies', { as: inside })).body[0]!;
      await change(id, { groupId: group.id });
      const seen = async (as: Caller) =>
        (await product.ask<{ id: string }[]>('GET', '/api/agency-groups', { as })).body.map((one) => one.id);
      expect([await seen(inside), await seen(outside)]).toEqual([[group.id], []]);
    });
  });
});
