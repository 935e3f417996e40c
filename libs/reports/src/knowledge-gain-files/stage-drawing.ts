import type { GainCourse } from './gain-report';
import { drawFigure } from './pdf-figure';
import { PDF_COLOURS, type PdfPages } from './pdf-pages';
import { drawTable } from './pdf-table';
import { stageParts } from './stage-report';

const HEADING = { size: 12, isBold: true, colour: PDF_COLOURS.teal, gap: 18 };
/** A heading is not left alone at the foot of a page. */
const WITH_HEADING = 70;

/** What a PDF holds of a course beside before and after, under headings of their own. */
export function drawStages(pages: PdfPages, part: PDFKit.PDFStructureElement, course: GainCourse): void {
  for (const { heading, caveat, sentences, tables, charts, chartCaption } of stageParts(course)) {
    pages.line(part, 'H3', heading, HEADING, WITH_HEADING);
    pages.line(part, 'P', caveat, { size: 10, colour: PDF_COLOURS.muted, gap: 4 });
    for (const [statement, sentence] of sentences)
      pages.line(part, 'P', `${statement}: ${sentence}`, { size: 11, gap: 4 });
    for (const table of tables) drawTable(pages, part, table);
    for (const statements of charts) drawFigure(pages, part, chartCaption, statements);
  }
}

/** Their tables in the annex. */
export function drawStagesAnnex(pages: PdfPages, part: PDFKit.PDFStructureElement, course: GainCourse): void {
  for (const { annex } of stageParts(course)) for (const table of annex) drawTable(pages, part, table);
}
