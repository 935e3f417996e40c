import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CertificateCheckView, GuidanceView } from '@roundtable/contracts';
import { CertificateEntity } from '@roundtable/evaluations';
import { AuditEntryEntity } from '@roundtable/platform';
import { attendedEvent } from '../support/attended-event';
import { type Caller, onTheProduct } from '../support/product';
import { Website } from '../support/website';

const hasTools = spawnSync('pdftotext', ['-v']).error === undefined;

onTheProduct((product) => {
  let coordinator: Caller;
  let holder: Caller;
  let eventId: string;
  let bookingId: string;

  const pdf = async (as = holder) => {
    const response = await product.app
      .getHttpAdapter()
      .getInstance()
      .inject({
        url: `/api/bookings/${bookingId}/certificate.pdf`,
        headers: { authorization: `Bearer ${as.token}` },
      });
    return { status: response.statusCode, content: response.rawPayload };
  };
  const codes = async (): Promise<string[]> =>
    (await product.database.repo(CertificateEntity).find({ where: { bookingId }, order: { issue: 'ASC' } })).map(
      ({ code }) => code,
    );
  const check = async (code: string) =>
    (await product.ask<CertificateCheckView>('GET', `/api/certificates/${code}`)).body;
  const statuses = async () => Promise.all((await codes()).map(async (code) => (await check(code)).status));
  const rename = (name: string) =>
    product.ask('PATCH', `/api/practitioners/${holder.personId}`, { as: coordinator, body: { name } });
  const mark = (attendance: 'present' | 'absent') =>
    product.ask('PUT', `/api/events/${eventId}/register`, {
      as: coordinator,
      body: { entries: [{ bookingId, attendance }] },
    });
  const page = async () => {
    const browser = new Website(product);
    await browser.signIn('holder@certificates.example');
    return browser.get(`/my-training/bookings/${bookingId}/certificate`);
  };

  beforeAll(async () => {
    product.clock.set('2026-02-02T09:00:00Z');
    coordinator = await product.person('coordinator');
    holder = await product.person('practitioner', { name: 'Zsófia Exmaple', email: 'holder@certificates.example' });
    const document = await product.ask<GuidanceView>('POST', '/api/guidance', {
      as: coordinator,
      body: { title: 'Working Together', edition: '2023' },
    });
    const guidanceEditionIds = document.body.editions.map(({ id }) => id);
    const course = { level: '3', hours: 3, validityMonths: 36, guidanceEditionIds };
    const held = await attendedEvent(product, coordinator, [holder], { title: 'Neglect', course });
    [eventId, bookingId] = [held.eventId, held.bookingIds[0]!];
  }, 60_000);

  describe('a certificate', () => {
    it('says hours, level, edition of guidance and renewal, in a tagged PDF with title and language', async () => {
      const { status, content } = await pdf();
      expect(status).toBe(200);
      if (!hasTools) return;
      const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
      const file = join(folder, 'certificate.pdf');
      writeFileSync(file, content);
      const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/ +/g, ' ');
      const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
      const structure = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' });
      rmSync(folder, { recursive: true });
      for (const fact of [
        ...['Zsófia Exmaple', 'Neglect', 'Monday 16 February 2026', 'Length 3 hours', 'Level 3'],
        ...['Guidance taught Working Together, 2023', 'Renew by Friday 16 February 2029'],
      ])
        expect(text).toContain(fact);
      expect(text).not.toMatch(/qualif|complian/i);
      expect(info).toMatch(/Title:\s+Certificate of attendance: Neglect/);
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Pages:\s+1\n/);
      expect(structure).toMatch(/Document[\s\S]*H1[\s\S]*"Certificate of attendance"[\s\S]*H2[\s\S]*"Neglect"/);
      expect(content.toString('latin1')).toContain('/Lang (en-GB)');
    });

    it('has a page of its own for its holder, and for nobody else', async () => {
      const { status, text } = await page();
      expect(status).toBe(200);
      for (const fact of [
        'Zsófia Exmaple',
        '3 hours',
        'Working Together, 2023',
        'Friday 16 February 2029',
        'certificate.pdf',
      ])
        expect(text).toContain(fact);
      const browser = new Website(product);
      await product.person('practitioner', { email: 'other@certificates.example' });
      await browser.signIn('other@certificates.example');
      expect((await browser.get(`/my-training/bookings/${bookingId}/certificate`)).status).toBe(404);
    });

    it('is checked by anybody: course, date, state and initials, and nothing more', async () => {
      const [code = ''] = await codes();
      expect(await check(code)).toEqual({
        code,
        courseTitle: 'Neglect',
        date: '2026-02-16',
        status: 'valid',
        initials: 'ZE',
      });
    });

    it('is withdrawn when the register is corrected, and valid again when it is corrected back', async () => {
      expect((await mark('absent')).status).toBe(200);
      expect([await statuses(), (await pdf()).status]).toEqual([['withdrawn'], 409]);
      await mark('present');
      expect([await statuses(), (await pdf()).status]).toEqual([['valid'], 200]);
      expect(await codes()).toHaveLength(1);
    });

    it('is issued again after a change of name; the former one says that it was replaced', async () => {
      expect((await rename('Zsófia Example')).status).toBe(200);
      expect(await statuses()).toEqual(['valid']);
      await Promise.all([pdf(), pdf(), pdf(coordinator)]);
      expect(await statuses()).toEqual(['replaced', 'valid']);
      await pdf();
      const [former, latest] = await codes();
      expect(await codes()).toHaveLength(2);
      expect((await product.ask('GET', `/certificates/${former}`)).text).toContain('This certificate was replaced');
      const entries = await product.database.repo(AuditEntryEntity).findBy({ action: 'certificate.replace' });
      expect(entries.map(({ subjectId, before, after }) => [subjectId, before, after])).toEqual([
        [bookingId, { code: former }, { code: latest }],
      ]);
      await mark('absent');
      expect(await statuses()).toEqual(['withdrawn', 'withdrawn']);
      await mark('present');
    });

    it('is a page where the PDF cannot draw the name, which says so and never prints boxes', async () => {
      await rename('محمد علي');
      const refused = await product.ask('GET', `/api/bookings/${bookingId}/certificate.pdf`, { as: holder });
      expect([refused.status, refused.body['code'], refused.body['detail']]).toEqual([
        409,
        'certificates.not-drawn',
        { letters: ['م', 'ح', 'د', 'ع', 'ل', 'ي'] },
      ]);
      const { status, text } = await page();
      expect(status).toBe(200);
      expect(text).toContain('<bdi>محمد علي</bdi>');
      expect(text).toContain('Print this page instead');
      expect(text).not.toContain('certificate.pdf');
    });
  });
});
