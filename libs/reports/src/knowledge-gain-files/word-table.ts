import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { GainTable } from './gain-tables';

/** A4 between margins of 2 cm, in twentieths of a point. */
export const TEXT_WIDTH = 9638;
/** The first column, which names its row, is as wide as so many others. */
const NAMING = 2.4;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'CFDAD8' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** 'Table 3: …', 'Chart 3: …': numbered here, and by Word again where somebody moves or adds one. */
export class Captions {
  private readonly given = { Table: 0, Chart: 0 };

  next(kind: 'Table' | 'Chart', words: string): Paragraph {
    this.given[kind] += 1;
    const number = new SimpleField(`SEQ ${kind} \\* ARABIC`, String(this.given[kind]));
    return new Paragraph({
      style: 'Caption',
      keepNext: true,
      children: [new TextRun(`${kind} `), number, new TextRun(`: ${words}`)],
    });
  }
}

/** A table of Word with a caption above, headings that come again on each page, and what its signs mean. */
export function wordTable(table: GainTable, captions: Captions): (Paragraph | Table)[] {
  const widths = columnWidths(table.headings.length);
  return [
    captions.next('Table', table.caption),
    new Table({
      columnWidths: widths,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
      borders: { top: LINE, bottom: LINE, insideHorizontal: LINE, left: NONE, right: NONE, insideVertical: NONE },
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: cellsOf(table.headings, widths, true) }),
        ...table.rows.map((cells) => new TableRow({ cantSplit: true, children: cellsOf(cells, widths, false) })),
      ],
    }),
    ...table.notes.map((note) => new Paragraph({ style: 'Note', text: note })),
  ];
}

function cellsOf(cells: readonly string[], widths: readonly number[], isHeading: boolean): TableCell[] {
  return cells.map(
    (cell, index) =>
      new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        margins: { top: 40, bottom: 40, left: 60, right: 60 },
        children: [
          new Paragraph({
            alignment: index === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
            keepNext: isHeading,
            children: [new TextRun({ text: cell, size: 18, bold: isHeading })],
          }),
        ],
      }),
  );
}

function columnWidths(columns: number): number[] {
  const share = Math.floor(TEXT_WIDTH / (NAMING + columns - 1));
  return Array.from({ length: columns }, (_, index) => (index === 0 ? TEXT_WIDTH - share * (columns - 1) : share));
}
