import { beforeAll, describe, expect, it } from '@jest/globals';
import type { WordingPreviewView, MailWordingView, ProblemView } from '@roundtable/contracts';
import { AuditEntryEntity, Wordings, wordingProblems } from '@roundtable/platform';
import { Mailbox } from '../support/mailbox';
import { type Caller, onTheProduct, publishedEvent } from '../support/product';

const OWN = {
  subject: 'See you soon: {{course}}',
  opening: 'Hello {{name}}, <b>come</b> to {{place}}.\n\nTo do: {{missing}}.',
  action: 'Your booking',
  closing: '',
};

onTheProduct((product) => {
  let coordinator: Caller;
  let administrator: Caller;
  let eventId: string;

  const wording = async (id: string) =>
    (await product.ask<MailWordingView>('GET', `/api/mail-wordings/${id}`, { as: coordinator })).body;
  const change = (id: string, body: object, as = coordinator) =>
    product.ask<MailWordingView & ProblemView>('PATCH', `/api/mail-wordings/${id}`, { as, body });
  const restore = (id: string) =>
    product.ask<MailWordingView>('POST', `/api/mail-wordings/${id}/original`, { as: coordinator, body: {} });
  const book = async (email: string) => {
    const as = await product.person('practitioner', { email });
    const { body } = await product.ask<{ id: string }>('POST', `/api/events/${eventId}/bookings`, { as, body: {} });
    return { id: body.id, mail: await new Mailbox(product, email).newest('booking-confirmed') };
  };

  beforeAll(async () => {
    coordinator = await product.person('coordinator');
    administrator = await product.person('administrator');
    ({ eventId } = await publishedEvent(product, coordinator, { capacity: 20 }));
  });

  describe('the wording of a mail', () => {
    it('has an original that nothing is wrong with, whatever the mail', () => {
      const faults = product.app
        .get(Wordings)
        .all()
        .map((template) => [template.id, wordingProblems(template, template.original)])
        .filter(([, problems]) => Object.keys(problems as object).length > 0);
      expect(faults).toEqual([]);
    });

    it('goes out as the partnership wrote it, in text and as HTML, until it is the original again', async () => {
      const before = await book('first@wording.example');
      const saved = await change('booked', { ...OWN, version: 0 });
      expect([saved.status, saved.body.isOwn, saved.body.version]).toEqual([200, true, 1]);
      const { mail } = await book('second@wording.example');
      expect(mail.subject).toMatch(/^See you soon: /);
      expect(mail.textBody).toContain('Hello Percy Person');
      expect(mail.textBody).not.toContain('To do');
      expect(mail.htmlBody).toContain('&#60;b&#62;come&#60;/b&#62;');
      expect(mail.textBody).toContain('Booking reference: ');
      const back = await restore('booked');
      expect([back.status, back.body.isOwn, back.body.version]).toEqual([200, false, 0]);
      const after = await book('third@wording.example');
      expect(after.mail.subject).toBe(before.mail.subject);
      const trail = await product.database
        .repo(AuditEntryEntity)
        .find({ where: { subjectKind: 'mail-wording', actorId: coordinator.personId ?? '' }, order: { at: 'ASC' } });
      expect(trail.map(({ action }) => action)).toEqual(['mail-wording.change', 'mail-wording.restore']);
    });

    it.each([
      ['an unknown merge field', { opening: 'Come, {{dear}}' }, 'opening'],
      ['a merge field that is not closed', { closing: 'Come {{name' }, 'closing'],
      ['a second line in the subject', { subject: 'a\nBcc: b@c.example' }, 'subject'],
      ['a link without a name', { action: null }, 'action'],
    ])('is refused with %s, at its part, and nothing is kept', async (_, more, part) => {
      const refused = await change('cancelled', { ...OWN, opening: 'x', ...more, version: 0 });
      expect([refused.status, Object.keys(refused.body.errors ?? {})]).toEqual([422, [part]]);
      expect((await wording('cancelled')).isOwn).toBe(false);
    });

    it('must say what the mail is for', async () => {
      const refused = await change('offered', { ...OWN, opening: 'A place is free.', version: 0 });
      expect(refused.body.errors?.['opening']).toBe('This mail must say {{until}}: until when to answer');
    });

    it('is not written over by somebody who read an older one', async () => {
      const { body } = await change('lapsed', { ...OWN, opening: 'One', version: 0 });
      expect((await change('lapsed', { ...OWN, opening: 'Two', version: body.version })).status).toBe(200);
      for (const version of [0, 1]) {
        const late = await change('lapsed', { ...OWN, opening: 'Late', version });
        expect([late.status, late.body.code]).toEqual([409, 'wordings.changed-meanwhile']);
      }
      expect((await wording('lapsed')).opening).toBe('Two');
    });

    it('is read by the administrator and changed by the coordinator alone', async () => {
      expect((await change('booked', { ...OWN, version: 0 }, administrator)).status).toBe(403);
      const list = await product.ask<MailWordingView[]>('GET', '/api/mail-wordings?q=waiting&_end=200', {
        as: administrator,
      });
      expect(list.body.map(({ id }) => id)).toEqual(expect.arrayContaining(['waitlisted', 'place-became-free']));
      expect((await product.ask('GET', '/api/mail-wordings/nothing', { as: administrator })).status).toBe(404);
    });

    it('is shown as a named delegate would read it, and nothing goes out', async () => {
      const { id, mail } = await book('preview@wording.example');
      const boxed = (await new Mailbox(product, 'preview@wording.example').all()).length;
      const { original } = await wording('cancelled');
      const shown = await product.ask<WordingPreviewView>('POST', '/api/mail-wordings/cancelled/preview', {
        as: administrator,
        body: { ...original, bookingId: id },
      });
      expect(shown.status).toBe(200);
      const facts = (text: string) => text.split('\n').filter((line) => /^(Course|When|Where|Booking)/.test(line));
      expect(facts(shown.body.text)).toEqual(facts(mail.textBody));
      expect(shown.body.text).toContain(`Dear ${shown.body.toName}`);
      expect(shown.body.toName).toBe(mail.toName);
      expect((await new Mailbox(product, 'preview@wording.example').all()).length).toBe(boxed);
    });
  });
});
