import { setImmediate } from 'node:timers/promises';
import { methodsOf } from './gain-methods';
import { DEMONSTRATION, type GainCourse, type GainReport, chartCaption, chartParts } from './gain-report';
import { annexTables, resultsTable } from './gain-tables';
import { drawFigure } from './pdf-figure';
import { PDF_COLOURS, PdfPages } from './pdf-pages';
import { drawTable } from './pdf-table';
import { drawCuts, drawPeople, drawQuotes } from './publication-drawing';
import { drawStages, drawStagesAnnex } from './stage-drawing';

export const HEADING = { size: 15, isBold: true, colour: PDF_COLOURS.teal, gap: 22 };
const SMALL_HEADING = { size: 12, isBold: true, gap: 16 };
export const BODY = { size: 11, gap: 4 };
/** A heading is not left alone at the foot of a page. */
export const WITH_HEADING = 70;

/** The report as a tagged PDF: each course with its sentences, table and chart; the annex at the end. */
export async function drawGainReport(report: GainReport): Promise<Buffer> {
  const pages = new PdfPages(report.title, report.madeAt, report.isDemonstration ? DEMONSTRATION : null);
  drawOpening(pages, report);
  for (const course of report.courses) {
    drawCourse(pages, course, report);
    // A long report lets others have their turn between courses.
    await setImmediate();
  }
  drawPeople(pages, report);
  pages.turn();
  drawMethods(pages, report);
  for (const course of report.courses) {
    drawAnnex(pages, course);
    await setImmediate();
  }
  return pages.done();
}

function drawOpening(pages: PdfPages, { title, about, courses, whenEmpty, isDemonstration }: GainReport): void {
  const { doc, root } = pages;
  doc.outline.addItem(title);
  pages.line(root, 'H1', title, { size: 24, isBold: true });
  if (isDemonstration) drawDemonstration(pages);
  for (const [label, words] of about) pages.line(root, 'P', `${label}: ${words}`, BODY);
  if (courses.length === 0) pages.line(root, 'P', whenEmpty ?? 'No answers in this period.', { ...BODY, gap: 16 });
}

/** Says under the title that the data is invented. */
export function drawDemonstration(pages: PdfPages): void {
  const { doc, root } = pages;
  const top = doc.y + 8;
  pages.asideFromText('Layout', () => {
    doc.rect(pages.left, top, 6, 20).fill(PDF_COLOURS.amber);
  });
  doc.y = top;
  root.add(
    doc.struct('P', {}, () => {
      doc.font(pages.faces.bold, 11).fillColor(PDF_COLOURS.ink);
      doc.text(DEMONSTRATION, pages.left + 14, top + 3, { lineBreak: false });
    }),
  );
  doc.y = top + 24;
}

function drawCourse(pages: PdfPages, course: GainCourse, report: GainReport): void {
  const { doc, root } = pages;
  const part = doc.struct('Sect');
  root.add(part);
  pages.line(part, 'H2', course.title, HEADING, WITH_HEADING);
  doc.outline.addItem(course.title);
  if (course.isDemonstration) pages.line(part, 'P', 'demonstration', { size: 10, colour: PDF_COLOURS.muted, gap: 2 });
  for (const { statement, sentence } of course.rows)
    if (sentence !== null) pages.line(part, 'P', `${statement}: ${sentence}`, BODY);
  if (course.rows.length > 0) drawTable(pages, part, resultsTable(course));
  for (const statements of chartParts(course)) drawFigure(pages, part, chartCaption(course), statements);
  drawCuts(pages, part, course, report);
  drawStages(pages, part, course);
  drawQuotes(pages, part, course);
  part.end();
}

function drawMethods(pages: PdfPages, report: GainReport): void {
  const { doc, root } = pages;
  doc.outline.addItem('Technical annex');
  pages.line(root, 'H2', 'Technical annex', HEADING, WITH_HEADING);
  pages.line(root, 'H3', 'How the figures are made', SMALL_HEADING, WITH_HEADING);
  for (const { name, words, source } of methodsOf(report))
    pages.line(
      root,
      'P',
      `${name === null ? '' : `${name}: `}${words}${source === null ? '' : ` Source: ${source}.`}`,
      { size: 10, gap: 4 },
    );
}

function drawAnnex(pages: PdfPages, course: GainCourse): void {
  const part = pages.doc.struct('Sect');
  pages.root.add(part);
  pages.line(part, 'H3', course.title, SMALL_HEADING, WITH_HEADING);
  if (course.rows.length > 0) for (const table of annexTables(course)) drawTable(pages, part, table);
  drawStagesAnnex(pages, part, course);
  part.end();
}
