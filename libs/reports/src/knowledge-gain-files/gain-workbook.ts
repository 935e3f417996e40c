import {
  type KnowledgeGainRow,
  type PlainFigure,
  STAGE_HEADINGS,
  STAGE_KINDS,
  type StageKind,
  type StageRow,
} from '@roundtable/contracts';
import { safeCell } from '@roundtable/platform';
import ExcelJS from 'exceljs';
import { methodsOf } from './gain-methods';
import { DEMONSTRATION, type GainReport } from './gain-report';
import { type FigureLine, addPeople, addQuotes, figureLines } from './publication-sheets';
import { type StageNumber, stageColumns } from './stage-columns';

type Value = string | number | Date | null;

/** What every row of the report says of itself. */
type Named = Pick<KnowledgeGainRow, 'courseTitle' | 'statement' | 'suppressed' | 'demonstration'>;

export interface SheetColumn<Row = KnowledgeGainRow> {
  heading: string;
  width: number;
  /** Excel's format of a number; words have none. */
  format?: string;
  cell: (row: Row) => Value;
}

export const WHOLE = '#,##0';
const ONE_DECIMAL = '0.0';
const POINTS = '+0.0;-0.0;0.0';
const EFFECT = '0.00';
/** The number stays as it is; what is shown is never 0.000. */
const PROBABILITY = '[<0.001]"p < 0.001";"p = "0.000';

const NUMBER_WIDTH = 15;

const number = (heading: string, format: string, cell: SheetColumn['cell']): SheetColumn => ({
  heading,
  width: NUMBER_WIDTH,
  format,
  cell,
});

const NAMES: SheetColumn<Named>[] = [
  { heading: 'Course', width: 26, cell: ({ courseTitle }) => courseTitle },
  { heading: 'Statement', width: 46, cell: ({ statement }) => statement },
];

const remarks = (notShown: string): SheetColumn<Named>[] => [
  { heading: 'Note', width: 44, cell: ({ suppressed }) => (suppressed ? `Not shown: ${notShown}` : '') },
  { heading: 'Demonstration', width: 16, cell: ({ demonstration }) => (demonstration ? 'demonstration' : '') },
];

const REMARKS = remarks('fewer than five people answered');

const STAGE_FORMATS: Record<StageNumber, string> = {
  people: WHOLE,
  percent: ONE_DECIMAL,
  points: POINTS,
  probability: PROBABILITY,
  effect: EFFECT,
};

export const FIGURES: SheetColumn[] = [
  ...NAMES,
  number('Pairs: the same people', WHOLE, ({ paired }) => paired.n),
  number('Before, pairs: good or very good', WHOLE, ({ paired }) => paired.beforeGoodOrBetter),
  number('Before, pairs: good or very good (%)', ONE_DECIMAL, ({ paired }) => paired.beforePercent),
  number('After, pairs: good or very good', WHOLE, ({ paired }) => paired.afterGoodOrBetter),
  number('After, pairs: good or very good (%)', ONE_DECIMAL, ({ paired }) => paired.afterPercent),
  number('Difference, pairs (points)', POINTS, ({ paired }) => paired.differencePoints),
  ...plain('Before, everybody', ({ before }) => before),
  ...plain('After, everybody', ({ after }) => after),
  number('Difference, everybody (points)', POINTS, ({ unpaired }) => unpaired.differencePoints),
  number('Attended', WHOLE, ({ attended }) => attended),
  number('Before: response rate (%)', ONE_DECIMAL, ({ responseRate }) => responseRate.before),
  number('After: response rate (%)', ONE_DECIMAL, ({ responseRate }) => responseRate.after),
  ...[1, 2, 3, 4, 5].map((rating) =>
    number(`Before: rated ${rating}`, WHOLE, ({ distribution }) => distribution.before?.[rating - 1] ?? null),
  ),
  ...[1, 2, 3, 4, 5].map((rating) =>
    number(`After: rated ${rating}`, WHOLE, ({ distribution }) => distribution.after?.[rating - 1] ?? null),
  ),
  ...REMARKS,
];

const TESTS: SheetColumn[] = [
  ...NAMES,
  ...limits('Before, pairs: 95% interval', '%', ONE_DECIMAL, ({ paired }) => paired.beforeCi95),
  ...limits('After, pairs: 95% interval', '%', ONE_DECIMAL, ({ paired }) => paired.afterCi95),
  ...limits('Difference, pairs: 95% interval', 'points', POINTS, ({ paired }) => paired.ci95),
  number('McNemar, mid-p', PROBABILITY, ({ paired }) => paired.mcnemarP),
  number('Wilcoxon signed-rank', PROBABILITY, ({ paired }) => paired.wilcoxonP),
  number('Rank-biserial', EFFECT, ({ paired }) => paired.rankBiserial),
  ...limits('Difference, everybody: 95% interval', 'points', POINTS, ({ unpaired }) => unpaired.ci95),
  ...limits('Before: range for those who did not answer', '%', ONE_DECIMAL, ({ bounds }) => bounds.before),
  ...limits('After: range for those who did not answer', '%', ONE_DECIMAL, ({ bounds }) => bounds.after),
  ...REMARKS,
];

