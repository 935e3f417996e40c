import { beforeAll, describe, expect, it } from '@jest/globals';
import type {
  BookingView,
  MeView,
  MessageView,
  PractitionerDetailView,
  PractitionerView,
  ProblemView,
  RoleGrantView,
} from '@roundtable/contracts';
import { CompletionsService } from '@roundtable/elearning';
import { AuditEntryEntity, newId } from '@roundtable/platform';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

onTheProduct((product) => {
  let coordinator: Caller;
  let administrator: Caller;
  let owner: Caller;
  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    administrator = await product.person('administrator', { name: 'Ada Administrator' });
    owner = await product.person('system-owner');
  });
  const agencyId = async (lead: Caller) =>
    (await product.ask<{ id: string }[]>('GET', '/api/agencies', { as: lead })).body[0]!.id;
  const person = (id: string, as: Caller = administrator) =>
    product.ask<PractitionerDetailView & ProblemView>('GET', `/api/practitioners/${id}`, { as });
  const add = (as: Caller, body: Record<string, unknown>) =>
    product.ask<PractitionerView & ProblemView>('POST', '/api/practitioners', { as, body });
  const mailsTo = async (personId: string) =>
    (await product.ask<MessageView[]>('GET', `/api/messages?practitionerId=${personId}`, { as: administrator })).body;
  const lastAudit = (subjectId: string, action: string) =>
    product.database
      .repo(AuditEntryEntity)
      .findOne({ where: { subjectId, action }, order: { at: 'DESC', id: 'DESC' } });
  const day = (days: number) => new Date(product.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

  describe('a membership', () => {
    it('begins and ends on days, and what has ended stays to be seen', async () => {
      const lead = await product.person('agency-lead', { agency: 'Second Job' });
      const second = await agencyId(lead);
      const worker = await product.person('practitioner', { agency: 'First Job' });
      const joined = await product.ask<PractitionerDetailView>(
        'POST',
        `/api/practitioners/${worker.personId}/memberships`,
        {
          as: administrator,
          body: { agencyId: second, jobRole: 'Night warden', since: day(-30) },
        },
      );
      expect(joined.status).toBe(201);
      const membership = joined.body.memberships.find((one) => one.agencyId === second)!;
      expect(membership).toMatchObject({
        agencyName: 'Second Job',
        jobRole: 'Night warden',
        since: day(-30),
        until: null,
      });
      const again = await product.ask<ProblemView>('POST', `/api/practitioners/${worker.personId}/memberships`, {
        as: administrator,
        body: { agencyId: second },
      });
      expect([again.status, again.body.code]).toEqual([409, 'people.already-member']);
      expect((await person(worker.personId, lead)).body.memberships).toHaveLength(1);

      const end = (until: string) =>
        product.ask<PractitionerDetailView & ProblemView>('POST', `/api/memberships/${membership.id}/end`, {
          as: administrator,
          body: { until },
        });
      expect(Object.keys((await end(day(2))).body.errors ?? {})).toEqual(['until']);
      expect(Object.keys((await end(day(-31))).body.errors ?? {})).toEqual(['until']);
      expect(Object.keys((await end('2026-02-30')).body.errors ?? {})).toEqual(['until']);
      const ended = await end(day(-1));
      expect(ended.body.memberships.find(({ id }) => id === membership.id)?.until).toBe(day(-1));
      expect((await end(day(-1))).body.code).toBe('people.membership-ended');
      expect((await person(worker.personId, lead)).status).toBe(404);
    });

    it('lets a lead see people who work for another agency too, and nothing of that', async () => {
      const lead = await product.person('agency-lead', { agency: 'Sees One Half' });
      const own = await agencyId(lead);
      const worker = await product.person('practitioner', { agency: 'The Other Half' });
      expect((await person(worker.personId, lead)).status).toBe(404);
      await product.ask('POST', `/api/practitioners/${worker.personId}/memberships`, {
        as: administrator,
        body: { agencyId: own, since: day(-3) },
      });
      const other = await product.person('agency-lead', { agency: 'Joined Last' });
      await product.ask('POST', `/api/practitioners/${worker.personId}/memberships`, {
        as: administrator,
        body: { agencyId: await agencyId(other) },
      });
      const seen = await person(worker.personId, lead);
      expect(seen.body).toMatchObject({ agencyId: own, agencyName: 'Sees One Half' });
      expect(seen.body.memberships.map((one) => one.agencyId)).toEqual([own]);
      const list = await product.ask<PractitionerView[]>('GET', `/api/practitioners?id=${worker.personId}`, {
        as: lead,
      });
      expect(list.body.map((one) => one.agencyName)).toEqual(['Sees One Half']);
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 3 });
      const booked = await product.ask<BookingView>('POST', `/api/events/${eventId}/bookings`, {
        as: lead,
        body: { practitionerId: worker.personId },
      });
      expect([booked.status, booked.body.agencyName]).toEqual([201, 'Sees One Half']);
    });
  });

  describe('a lead', () => {
    const add = (as: Caller, body: Record<string, unknown>) =>
      product.ask<PractitionerView & ProblemView>('POST', '/api/practitioners', { as, body });
    /** Somebody who is known at one agency, and was added by the lead of another under a name of the lead's own. */
    const addedUnderAnotherName = async (agency: string) => {
      const email = `real${newId().slice(-6)}@person.example`;
      const worker = await product.person('practitioner', { email, name: 'Rhea Realname', agency: `Not ${agency}` });
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 3 });
      await completedBy(worker.personId);
      const lead = await product.person('agency-lead', { agency, name: 'Lena Lead' });
      const own = await agencyId(lead);
      const added = await add(lead, { name: 'Typed By Lead', email, agencyId: own, jobRole: 'Porter' });
      return { worker, lead, own, added, email, eventId };
    };
    const completedBy = (personId: string) =>
      product.app.get(CompletionsService).recordAttendance({
        personId,
        courseId: newId(),
        courseTitle: 'Secret course',
        validityMonths: null,
        bookingId: newId(),
        completedAt: product.clock.now(),
        snapshot: null,
      });
    const completionsOf = async (personId: string, as: Caller) =>
      (await product.ask<unknown[]>('GET', `/api/completions?practitionerId=${personId}`, { as })).body.length;
    const linkTo = async (personId: string) => {
      const mail = (await mailsTo(personId)).find(({ kind }) => kind === 'person-added')!;
      const { body } = await product.ask<{ text: string }>('GET', `/api/messages/${mail.id}`, { as: administrator });
      return /\/added\/[\w-]+/.exec(JSON.stringify(body))![0];
    };
    const press = (path: string, answer: string) =>
      product.ask('POST', path, {
        body: `answer=${answer}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });

    it('learns nothing of somebody they add who is known: neither name nor completions, in no list and no search', async () => {
      const { worker, lead, own, added, email, eventId } = await addedUnderAnotherName('Learns Nothing');
      const typed = { name: 'Typed By Lead', email, agencyId: own, jobRole: 'Porter', isUnconfirmed: true };
      expect([added.status, added.body]).toEqual([201, expect.objectContaining(typed)]);
      expect((await person(worker.personId, lead)).body).toMatchObject({ ...typed, area: null });
      const booked = await product.ask<BookingView>('POST', `/api/events/${eventId}/bookings`, {
        as: lead,
        body: { practitionerId: worker.personId },
      });
      expect([booked.status, booked.body.practitionerName]).toEqual([201, 'Typed By Lead']);
      for (const list of ['practitioners', 'bookings']) {
        const all = await product.ask(`GET`, `/api/${list}?_end=200`, { as: lead });
        expect([all.text.includes('Typed By Lead'), all.text.includes('Rhea')]).toEqual([true, false]);
        const searched = await product.ask('GET', `/api/${list}?q=rhea`, { as: lead });
        expect([searched.body, searched.headers['x-total-count']]).toEqual([[], '0']);
        expect((await product.ask<unknown[]>('GET', `/api/${list}?q=typed+by`, { as: lead })).body).toHaveLength(1);
      }
      expect(await completionsOf(worker.personId, lead)).toBe(0);
      expect((await person(worker.personId)).body).toMatchObject({ name: 'Rhea Realname' });
    });

    it('sees them as they are once they say by the mailed link that it is right; opening it changes nothing', async () => {
      const { worker, lead } = await addedUnderAnotherName('Is Right');
      const link = await linkTo(worker.personId);
      const opened = await product.ask('GET', link);
      expect([opened.status, opened.text.includes('Do you work for Is Right?')]).toEqual([200, true]);
      expect(opened.text).not.toContain('Rhea');
      expect((await person(worker.personId, lead)).body.name).toBe('Typed By Lead');
      const pressed = await press(link, 'right');
      expect([pressed.status, pressed.headers['location']]).toEqual([303, `${link}?done=yes`]);
      expect((await person(worker.personId, lead)).body).toMatchObject({ name: 'Rhea Realname', isUnconfirmed: false });
      expect(await completionsOf(worker.personId, lead)).toBe(1);
      expect((await lastAudit(worker.personId, 'membership.confirm'))?.actorId).toBe(worker.personId);
    });

    it('of two agencies goes on seeing as they are those who confirmed one of them', async () => {
      const email = `both${newId().slice(-6)}@person.example`;
      const worker = await product.person('practitioner', { agency: 'Both One', email, name: 'Bo Both' });
      const lead = await product.person('agency-lead', { agency: 'Both One' });
      const other = await agencyId(await product.person('agency-lead', { agency: 'Both Two' }));
      const grant = { personId: lead.personId, role: 'agency-lead', agencyId: other };
      await product.ask('POST', '/api/role-grants', { as: administrator, body: grant });
      await add(lead, { name: 'Typed By Lead', email, agencyId: other });
      expect((await person(worker.personId, lead)).body).toMatchObject({ name: 'Bo Both', isUnconfirmed: false });
      const alone = await product.person('practitioner');
      await product.ask('POST', '/api/role-grants', {
        as: administrator,
        body: { ...grant, personId: alone.personId },
      });
      expect((await person(worker.personId, alone)).body).toMatchObject({ name: 'Typed By Lead', isUnconfirmed: true });
    });

    it('sees them no more once they say that it is not right', async () => {
      const { worker, lead } = await addedUnderAnotherName('Is Wrong');
      const link = await linkTo(worker.personId);
      expect((await press(link, 'wrong')).status).toBe(303);
      expect((await person(worker.personId, lead)).status).toBe(404);
      expect((await product.ask('GET', link)).text).toContain('You are not listed for Is Wrong');
      await press(link, 'right');
      expect((await person(worker.personId, lead)).status).toBe(404);
      expect((await lastAudit(worker.personId, 'membership.refuse'))?.after).toMatchObject({
        until: expect.any(String) as unknown,
      });
      expect((await product.ask('GET', '/added/no-such-secret')).status).toBe(404);
    });

    it('ends memberships of their own agency, which is told to the person, and no other', async () => {
      const lead = await product.person('agency-lead', { agency: 'Ends Here', name: 'Lena Lead' });
      const worker = await product.person('practitioner', { agency: 'Ends Here' });
      const elsewhere = await product.person('practitioner', { agency: 'Not Ended' });
      const membershipOf = async (who: Caller) => (await person(who.personId)).body.memberships[0]!.id;
      const end = (id: string) =>
        product.ask<PractitionerDetailView & ProblemView>('POST', `/api/memberships/${id}/end`, {
          as: lead,
          body: { until: day(0) },
        });
      const id = await membershipOf(worker);
      const ended = await end(id);
      expect([ended.status, ended.body.memberships.map(({ until }) => until)]).toEqual([200, [day(0)]]);
      expect((await person(worker.personId, lead)).status).toBe(404);
      const mail = (await mailsTo(worker.personId)).find(({ kind }) => kind === 'membership-ended');
      const text = (await product.ask('GET', `/api/messages/${mail!.id}.eml`, { as: administrator })).text;
      for (const words of ['Lena Lead', 'Ends Here']) expect(text).toContain(words);
      expect((await lastAudit(worker.personId, 'membership.end'))?.actorId).toBe(lead.personId);
      expect((await end(await membershipOf(elsewhere))).status).toBe(404);
      expect((await person(elsewhere.personId)).body.memberships[0]!.until).toBeNull();
    });
  });

  describe('whoever is added or booked by another', () => {
    it('is told by mail who did it, what is held and why', async () => {
      const lead = await product.person('agency-lead', { agency: 'Telling Agency', name: 'Lena Lead' });
      const added = await add(lead, { name: 'Nia New', email: 'nia@telling.example', agencyId: await agencyId(lead) });
      expect(added.status).toBe(201);
      const [mail] = await mailsTo(added.body.id);
      expect(mail).toMatchObject({ kind: 'person-added', toAddress: 'nia@telling.example' });
      const text = (await product.ask('GET', `/api/messages/${mail!.id}.eml`, { as: administrator })).text;
      for (const words of ['Lena Lead', 'Telling Agency', 'We hold your name']) expect(text).toContain(words);
      const { eventId } = await publishedEvent(product, coordinator, { capacity: 1 });
      const body = { practitionerId: added.body.id };
      await product.ask('POST', `/api/events/${eventId}/bookings`, { as: lead, body });
      const booking = (await mailsTo(added.body.id)).find(({ kind }) => kind === 'booking-confirmed');
      expect((await product.ask('GET', `/api/messages/${booking!.id}.eml`, { as: administrator })).text).toContain(
        'Lena Lead',
      );
      const second = await add(lead, {
        name: 'Wes Wait',
        email: 'wes@telling.example',
        agencyId: await agencyId(lead),
      });
      await product.ask('POST', `/api/events/${eventId}/bookings`, {
        as: lead,
        body: { practitionerId: second.body.id },
      });
      const waiting = (await mailsTo(second.body.id)).find(({ kind }) => kind === 'booking-waitlisted');
      expect((await product.ask('GET', `/api/messages/${waiting!.id}.eml`, { as: administrator })).text).toContain(
        'Lena Lead',
      );
    });

    it('is told nothing without an address, and a lead adds to no other agency', async () => {
      const lead = await product.person('agency-lead', { agency: 'Adds Here' });
      const other = await product.person('agency-lead', { agency: 'Not Here' });
      const added = await add(lead, { name: 'Olive Offline', agencyId: await agencyId(lead), jobRole: 'Cook' });
      expect([added.status, await mailsTo(added.body.id)]).toEqual([201, []]);
      const refused = await add(lead, { name: 'Olive Offline', agencyId: await agencyId(other) });
      expect([refused.status, Object.keys(refused.body.errors ?? {})]).toEqual([422, ['agencyId']]);
    });

    it('becomes a member where the address is known, and the lead learns nothing of other agencies', async () => {
      const email = `known${newId().slice(-6)}@person.example`;
      const worker = await product.person('practitioner', { email, name: 'Kim Known', agency: 'Known Elsewhere' });
      const lead = await product.person('agency-lead', { agency: 'Adds The Known' });
      const wanted = { name: 'Kim', email: email.toUpperCase(), agencyId: await agencyId(lead), jobRole: 'Porter' };
      const added = await add(lead, wanted);
      expect([added.status, added.body.id]).toEqual([201, worker.personId]);
      expect(JSON.stringify([added.body, (await person(worker.personId, lead)).body])).not.toContain('Known Elsewhere');
      expect((await add(lead, wanted)).status).toBe(201);
      expect((await person(worker.personId)).body.memberships.filter(({ until }) => until === null)).toHaveLength(2);
      expect((await mailsTo(worker.personId)).filter(({ kind }) => kind === 'person-added')).toHaveLength(1);
      const staff = await add(administrator, wanted);
      expect([staff.status, staff.body.code]).toEqual([409, 'people.email-taken']);
    });
  });

  describe('a person', () => {
    it('is corrected by staff, with before and after in the log, and the former address is told', async () => {
      const email = `old${newId().slice(-6)}@person.example`;
      const worker = await product.person('practitioner', { email, name: 'Wrong Name' });
      const changed = await product.ask<PractitionerDetailView>('PATCH', `/api/practitioners/${worker.personId}`, {
        as: administrator,
        body: { name: 'Right Name', email: `NEW-${email}`, area: 'county' },
      });
      expect(changed.body).toMatchObject({ name: 'Right Name', email: `new-${email}`, area: 'county' });
      const entry = await lastAudit(worker.personId, 'person.change');
      expect([entry?.before, entry?.after]).toEqual([
        { name: 'Wrong Name', email, area: null },
        { name: 'Right Name', email: `new-${email}`, area: 'county' },
      ]);
      const told = (await mailsTo(worker.personId)).find(({ kind }) => kind === 'person-address-changed');
      expect(told?.toAddress).toBe(email);
      const lead = await product.person('agency-lead');
      const byLead = await product.ask('PATCH', `/api/practitioners/${worker.personId}`, {
        as: lead,
        body: { name: 'X' },
      });
      expect(byLead.status).toBe(403);
    });

    it('with a staff role gets a new address from a system owner only, and a taken one from nobody', async () => {
      const put = (as: Caller, id: string, email: string) =>
        product.ask<ProblemView>('PATCH', `/api/practitioners/${id}`, { as, body: { email } });
      const refused = await put(administrator, coordinator.personId, 'mine-now@person.example');
      expect([refused.status, refused.body.code]).toEqual([403, 'people.staff-address']);
      const email = `taken${newId().slice(-6)}@person.example`;
      await product.person('practitioner', { email });
      const other = await product.person();
      const taken = await put(administrator, other.personId, email);
      expect([taken.status, taken.body.code]).toEqual([409, 'people.email-taken']);
    });
  });

  describe('a role', () => {
    const grant = (as: Caller, body: Record<string, unknown>) =>
      product.ask<RoleGrantView & ProblemView>('POST', '/api/role-grants', { as, body });
    const rolesOf = async (who: Caller) => (await product.ask<MeView>('GET', '/api/me', { as: who })).body.roles;

    it('of a lead is given by an administrator, for one agency, once, and taken back', async () => {
      const lead = await product.person('agency-lead', { agency: 'To Be Led' });
      const agency = await agencyId(lead);
      const worker = await product.person();
      const reason = 'Took over from her predecessor';
      const body = { personId: worker.personId, role: 'agency-lead', agencyId: agency, reason };
      const given = await grant(administrator, body);
      expect([given.status, given.body]).toEqual([
        201,
        expect.objectContaining({ agencyName: 'To Be Led', groupId: null, reason }),
      ]);
      expect((await grant(administrator, body)).body.id).toBe(given.body.id);
      expect(await agencyId(worker)).toBe(agency);
      const list = await product.ask<RoleGrantView[]>(
        'GET',
        `/api/role-grants?personId=${worker.personId}&role=agency-lead`,
        {
          as: administrator,
        },
      );
      expect(list.body.map(({ id }) => id)).toEqual([given.body.id]);
      const entry = await lastAudit(worker.personId, 'role.grant');
      expect([entry?.actorId, entry?.after, entry?.reason]).toEqual([
        administrator.personId,
        { role: 'agency-lead', agencyId: agency, groupId: null },
        reason,
      ]);
      expect((await product.ask('DELETE', `/api/role-grants/${given.body.id}`, { as: administrator })).status).toBe(
        204,
      );
      expect(await rolesOf(worker)).not.toContain('agency-lead');
    });

    it('of staff is given by a system owner only, and of a lead or trainer not by one', async () => {
      const worker = await product.person();
      const body = { personId: worker.personId, role: 'coordinator' };
      for (const as of [administrator, coordinator])
        expect((await grant(as, body)).body).toMatchObject({ status: 403, code: 'roles.not-yours' });
      expect((await grant(owner, body)).status).toBe(201);
      expect(await rolesOf(worker)).toContain('coordinator');
      expect((await grant(owner, { personId: worker.personId, role: 'trainer' })).body.code).toBe('roles.not-yours');
      expect((await grant(administrator, { personId: worker.personId, role: 'trainer' })).status).toBe(201);
    });

    it('is never one of one’s own', async () => {
      expect((await grant(administrator, { personId: administrator.personId, role: 'trainer' })).body.code).toBe(
        'roles.own',
      );
      expect((await grant(owner, { personId: owner.personId, role: 'administrator' })).body.code).toBe('roles.own');
      const own = await product.ask<RoleGrantView[]>(
        'GET',
        `/api/role-grants?personId=${owner.personId}&role=system-owner`,
        {
          as: owner,
        },
      );
      const removed = await product.ask<ProblemView>('DELETE', `/api/role-grants/${own.body[0]!.id}`, { as: owner });
      expect([removed.status, removed.body.code]).toEqual([403, 'roles.own']);
    });

    it('is not given or listed by leads, trainers and practitioners', async () => {
      for (const role of ['agency-lead', 'trainer', 'practitioner'] as const) {
        const who = await product.person(role);
        expect((await grant(who, { personId: owner.personId, role: 'trainer' })).status).toBe(403);
        expect((await product.ask('GET', '/api/role-grants', { as: who })).status).toBe(403);
      }
    });

    it('of a group’s lead reaches every agency of the group and no other, as agencies come and go', async () => {
      const { body: group } = await product.ask<{ id: string }>('POST', '/api/agency-groups', {
        as: administrator,
        body: { name: 'Led Group', kind: 'nhs-trust' },
      });
      const members: { agencyId: string; worker: Caller }[] = [];
      for (const name of ['Led North', 'Led South', 'Led Nowhere']) {
        const lead = await product.person('agency-lead', { agency: name });
        members.push({
          agencyId: await agencyId(lead),
          worker: await product.person('practitioner', { agency: name }),
        });
      }
      const [north, south, nowhere] = members as [(typeof members)[0], (typeof members)[0], (typeof members)[0]];
      for (const { agencyId: id } of [north, south])
        await product.ask('PATCH', `/api/agencies/${id}`, { as: administrator, body: { groupId: group.id } });
      const lead = await product.person();
      await grant(administrator, { personId: lead.personId, role: 'agency-lead', groupId: group.id });
      const agencies = async () =>
        (await product.ask<{ id: string }[]>('GET', '/api/agencies', { as: lead })).body.map(({ id }) => id).sort();
      expect(await agencies()).toEqual([north.agencyId, south.agencyId].sort());
      const leads = await product.ask<RoleGrantView[]>('GET', `/api/role-grants?groupId=${group.id}`, {
        as: administrator,
      });
      expect(leads.body.map(({ personId, groupName }) => [personId, groupName])).toEqual([
        [lead.personId, 'Led Group'],
      ]);
      const people = await product.ask<PractitionerView[]>('GET', '/api/practitioners?_start=0&_end=200', { as: lead });
      const ids = people.body.map(({ id }) => id);
      expect([ids.includes(north.worker.personId), ids.includes(south.worker.personId)]).toEqual([true, true]);
      expect(ids).not.toContain(nowhere.worker.personId);
      expect((await person(nowhere.worker.personId, lead)).status).toBe(404);
      await product.ask('PATCH', `/api/agencies/${south.agencyId}`, { as: administrator, body: { groupId: null } });
      expect(await agencies()).toEqual([north.agencyId]);
    });

    it.each([
      [{ role: 'agency-lead' }, 'agencyId'],
      [{ role: 'trainer', agencyId: 'x' }, 'agencyId'],
      [{ role: 'agency-lead', agencyId: 'no-such-agency' }, 'agencyId'],
      [{ role: 'agency-lead', groupId: 'no-such-group' }, 'groupId'],
      [{ role: 'juggler' }, 'role'],
    ])('is refused as %p', async (body, field) => {
      const worker = await product.person();
      const answer = await grant(administrator, { personId: worker.personId, ...body });
      expect([answer.status, Object.keys(answer.body.errors ?? {})]).toEqual([422, [field]]);
    });
  });
});
