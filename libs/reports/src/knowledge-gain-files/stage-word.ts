import { HeadingLevel, Paragraph, type Table } from 'docx';
import type { GainCourse } from './gain-report';
import { stageParts } from './stage-report';
import { wordChart } from './word-chart';
import { labelled } from './word-paragraphs';
import { type Captions, wordTable } from './word-table';

/** What a Word file holds of a course beside before and after, under headings of their own. */
export function stageWordParts(course: GainCourse, captions: Captions): (Paragraph | Table)[] {
  return stageParts(course).flatMap(({ heading, caveat, sentences, tables, charts, chartCaption }) => [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_3 }),
    new Paragraph({ style: 'Note', text: caveat, spacing: { after: 120 } }),
    ...sentences.map(([statement, sentence]) => labelled(statement, sentence)),
    ...tables.flatMap((table) => wordTable(table, captions)),
    ...charts.flatMap((statements) => [
      captions.next('Chart', chartCaption),
      new Paragraph({ children: [wordChart(statements, chartCaption)] }),
    ]),
  ]);
}

/** Their tables in the annex. */
export function stageWordAnnex(course: GainCourse, captions: Captions): (Paragraph | Table)[] {
  return stageParts(course).flatMap(({ annex }) => annex.flatMap((table) => wordTable(table, captions)));
}
