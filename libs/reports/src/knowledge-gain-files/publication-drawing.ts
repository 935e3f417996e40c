import type { GainCourse, GainReport } from './gain-report';
import { cutTables } from './gain-tables';
import { PDF_COLOURS, type PdfPages } from './pdf-pages';
import { drawTable } from './pdf-table';
import { PEOPLE, saidOf } from './publication-tables';

const HEADING = { size: 15, isBold: true, colour: PDF_COLOURS.teal, gap: 22 };
const SMALL_HEADING = { size: 12, isBold: true, gap: 16 };
const BODY = { size: 11, gap: 4 };
/** A heading is not left alone at the foot of a page. */
const WITH_HEADING = 70;

export function drawCuts(
  pages: PdfPages,
  part: PDFKit.PDFStructureElement,
  course: GainCourse,
  { cutHeading }: GainReport,
): void {
  if (!cutHeading) return;
  for (const table of cutTables(course, cutHeading)) drawTable(pages, part, table);
}

export function drawQuotes(pages: PdfPages, part: PDFKit.PDFStructureElement, course: GainCourse): void {
  const { quotes = [] } = course;
  if (quotes.length === 0) return;
  pages.line(part, 'H3', saidOf(course), SMALL_HEADING, WITH_HEADING);
  for (const words of quotes) pages.line(part, 'BlockQuote', `‘${words}’`, BODY);
}

export function drawPeople(pages: PdfPages, { people = [] }: GainReport): void {
  if (people.length === 0) return;
  const part = pages.doc.struct('Sect');
  pages.root.add(part);
  pages.line(part, 'H2', PEOPLE, HEADING, WITH_HEADING);
  pages.doc.outline.addItem(PEOPLE);
  for (const table of people) drawTable(pages, part, table);
  part.end();
}
