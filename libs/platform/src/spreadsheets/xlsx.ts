import { type GridRow, MOST_ROWS } from './sheet';
import { SAVE_AS, UnreadableSheet } from './sheet-kind';
import { type NumberKind, numberInWords, numberKinds } from './xlsx-cells';
import { workbookParts } from './xlsx-parts';
import { attribute, xmlPieces } from './xml-parts';

const LAST_COLUMN = 16_383;

/**
 * The rows of a workbook's first visible sheet, with dates, times and pounds as a person would have typed them. A value
 * that is merged down over several rows stands in each of them.
 */
export function xlsxGrid(file: Buffer): GridRow[] {
  const parts = workbookParts(file);
  const workbook = parts.get('xl/workbook.xml') ?? '';
  const sheet = parts.get(firstSheet(workbook, parts.get('xl/_rels/workbook.xml.rels') ?? ''));
  if (sheet === undefined) throw new UnreadableSheet(`There is no sheet in this workbook. ${SAVE_AS}`);
  return rowsOf(sheet, {
    strings: sharedStrings(parts.get('xl/sharedstrings.xml') ?? ''),
    kinds: numberKinds(parts.get('xl/styles.xml') ?? ''),
    isFrom1904: /<(?:\w+:)?workbookPr\b[^>]*\sdate1904\s*=\s*["'](?:1|true)["']/i.test(workbook),
  });
}

interface Book {
  strings: string[];
  kinds: NumberKind[];
  isFrom1904: boolean;
}

function firstSheet(workbook: string, relations: string): string {
  const sheets = [...xmlPieces(workbook)].filter(({ tag, opens }) => tag === 'sheet' && opens);
  const first = sheets.find(({ attributes }) => !/hidden/i.test(attribute(attributes, 'state') ?? '')) ?? sheets[0];
  const id = first && (attribute(first.attributes, 'r:id') ?? attribute(first.attributes, '\\w+:id'));
  const relation = [...xmlPieces(relations)].find(
    ({ tag, attributes }) => tag === 'Relationship' && attribute(attributes, 'Id') === id,
  );
  const target = (relation && attribute(relation.attributes, 'Target')) ?? 'worksheets/sheet1.xml';
  return (target.startsWith('/') ? target.slice(1) : `xl/${target}`).toLowerCase();
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text: string | undefined;
  let isText = false;
  let isReading = false;
  for (const piece of xmlPieces(xml)) {
    if (piece.tag === 'si') {
      if (piece.isEmpty) strings.push('');
      else if (piece.opens) text = '';
      else strings.push(text ?? '');
    }
    // How a word is pronounced stands beside it, and is no part of it.
    if (piece.tag === 'rPh') isReading = piece.opens && !piece.isEmpty;
    if (piece.tag === 't') isText = piece.opens && !piece.isEmpty;
    if (piece.tag === '' && isText && !isReading) text = (text ?? '') + piece.text;
  }
  return strings;
}

function rowsOf(sheet: string, book: Book): GridRow[] {
  const rows: GridRow[] = [];
  const merged: string[] = [];
  let current: GridRow = { row: 0, cells: [] };
  let column = -1;
  let cell = { attributes: '', text: '' };
  let isValue = false;
  for (const { tag, opens, isEmpty, attributes, text } of xmlPieces(sheet)) {
    if (tag === 'row' && opens) {
      current = { row: Number(attribute(attributes, 'r') ?? current.row + 1), cells: [] };
      column = -1;
    } else if (tag === 'c' && opens) {
      column = columnOf(attribute(attributes, 'r')) ?? column + 1;
      cell = { attributes, text: '' };
    } else if (tag === 'c' && !opens && column <= LAST_COLUMN) {
      const words = cellText(cell, book);
      if (words === '') continue;
      // A sheet may be formatted down to its millionth row: only rows that say something count.
      if (current.cells.length === 0 && rows.push(current) > MOST_ROWS) break;
      current.cells[column] = words;
    } else if (tag === 'v' || tag === 't') isValue = opens && !isEmpty;
    else if (tag === '' && isValue) cell.text += text;
    else if (tag === 'mergeCell' && opens) merged.push(attribute(attributes, 'ref') ?? '');
  }
  fillDown(rows, merged);
  return rows.map(({ row, cells }) => ({ row, cells: Array.from(cells, (value) => value ?? '') }));
}

function cellText({ attributes, text }: { attributes: string; text: string }, book: Book): string {
  switch (attribute(attributes, 't') ?? 'n') {
    case 's':
      return (book.strings[Number(text)] ?? '').trim();
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      return text === ''
        ? ''
        : numberInWords(text, book.kinds[Number(attribute(attributes, 's') ?? -1)] ?? 'number', book.isFrom1904);
    case 'd':
      return text.replace(/T00:00(?::00)?.*$/, '').replace('T', ' ');
    default:
      return text.trim();
  }
}

/** 'B7' is column 1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/i.exec(reference ?? '')?.[0];
  return letters === undefined
    ? undefined
    : [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function fillDown(rows: readonly GridRow[], merged: readonly string[]): void {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  for (const range of merged) {
    const [from = '', to = ''] = range.split(':');
    const column = columnOf(from);
    const [first, last] = [from, to].map((reference) => Number(/\d+$/.exec(reference)?.[0] ?? 0));
    if (column === undefined || first === undefined || last === undefined || columnOf(to) !== column) continue;
    const value = byNumber.get(first)?.cells[column] ?? '';
    for (const { row, cells } of rows) if (row > first && row <= last) cells[column] ||= value;
  }
}
