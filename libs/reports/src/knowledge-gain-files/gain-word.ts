import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { methodsOf } from './gain-methods';
import { DEMONSTRATION, type GainCourse, type GainReport, chartCaption, chartParts } from './gain-report';
import { annexTables, resultsTable } from './gain-tables';
import { cutsInWord, peopleInWord, quotesInWord } from './publication-word';
import { stageWordAnnex, stageWordParts } from './stage-word';
import { wordChart } from './word-chart';
import { labelled } from './word-paragraphs';
import { Captions, wordTable } from './word-table';

const MARGIN = 1134;
const A4 = { width: 11906, height: 16838 };
const TEAL = '0B5D5E';
const INK = '0B2B2C';
const MUTED = '56666B';

/** The report as a Word file to go on working with: sentences to paste, tables, charts of Word's own, and the annex. */
export async function gainWord(report: GainReport): Promise<Buffer> {
  const captions = new Captions();
  const document = new Document({
    title: report.title,
    creator: 'Roundtable',
    description: 'Good or very good before and after, by course and outcome statement',
    styles: STYLES,
    sections: [
      {
        properties: {
          page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        headers: { default: new Header({ children: [headerLine(report)] }) },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          ...opening(report),
          ...report.courses.flatMap((course) => courseParts(course, report, captions)),
          ...peopleInWord(report, captions),
          ...annex(report, captions),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const STYLES = {
  default: {
    document: { run: { font: 'Arial', size: 22, color: INK, language: { value: 'en-GB' } } },
    heading1: {
      run: { size: 36, bold: true, color: INK },
      paragraph: { keepNext: true, spacing: { before: 240, after: 160 } },
    },
    heading2: {
      run: { size: 26, bold: true, color: TEAL },
      paragraph: { keepNext: true, spacing: { before: 360, after: 120 } },
    },
    heading3: {
      run: { size: 23, bold: true, color: TEAL },
      paragraph: { keepNext: true, spacing: { before: 280, after: 100 } },
    },
    caption: {
      run: { size: 19, bold: true, italics: false, color: TEAL },
      paragraph: { spacing: { before: 200, after: 80 } },
    },
  },
  paragraphStyles: [
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 100 }, indent: { left: 340 } },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { size: 18, color: MUTED },
      paragraph: { spacing: { before: 60 } },
    },
  ],
};

function opening({ title, about, courses, whenEmpty, isDemonstration }: GainReport): Paragraph[] {
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
    ...(isDemonstration ? [new Paragraph({ children: [new TextRun({ text: DEMONSTRATION, bold: true })] })] : []),
    ...about.map(([label, words]) => labelled(label, words)),
    ...(courses.length === 0 ? [new Paragraph(whenEmpty ?? 'No answers in this period.')] : []),
  ];
}

function courseParts(course: GainCourse, report: GainReport, captions: Captions): (Paragraph | Table)[] {
  const about = chartCaption(course);
  return [
    new Paragraph({ text: course.title, heading: HeadingLevel.HEADING_2 }),
    ...(course.isDemonstration ? [new Paragraph({ style: 'Note', text: 'demonstration', keepNext: true })] : []),
    ...course.rows.flatMap(({ statement, sentence }) => (sentence === null ? [] : [labelled(statement, sentence)])),
    ...(course.rows.length > 0 ? wordTable(resultsTable(course), captions) : []),
    ...chartParts(course).flatMap((statements) => [
      captions.next('Chart', about),
      new Paragraph({ children: [wordChart(statements, about)] }),
    ]),
    ...cutsInWord(course, report, captions),
    ...stageWordParts(course, captions),
    ...quotesInWord(course),
  ];
}

function annex(report: GainReport, captions: Captions): (Paragraph | Table)[] {
  return [
    new Paragraph({ text: 'Technical annex', heading: HeadingLevel.HEADING_1, pageBreakBefore: true }),
    new Paragraph({ text: 'How the figures are made', heading: HeadingLevel.HEADING_2 }),
    ...methodsOf(report).map(({ name, words, source }) =>
      labelled(name, source === null ? words : `${words} Source: ${source}.`),
    ),
    ...report.courses.flatMap((course) => [
      new Paragraph({ text: `${course.title}: annex`, heading: HeadingLevel.HEADING_2 }),
      ...(course.rows.length > 0 ? annexTables(course).flatMap((table) => wordTable(table, captions)) : []),
      ...stageWordAnnex(course, captions),
    ]),
  ];
}

function headerLine({ title, isDemonstration }: GainReport): Paragraph {
  return new Paragraph({ style: 'Note', text: isDemonstration ? `${title}. ${DEMONSTRATION}` : title });
}

function pageNumber(): Paragraph {
  return new Paragraph({
    style: 'Note',
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ children: ['Page ', PageNumber.CURRENT] })],
  });
}