/** The report as an Excel workbook: figures, technical annex, and what it is about. Numbers are stored unrounded. */
export async function gainWorkbook(report: GainReport): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = 'Roundtable';
  book.title = report.title;
  book.created = report.madeAt;
  const lines = report.courses.flatMap(figureLines);
  addRows(book, 'Figures', withGroups(FIGURES, report), lines);
  for (const kind of STAGE_KINDS) {
    const ofKind = report.courses.flatMap(({ stages = [] }) => stages.filter((row) => row.kind === kind));
    if (ofKind.length > 0) addRows(book, STAGE_HEADINGS[kind], stageSheet(kind), ofKind);
  }
  const annex = addRows(book, 'Technical annex', withGroups(TESTS, report), lines);
  addMethods(annex, report);
  addPeople(book, report);
  addQuotes(book, report);
  addAbout(book, report);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Names each line's group too, where the report is cut. */
function withGroups(columns: readonly SheetColumn[], { cutHeading }: GainReport): readonly SheetColumn<FigureLine>[] {
  if (!cutHeading) return columns;
  const group: SheetColumn<FigureLine> = { heading: cutHeading, width: 30, cell: ({ cut }) => cut ?? 'All' };
  return [...columns.slice(0, NAMES.length), group, ...columns.slice(NAMES.length)];
}

function stageSheet(kind: StageKind): SheetColumn<StageRow>[] {
  return [
    ...NAMES,
    ...stageColumns(kind).map(({ heading, number: of, cell }) => ({
      heading,
      width: NUMBER_WIDTH,
      format: STAGE_FORMATS[of],
      cell,
    })),
    ...remarks('one of its groups is fewer than five people'),
  ];
}

/** A sheet with a row for each, whose headings and first columns stay in sight. */
export function addRows<Row>(
  book: ExcelJS.Workbook,
  name: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
  naming = NAMES.length,
): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: naming, ySplit: 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = columns.map(({ heading, width, format }) => ({
    header: heading,
    width,
    style: format
      ? { numFmt: format, alignment: { vertical: 'top' } }
      : { alignment: { wrapText: true, vertical: 'top' } },
  }));
  const heading = sheet.getRow(1);
  heading.font = { bold: true };
  heading.alignment = { wrapText: true, vertical: 'top' };
  for (const row of rows) sheet.addRow(columns.map(({ cell }) => stored(cell(row))));
  return sheet;
}

function addMethods(sheet: ExcelJS.Worksheet, report: GainReport): void {
  sheet.addRow([]);
  sheet.addRow(['Method', 'What it says', 'Source']).font = { bold: true };
  for (const { name, words, source } of methodsOf(report)) {
    const row = sheet.addRow([name ?? '', words, source]);
    row.alignment = { wrapText: true, vertical: 'top' };
    // A source is long and stands in a narrow column of numbers, so it runs on over the empty cells beside it.
    row.getCell(3).alignment = { wrapText: false, vertical: 'top' };
  }
}

/** What the workbook is about, for whoever opens it later. */
export function addAbout(
  book: ExcelJS.Workbook,
  { title, about, isDemonstration }: Pick<GainReport, 'title' | 'about' | 'isDemonstration'>,
): void {
  const sheet = book.addWorksheet('About', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [
    { header: 'About', width: 24 },
    { header: 'This report', width: 90, style: { alignment: { wrapText: true, vertical: 'top' } } },
  ];
  sheet.getRow(1).font = { bold: true };
  const warning: [string, string][] = isDemonstration ? [['Demonstration', DEMONSTRATION]] : [];
  for (const [label, words] of [['Report', title] as const, ...warning, ...about]) {
    const row = sheet.addRow([label, safeCell(words)]);
    row.getCell(1).alignment = { vertical: 'top' };
  }
}

function stored(value: Value): Value {
  return typeof value === 'string' ? safeCell(value) : value;
}

function plain(name: string, figure: (row: KnowledgeGainRow) => PlainFigure): SheetColumn[] {
  return [
    number(`${name}: answered`, WHOLE, (row) => figure(row).n),
    number(`${name}: good or very good`, WHOLE, (row) => figure(row).goodOrBetter),
    number(`${name}: good or very good (%)`, ONE_DECIMAL, (row) => figure(row).percent),
  ];
}

function limits(
  name: string,
  unit: string,
  format: string,
  interval: (row: KnowledgeGainRow) => readonly [number | null, number | null],
): SheetColumn[] {
  return [
    number(`${name}, low (${unit})`, format, (row) => interval(row)[0]),
    number(`${name}, high (${unit})`, format, (row) => interval(row)[1]),
  ];
}
