import type { GainTable } from './gain-tables';
import { PDF_COLOURS, type PdfPages } from './pdf-pages';

const PADDING = 4;
const SIZE = 9;
/** The first column, which names its row, is as wide as so many others. */
const NAMING = 2.4;

/** A table with its caption; headings come again on each page, where screen readers skip them. */
export function drawTable(pages: PdfPages, parent: PDFKit.PDFStructureElement, table: GainTable): void {
  const { doc } = pages;
  const widths = columnWidths(pages.width, table.headings.length);
  const heights = [table.headings, ...table.rows].map((cells, index) => rowHeight(pages, cells, widths, index === 0));
  const [headingHeight = 0, firstHeight = 0] = heights;
  const element = doc.struct('Table');
  parent.add(element);
  pages.line(
    element,
    'Caption',
    table.caption,
    { size: 10, isBold: true, colour: PDF_COLOURS.teal, gap: 12 },
    headingHeight + firstHeight + 2 * PADDING,
  );
  doc.y += 2;
  drawRow(pages, element, table.headings, widths, headingHeight, true);
  for (const [index, cells] of table.rows.entries()) {
    const height = heights[index + 1] ?? 0;
    if (pages.makeRoom(height)) {
      pages.asideFromText('Pagination', () => {
        drawCells(pages, table.headings, widths, true, (_tag, draw) => draw());
      });
      rule(pages, headingHeight);
    }
    drawRow(pages, element, cells, widths, height, false);
  }
  element.end();
  for (const note of table.notes) pages.line(parent, 'P', note, { size: SIZE, colour: PDF_COLOURS.muted, gap: 4 });
}

function drawRow(
  pages: PdfPages,
  table: PDFKit.PDFStructureElement,
  cells: readonly string[],
  widths: readonly number[],
  height: number,
  isHeading: boolean,
): void {
  const row = pages.doc.struct('TR');
  table.add(row);
  drawCells(pages, cells, widths, isHeading, (scope, draw) => {
    // The scope is known to pdfkit, and not yet to its types.
    const options: PDFKit.Mixins.StructureElementOptions & { scope?: string } = scope === null ? {} : { scope };
    row.add(pages.doc.struct(scope === null ? 'TD' : 'TH', options, draw));
  });
  row.end();
  rule(pages, height);
}

/** Cells side by side from the present height, which stays. */
function drawCells(
  pages: PdfPages,
  cells: readonly string[],
  widths: readonly number[],
  isHeading: boolean,
  place: (scope: 'Column' | 'Row' | null, draw: () => void) => void,
): void {
  const { doc } = pages;
  const top = doc.y;
  let left = pages.left;
  for (const [index, cell] of cells.entries()) {
    const [x, width] = [left, widths[index] ?? 0];
    const isNaming = index === 0;
    place(isHeading ? 'Column' : isNaming ? 'Row' : null, () => {
      doc.font(isHeading ? pages.faces.bold : pages.faces.plain, SIZE).fillColor(PDF_COLOURS.ink);
      const align = isNaming ? 'left' : 'right';
      doc.text(cell.normalize('NFC'), x + PADDING, top + PADDING, { width: width - 2 * PADDING, align });
    });
    left += width;
  }
  doc.y = top;
}

function rowHeight(
  { doc, faces }: PdfPages,
  cells: readonly string[],
  widths: readonly number[],
  isHeading: boolean,
): number {
  doc.font(isHeading ? faces.bold : faces.plain, SIZE);
  const heights = cells.map((cell, index) =>
    doc.heightOfString(cell.normalize('NFC') || ' ', { width: (widths[index] ?? 0) - 2 * PADDING }),
  );
  return Math.max(...heights) + 2 * PADDING;
}

function rule(pages: PdfPages, height: number): void {
  const { doc } = pages;
  doc.y += height;
  pages.asideFromText('Layout', () => {
    doc
      .moveTo(pages.left, doc.y)
      .lineTo(pages.left + pages.width, doc.y)
      .lineWidth(0.5)
      .stroke(PDF_COLOURS.line);
  });
}

function columnWidths(width: number, columns: number): number[] {
  const share = width / (NAMING + columns - 1);
  return Array.from({ length: columns }, (_, index) => (index === 0 ? NAMING * share : share));
}
