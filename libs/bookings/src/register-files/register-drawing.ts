import { facesFor } from '@roundtable/platform';
import PDFDocument from 'pdfkit';
import type { RegisterSheet } from './register-sheet';

const MARGIN = 40;
const PADDING = 5;
const INK = '#0b2b2c';
const RULE = '#5b6b70';
/** Name and agency are wider than the columns that are ticked. */
const WEIGHTS = { name: 3, agency: 3, other: 1.6 };

/** Draws a register as a tagged PDF in English (GB), A4 across: a table with its headings on every page. */
export function drawRegister(sheet: RegisterSheet): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: `Register: ${sheet.title}`, Author: 'Roundtable' },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  fill(doc, normalised(sheet));
  doc.end();
  return done;
}

function normalised({ title, when, headings, rows }: RegisterSheet): RegisterSheet {
  return {
    title: title.normalize('NFC'),
    when,
    headings,
    rows: rows.map((row) => row.map((cell) => cell.normalize('NFC'))),
  };
}

function fill(doc: PDFKit.PDFDocument, sheet: RegisterSheet): void {
  const faces = facesFor([sheet.title, sheet.when, ...sheet.rows.flat()].join(''));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const line = (tag: string, text: string, face: string, size: number): void => {
    root.add(doc.struct(tag, {}, () => void doc.font(face, size).fillColor(INK).text(text, { lineGap: 2 })));
  };
  line('H1', `Register: ${sheet.title}`, faces.bold, 18);
  line('P', sheet.when, faces.plain, 11);
  doc.y += 10;

  const table = doc.struct('Table');
  root.add(table);
  const widths = widthsOf(doc, sheet.headings.length);
  const draw = (cells: readonly string[], tag: 'TH' | 'TD'): void => {
    doc.font(tag === 'TH' ? faces.bold : faces.plain, 10);
    const height = Math.max(
      ...cells.map((cell, index) => doc.heightOfString(cell || ' ', { width: (widths[index] ?? 0) - 2 * PADDING })),
    );
    const row = doc.struct('TR');
    table.add(row);
    const top = doc.y;
    let left = MARGIN;
    for (const [index, cell] of cells.entries()) {
      const [x, width] = [left, widths[index] ?? 0];
      row.add(
        doc.struct(tag, {}, () => {
          doc.fillColor(INK).text(cell, x + PADDING, top + PADDING, { width: width - 2 * PADDING });
        }),
      );
      left += width;
    }
    row.end();
    doc.y = top + height + 2 * PADDING;
    rule(doc, doc.y);
  };
  draw(sheet.headings, 'TH');
  for (const cells of sheet.rows) {
    if (doc.y > doc.page.height - MARGIN - 45) {
      doc.addPage();
      draw(sheet.headings, 'TH');
    }
    draw(cells, 'TD');
  }
  table.end();
  root.end();
}

function widthsOf(doc: PDFKit.PDFDocument, columns: number): number[] {
  const weights = Array.from({ length: columns }, (_, index) => [WEIGHTS.name, WEIGHTS.agency][index] ?? WEIGHTS.other);
  const share = (doc.page.width - 2 * MARGIN) / weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight * share);
}

/** A line that means nothing to a screen reader. */
function rule(doc: PDFKit.PDFDocument, height: number): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(MARGIN, height)
    .lineTo(doc.page.width - MARGIN, height)
    .lineWidth(0.5)
    .stroke(RULE);
  doc.endMarkedContent();
}
