import { beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '@roundtable/contracts';
import { AccountsService } from '@roundtable/people';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

const HEADERS = ['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'];
const INJECTED = 'Bcc: everybody@evil.example';
const BREAKS = ['\r\n', '\n', '\r', '\u2028', '\u0085', '\r\n\r\n', '%0d%0a', '\\r\\n', '=0D=0A', '\v', '\f', '\0'];

onTheProduct((product) => {
  let coordinator: Caller;
  beforeAll(async () => {
    coordinator = await product.person('coordinator');
  });

  const mailsOf = async (practitionerId: string): Promise<MessageView[]> =>
    (await product.ask<MessageView[]>('GET', `/api/messages?practitionerId=${practitionerId}`, { as: coordinator }))
      .body;

  async function expectIntact(mail: MessageView, address: string): Promise<void> {
    const eml = await product.ask('GET', `/api/messages/${mail.id}.eml`, { as: coordinator });
    expect(eml.headers['content-disposition']).toBe('attachment; filename="message.eml"');
    expect(`${mail.subject}${mail.toName}${mail.toAddress}`).not.toMatch(/[\r\n\u2028\u2029]/);
    const parsed = await simpleParser(eml.text);
    expect([...parsed.headers.keys()].sort()).toEqual(HEADERS);
    expect([parsed.to].flat().flatMap((to) => to!.value.map((one) => one.address))).toEqual([address]);
    expect(parsed.subject).not.toMatch(/[\r\n]/);
    const head = eml.text.slice(0, eml.text.indexOf('\r\n\r\n'));
    expect(head).not.toMatch(/^(bcc|cc|reply-to|x-evil)\s*:/im);
    if (!mail.calendar) return;
    const calendar = new ICAL.Component(ICAL.parse(mail.calendar) as never);
    const events = calendar.getAllSubcomponents('vevent');
    expect(events).toHaveLength(1);
    expect(events[0]!.getAllSubcomponents()).toEqual([]);
    expect(events[0]!.getAllProperties('attendee')).toHaveLength(1);
    expect(String(events[0]!.getFirstPropertyValue('attendee')).toLowerCase()).toBe(`mailto:${address}`);
    expect(events[0]!.getAllProperties().map((property) => property.name)).not.toContain('x-evil');
    expect(calendar.getAllProperties().map((property) => property.name)).not.toContain('x-evil');
    for (const line of mail.calendar.split('\r\n')) expect(line).not.toMatch(/[\r\n\0]/);
  }

  describe('text with line breaks in it', () => {
    it.each(BREAKS)('becomes no header and no line of a calendar file: %j', async (lineBreak) => {
      const evil = `Neglect${lineBreak}${INJECTED}${lineBreak}X-EVIL:1${lineBreak}BEGIN:VALARM${lineBreak}END:VEVENT`;
      const address = `delegate${BREAKS.indexOf(lineBreak)}@person.example`;
      const venue = await product.ask<{ id: string }>('POST', '/api/venues', {
        as: coordinator,
        body: { name: evil, address: evil },
      });
      const { eventId } = await publishedEvent(product, coordinator, {
        capacity: 5,
        title: evil,
        more: { delivery: 'in-person', ...(venue.status === 201 && { venueId: venue.body.id }) },
        course: { code: `C${BREAKS.indexOf(lineBreak)}` },
      });
      const accounts = product.app.get(AccountsService);
      const personId = await accounts
        .createUser({
          email: address,
          name: evil,
          agency: 'Test Agency',
          role: 'practitioner',
          password: 'a long enough password',
        })
        .catch(async () =>
          accounts.createUser({
            email: address,
            name: 'Nora',
            agency: 'Test Agency',
            role: 'practitioner',
            password: 'a long enough password',
          }),
        );
      const person = { personId, token: await accounts.createToken(address) };
      const booking = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, {
        as: person,
        body: {},
      });
      expect(booking.status).toBe(201);
      await product.ask('POST', `/api/events/${eventId}/cancellation`, { as: coordinator, body: { reason: evil } });
      const mails = await mailsOf(personId);
      expect(mails.map((mail) => mail.kind)).toEqual(expect.arrayContaining(['booking-confirmed', 'event-cancelled']));
      expect(mails.some((mail) => mail.calendar)).toBe(true);
      for (const mail of mails) await expectIntact(mail, address);
    });

    it.each(BREAKS.slice(0, 3))('is refused in a name and an e-mail address: %j', async (lineBreak) => {
      const agencies = await product.ask<{ id: string }[]>('GET', '/api/agencies', { as: coordinator });
      for (const body of [
        { name: `Nora${lineBreak}${INJECTED}`, email: 'nora@person.example' },
        { name: 'Nora', email: `nora@person.example${lineBreak}${INJECTED}` },
        { name: 'Nora', email: `"nora${lineBreak}bcc:x"@person.example` },
        { name: 'Nora', email: `nora@person.example, everybody@evil.example` },
        { name: 'Nora', email: 'Nora <nora@person.example>' },
      ]) {
        const answer = await product.ask('POST', '/api/practitioners', {
          as: coordinator,
          body: { ...body, agencyId: agencies.body[0]!.id },
        });
        expect([body, answer.status]).toEqual([body, 422]);
      }
    });

    it('is refused as a header of an answer: no address of ours repeats what was sent', async () => {
      for (const path of [
        '/sign-in?returnTo=/%0d%0aSet-Cookie:%20x=y',
        '/%0d%0aX-Evil:%201',
        '/courses?q=%0d%0aX-Evil:1',
        '/my-training%0d%0aX-Evil:1',
      ]) {
        const answer = await product.ask('GET', path);
        expect([path, answer.headers['x-evil'], answer.headers['set-cookie']]).toEqual([path, undefined, undefined]);
        expect(String(answer.headers['location'] ?? '')).not.toMatch(/[\r\n]/);
      }
    });
  });
});
