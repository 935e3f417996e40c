import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AgencyView, PractitionerView } from '@roundtable/contracts';
import { newId } from '@roundtable/platform';
import { type Caller, onTheProduct } from '../support/product';
import { Website } from '../support/website';

onTheProduct((product) => {
  let administrator: Caller;
  beforeAll(async () => {
    administrator = await product.person('administrator');
  });
  /** A browser in which the lead of an agency is signed in. */
  const leadOf = async (agency: string) => {
    const email = `lead${newId().slice(-6)}@person.example`;
    const lead = await product.person('agency-lead', { agency, email, name: `Lead of ${agency}` });
    const website = new Website(product);
    await website.signIn(email);
    return { ...lead, website };
  };
  const colleagues = async (as: Caller) =>
    (await product.ask<PractitionerView[]>('GET', '/api/practitioners?_end=200', { as })).body;

  describe('a lead on the website', () => {
    it('finds the people of their agency in the navigation, and of no other', async () => {
      const { website } = await leadOf('Seen Nursery');
      await product.person('practitioner', { agency: 'Seen Nursery', name: 'Sally Seen' });
      await product.person('practitioner', { agency: 'Unseen Nursery', name: 'Ursula Unseen' });
      expect((await website.get('/')).text).toContain('href="/my-agency"');
      const { text } = await website.get('/my-agency');
      for (const words of ['Seen Nursery', '2 people', 'Sally Seen']) expect(text).toContain(words);
      expect(text).not.toContain('Ursula');
      expect((await website.get('/my-agency?q=ursula')).text).toContain('Nobody matches');
    });

    it('adds somebody by name and email, with what is wrong at the field', async () => {
      const lead = await leadOf('Adding Nursery');
      const refused = await lead.website.post('/my-agency/add', { email: 'not an address' });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Error: Add somebody');
      const page = await lead.website.get('/my-agency/add');
      const agencyId = /name="agencyId" value="([^"]+)"/.exec(page.text)![1]!;
      const email = `nia${newId().slice(-6)}@adding.example`;
      const added = await lead.website.post('/my-agency/add', { name: 'Nia New', email, agencyId, jobRole: 'Cook' });
      expect([added.status, added.headers['location']]).toEqual([303, '/my-agency?done=added']);
      expect((await lead.website.get('/my-agency?done=added')).text).toContain('They are added');
      expect((await colleagues(lead)).map(({ name }) => name)).toContain('Nia New');
    });

    it('reads what somebody booked and completed, and takes them off the list after being asked once more', async () => {
      const lead = await leadOf('Ending Nursery');
      await product.person('practitioner', { agency: 'Ending Nursery', name: 'Elsie Ending' });
      const elsie = (await colleagues(lead)).find(({ name }) => name === 'Elsie Ending')!;
      const { text } = await lead.website.get(`/my-agency/people/${elsie.id}`);
      for (const words of ['Elsie Ending', 'Nothing is booked', 'not completed anything'])
        expect(text).toContain(words);
      const path = /\/my-agency\/people\/[^"]+\/end/.exec(text)![0];
      expect((await lead.website.get(path)).text).toContain('Does Elsie Ending no longer work for Ending Nursery?');
      expect((await colleagues(lead)).map(({ id }) => id)).toContain(elsie.id);
      const other = await leadOf('Other Nursery');
      expect((await other.website.get(`/my-agency/people/${elsie.id}`)).status).toBe(404);
      expect((await other.website.post(path)).status).toBe(404);
      expect((await lead.website.post(path)).headers['location']).toBe('/my-agency?done=ended');
      expect((await colleagues(lead)).map(({ id }) => id)).not.toContain(elsie.id);
      expect((await lead.website.post(path)).status).toBe(404);
    });

    it('of a group chooses among its agencies', async () => {
      const body = { name: 'Website Group', kind: 'other' };
      const group = (await product.ask<{ id: string }>('POST', '/api/agency-groups', { as: administrator, body })).body;
      for (const name of ['Group North', 'Group South']) {
        await product.person('practitioner', { agency: name, name: `Works in ${name}` });
        const [agency] = (
          await product.ask<AgencyView[]>('GET', `/api/agencies?q=${encodeURIComponent(name)}`, { as: administrator })
        ).body;
        const change = { as: administrator, body: { groupId: group.id } };
        await product.ask('PATCH', `/api/agencies/${agency!.id}`, change);
      }
      const email = `group${newId().slice(-6)}@person.example`;
      const lead = await product.person('practitioner', { email });
      const grant = { personId: lead.personId, role: 'agency-lead', groupId: group.id };
      await product.ask('POST', '/api/role-grants', { as: administrator, body: grant });
      const website = new Website(product);
      await website.signIn(email);
      const all = (await website.get('/my-agency')).text;
      for (const words of ['2 agencies', 'Works in Group North', 'Works in Group South']) expect(all).toContain(words);
      const north = /<option value="([^"]+)">Group North/.exec(all)![1];
      const some = (await website.get(`/my-agency?agency=${north}`)).text;
      expect([some.includes('Works in Group North'), some.includes('Works in Group South')]).toEqual([true, false]);
      expect((await website.get('/my-agency/add')).text).toContain('Choose the agency');
    });
  });

  it('is closed to practitioners, who have no way to it in the navigation', async () => {
    const email = `plain${newId().slice(-6)}@person.example`;
    await product.person('practitioner', { email });
    const website = new Website(product);
    await website.signIn(email);
    expect((await website.get('/')).text).not.toContain('/my-agency');
    expect((await website.get('/my-agency')).status).toBe(403);
  });
});
