import { type ChartStatement, chartInWords } from '@roundtable/contracts';
import { drawChart, drawnChart } from './chart-on-pdf';
import { PDF_COLOURS, type PdfPages } from './pdf-pages';

/** A chart with its caption, and in words for whoever does not see it. */
export function drawFigure(
  pages: PdfPages,
  part: PDFKit.PDFStructureElement,
  caption: string,
  statements: readonly ChartStatement[],
): void {
  const { doc } = pages;
  const chart = drawnChart(doc, pages.faces, statements);
  const height = (chart.height * pages.width) / chart.width;
  pages.line(part, 'P', caption, { size: 10, isBold: true, colour: PDF_COLOURS.teal, gap: 14 }, height + 6);
  const [left, top] = [pages.left, doc.y + 6];
  const options = {
    alt: chartInWords(statements),
    bbox: [left, top, left + pages.width, top + height],
    placement: 'Block',
  };
  part.add(
    doc.struct('Figure', options, () => {
      drawChart(doc, chart, { left, top, width: pages.width, faces: pages.faces });
    }),
  );
  doc.x = left;
  doc.y = top + height;
}
