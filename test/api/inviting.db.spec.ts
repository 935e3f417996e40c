import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BookingView, EventMixView, InvitationView, ProblemView } from '@roundtable/contracts';
import { AuditEntryEntity, MessageEntity, PersonalData, newId } from '@roundtable/platform';
import { Mailbox } from '../support/mailbox';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

onTheProduct((product) => {
  let coordinator: Caller;
  let eventId: string;
  const leads: Record<'acute' | 'health' | 'police' | 'booked' | 'holding', Caller & { email: string }> = {} as never;

  const lead = async (agency: string, sector: string) => {
    const email = `${newId().slice(-12)}@inviting.example`;
    return { ...(await product.person('agency-lead', { email, agency, sector, name: 'Lena Lead' })), email };
  };
  const invite = <Body = InvitationView>(body: Record<string, unknown>, as = coordinator, event = eventId) =>
    product.ask<Body>('POST', `/api/events/${event}/invitations`, { as, body });
  const mix = async () =>
    (await product.ask<EventMixView>('GET', `/api/events/${eventId}/mix`, { as: coordinator })).body.lines;
  const mailsTo = (email: string) =>
    product.database.repo(MessageEntity).findBy({ toAddress: email, kind: 'event-invitation' });

  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    leads.acute = await lead('Inviting Acute Trust', 'acute');
    leads.health = await lead('Inviting Health Board', 'health');
    leads.police = await lead('Inviting Force', 'police');
    leads.booked = await lead('Inviting Ambulance Service', 'ambulance');
    leads.holding = await lead('Inviting Commissioner', 'commissioner');
    const terms = { expectedMix: [{ sector: 'health', people: 4 }] };
    ({ eventId } = await publishedEvent(product, coordinator, { capacity: 10, title: 'Neglect', more: terms }));
    await product.ask<BookingView>('POST', `/api/events/${eventId}/bookings`, { as: leads.booked, body: {} });
    const [agency] = (
      await product.ask<{ id: string }[]>('GET', '/api/agencies?q=Inviting+Commissioner', { as: coordinator })
    ).body;
    const heldUntil = new Date(product.clock.now().getTime() + 7 * 24 * 3600_000).toISOString().slice(0, 10);
    const held = await product.ask('POST', `/api/events/${eventId}/team-places`, {
      as: coordinator,
      body: { agencyId: agency?.id, places: 2, heldUntil },
    });
    expect(held.status).toBe(201);
  });

  describe('the mix of an event', () => {
    it('sets places held beside those expected, sectors below and team places with them', async () => {
      expect(await mix()).toEqual([{ sector: 'health', people: 3, expected: 4, kept: null, invited: 0 }]);
    });
  });

  describe('inviting the leads of a sector', () => {
    it('writes to those of the sector and of sectors below it, whose agency has neither booking nor held places', async () => {
      const { status, body } = await invite({ sector: 'health', note: 'We would value a nurse.' });
      expect([status, body]).toEqual([200, { sector: 'health', invited: 2, invitedBefore: 0 }]);
      const mail = await new Mailbox(product, leads.acute.email).newest('event-invitation');
      expect(mail.subject).toContain('Neglect');
      expect(mail.textBody).toContain('We would value a nurse.');
      expect(await mailsTo(leads.health.email)).toHaveLength(1);
      for (const { email } of [leads.police, leads.booked, leads.holding]) expect(await mailsTo(email)).toEqual([]);
      const [entry] = await product.database
        .repo(AuditEntryEntity)
        .findBy({ subjectId: eventId, action: 'event.invite' });
      expect(entry).toMatchObject({ actorId: coordinator.personId, after: { sector: 'health', invited: 2 } });
      expect((await mix())[0]).toMatchObject({ sector: 'health', invited: 2 });
    });

    it('writes to nobody twice, and to whoever leads a new agency of the sector', async () => {
      await lead('Inviting Newcomer', 'primary care');
      const both = await Promise.all([invite({ sector: 'health' }), invite({ sector: 'health' })]);
      expect(both.map(({ body }) => body.invited).sort()).toEqual([0, 1]);
      expect(await mailsTo(leads.acute.email)).toHaveLength(1);
    });

    it('tells a person of their invitations, and forgets them with the person', async () => {
      const ownData = product.app.get(PersonalData);
      const sections = await ownData.exportOf(leads.acute.personId);
      expect(sections.find(({ title }) => title === 'Invitations to send somebody')?.rows).toMatchObject([
        { Sector: 'health' },
      ]);
      await product.database.transaction(() => ownData.forget(leads.acute.personId));
      expect((await mix())[0]).toMatchObject({ invited: 2 });
    });

    it('refuses an unknown sector at its field, a draft, and everybody but the office', async () => {
      const unknown = await invite<ProblemView>({ sector: 'alchemy' });
      expect([unknown.status, Object.keys(unknown.body.errors ?? {})]).toEqual([422, ['sector']]);
      const draft = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/duplication`, {
        as: coordinator,
      });
      expect((await invite<ProblemView>({ sector: 'health' }, coordinator, draft.body.id)).body.code).toBe(
        'bookings.closed',
      );
      expect((await invite({ sector: 'health' }, leads.police)).status).toBe(403);
    });
  });
});
