import { type Faces, dateInWords, drawable, facesFor } from '@roundtable/platform';
import PDFDocument from 'pdfkit';

/** What a certificate prints, in words. */
export interface CertificateSheet {
  name: string;
  courseTitle: string;
  /** Each day of the event. */
  days: string[];
  length: string | null;
  level: string | null;
  /** The guidance that was taught, with its edition. */
  editions: string[];
  renewal: string | null;
  code: string;
  checkUrl: string;
  issuedAt: Date;
  isDemonstration: boolean;
}

const COLOURS = { teal: '#0b5d5e', ink: '#0b2b2c', muted: '#5b6b70', amber: '#f2a33a' };
const MARGIN = 64;
const LABEL_WIDTH = 120;
/** More days than these are printed as the first and the last. */
const MOST_DAYS = 6;

/** The lines under the course's title: what is not known is left out. */
export function certificateFacts(sheet: CertificateSheet): { label: string; value: string }[] {
  const { days } = sheet;
  const listed = days.length > MOST_DAYS ? [`${days[0]} to ${days.at(-1)}`] : days;
  return [
    { label: days.length > 1 ? 'Dates' : 'Date', value: listed.join('\n') },
    { label: 'Length', value: sheet.length },
    { label: 'Level', value: sheet.level },
    { label: 'Guidance taught', value: sheet.editions.join('; ') },
    { label: 'Renew by', value: sheet.renewal },
    { label: 'Issued', value: dateInWords(sheet.issuedAt) },
    { label: 'Code', value: sheet.code },
    { label: 'Check it at', value: sheet.checkUrl },
  ].filter((fact): fact is { label: string; value: string } => Boolean(fact.value));
}

/** Draws a certificate as a tagged PDF in English (GB), A4 upright. */
export function drawCertificate(given: CertificateSheet): Promise<Buffer> {
  const sheet = {
    ...given,
    name: drawable(given.name),
    courseTitle: drawable(given.courseTitle),
    editions: given.editions.map(drawable),
  };
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: `Certificate of attendance: ${sheet.courseTitle}`,
      Author: 'Roundtable',
      Subject: `${sheet.name}, ${sheet.code}`,
      CreationDate: sheet.issuedAt,
    },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  fill(doc, sheet);
  doc.end();
  return done;
}

function fill(doc: PDFKit.PDFDocument, sheet: CertificateSheet): void {
  const faces = facesFor(wordsOf(sheet));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const add = (tag: string, draw: () => void, alt?: string): void => {
    root.add(doc.struct(tag, alt ? { alt } : {}, draw));
  };
  const line = (
    tag: string,
    text: string,
    style: { size: number; colour: string; isBold?: boolean; gap?: number },
  ): void =>
    add(tag, () => {
      doc.font(style.isBold ? faces.bold : faces.plain, style.size).fillColor(style.colour);
      doc.text(text, MARGIN, doc.y + (style.gap ?? 0), { lineGap: 2 });
    });

  add('Figure', () => drawMark(doc), 'Roundtable');
  if (sheet.isDemonstration) add('P', () => drawDemonstrationBand(doc, faces));
  line('H1', 'Certificate of attendance', { size: 30, colour: COLOURS.ink, isBold: true, gap: 30 });
  line('P', 'This is to say that', { size: 13, colour: COLOURS.muted, gap: 18 });
  line('P', sheet.name, { size: sizeFor(sheet.name, 28), colour: COLOURS.teal, isBold: true, gap: 8 });
  line('P', 'took part in the whole of', { size: 13, colour: COLOURS.muted, gap: 12 });
  line('H2', sheet.courseTitle, { size: sizeFor(sheet.courseTitle, 22), colour: COLOURS.ink, isBold: true, gap: 8 });
  drawRule(doc);
  for (const fact of certificateFacts(sheet)) {
    const top = doc.y + 6;
    const label = (): void => {
      doc.font(faces.bold, 12).fillColor(COLOURS.muted).text(fact.label, MARGIN, top, { width: LABEL_WIDTH });
    };
    const value = (): void => {
      doc
        .font(faces.plain, 12)
        .fillColor(COLOURS.ink)
        .text(fact.value, MARGIN + LABEL_WIDTH, top, { lineGap: 2 });
    };
    root.add(doc.struct('P', {}, [label, value]));
  }
  root.end();
}

/** Everything on the page that somebody typed. */
export function wordsOf({ name, courseTitle, level, editions }: CertificateSheet): string {
  return drawable([name, courseTitle, level ?? '', ...editions].join(' '));
}

/** Long text is set smaller, so that the page stays one page. */
function sizeFor(text: string, largest: number): number {
  if (text.length <= 60) return largest;
  return text.length <= 120 ? Math.round(largest * 0.75) : Math.round(largest * 0.6);
}

/** People round a table, one place taken. */
function drawMark(doc: PDFKit.PDFDocument): void {
  const [centreX, centreY, ring, dot] = [MARGIN + 20, MARGIN + 20, 16, 3.4];
  for (let place = 0; place < 8; place += 1) {
    const angle = (place * Math.PI) / 4 - Math.PI / 2;
    doc.circle(centreX + ring * Math.cos(angle), centreY + ring * Math.sin(angle), dot);
    if (place === 1) doc.fillAndStroke(COLOURS.teal, COLOURS.teal);
    else doc.lineWidth(1.3).stroke(COLOURS.teal);
  }
  doc.font('Helvetica-Bold', 22).fillColor(COLOURS.ink);
  doc.text('Roundtable', MARGIN + 52, MARGIN + 11);
  doc.y = MARGIN + 44;
}

function drawDemonstrationBand(doc: PDFKit.PDFDocument, faces: Faces): void {
  const top = doc.y + 20;
  doc.rect(MARGIN, top, doc.page.width - 2 * MARGIN, 28).fill(COLOURS.amber);
  doc.font(faces.bold, 12).fillColor(COLOURS.ink);
  doc.text('Demonstration: this certificate shows invented data', MARGIN + 12, top + 8);
  doc.y = top + 28;
}

/** A line that means nothing to a screen reader. */
function drawRule(doc: PDFKit.PDFDocument): void {
  const height = doc.y + 20;
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(MARGIN, height)
    .lineTo(doc.page.width - MARGIN, height)
    .lineWidth(1)
    .stroke(COLOURS.teal);
  doc.endMarkedContent();
  doc.y = height + 8;
}
