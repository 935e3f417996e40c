import { describe, expect, it } from '@jest/globals';
import { type CertificateSheet, certificateFacts, drawCertificate } from './certificate-drawing';
import { facesFor, lettersNotDrawn } from '@roundtable/platform';

function aSheet(facts: Partial<CertificateSheet> = {}): CertificateSheet {
  return {
    name: 'Amélie O’Brien',
    courseTitle: 'Neglect',
    days: ['Wednesday 18 February 2026'],
    length: '3 hours',
    level: '3',
    editions: ['Working Together to Safeguard Children, 2023'],
    renewal: 'Sunday 18 February 2029',
    code: 'RT-7K3M-9QXB',
    checkUrl: 'http://localhost:3000/certificates/RT-7K3M-9QXB',
    issuedAt: new Date('2026-02-20T09:00:00Z'),
    isDemonstration: false,
    ...facts,
  };
}

async function source(sheet: CertificateSheet): Promise<string> {
  return (await drawCertificate(sheet)).toString('latin1');
}

const pages = (pdf: string): number => pdf.match(/\/Type \/Page\b/g)?.length ?? 0;

describe('drawCertificate', () => {
  it('is a tagged PDF of one page in English, with a title', async () => {
    const pdf = await source(aSheet());
    expect(pdf.slice(0, 8)).toBe('%PDF-1.7');
    expect(pdf).toContain('/Marked true');
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Lang (en-GB)');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('/S /H1');
    expect(pdf).toContain('/Alt (Roundtable)');
    expect(pages(pdf)).toBe(1);
  });

  it('keeps the longest names and titles on one page', async () => {
    const days = Array.from({ length: 6 }, () => 'Wednesday 30 September 2026');
    const pdf = await source(
      aSheet({ name: 'Wilhelmina '.repeat(18), courseTitle: 'Safeguarding '.repeat(15), days, isDemonstration: true }),
    );
    expect(pages(pdf)).toBe(1);
  });

  it.each(['Łukasz Żółć', 'Ștefan Țurcanu', 'Nguyễn Thị Hằng', 'Олена Шевченко'])(
    'embeds a font for %s',
    async (name) => {
      expect(await source(aSheet({ name }))).toContain('SourceSans3');
    },
  );
});

describe('facesFor', () => {
  it('uses the built-in face where it can show the name', () => {
    expect(facesFor('Zoë Müller-Ñuñez’s “best” – šž').plain).toBe('Helvetica');
  });
});

describe('lettersNotDrawn', () => {
  it.each(['Łukasz Żółć', 'Nguyễn Thị Hằng', 'Олена Шевченко', 'Ελένη Παππά', 'Zoë Müller'])(
    'are none in %s',
    (name) => {
      expect(lettersNotDrawn(name)).toEqual([]);
    },
  );

  it.each([
    ['محمد علي', ['م', 'ح', 'د', 'ع', 'ل', 'ي']],
    ['王芳 Fang', ['王', '芳']],
    ['שרה', ['ש', 'ר', 'ה']],
  ])('are those of %s that would be boxes', (name, letters) => {
    expect(lettersNotDrawn(name)).toEqual(letters);
  });
});

describe('certificateFacts', () => {
  it('prints hours, level, renewal, code and where to check it', () => {
    expect(certificateFacts(aSheet()).map(({ label }) => label)).toEqual([
      'Date',
      'Length',
      'Level',
      'Guidance taught',
      'Renew by',
      'Issued',
      'Code',
      'Check it at',
    ]);
  });

  it('leaves out what is not known', () => {
    const facts = certificateFacts(aSheet({ length: null, level: null, editions: [], renewal: null }));
    expect(facts.map(({ label }) => label)).toEqual(['Date', 'Issued', 'Code', 'Check it at']);
  });

  it('prints many days as the first and the last', () => {
    const days = Array.from({ length: 8 }, (_, day) => `day ${day + 1}`);
    expect(certificateFacts(aSheet({ days }))[0]).toEqual({ label: 'Dates', value: 'day 1 to day 8' });
  });
});
