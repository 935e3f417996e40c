import { Zip } from 'fflate';
import { safeCell } from './csv';
import { DeflatedPart } from './deflated-part';
import {
  bookRelationsXml,
  RELATIONS,
  STYLES,
  bookXml,
  contentTypesXml,
  inXml,
  sheetHead,
  sheetTail,
} from './xlsx-words';

export type SheetCell = string | number | null;

export interface StreamedBook {
  /** What the sheet is called, and its columns with their widths in characters. */
  name: string;
  columns: readonly { heading: string; width: number }[];
  /** Rows as they are read, some at a time. */
  batches: AsyncIterable<readonly (readonly SheetCell[])[]>;
  /** Lines of a last sheet that says what the file is. */
  about: readonly (readonly SheetCell[])[];
}

/** A sheet of Excel holds 1,048,576 rows; the rest goes on another. */
export const MOST_SHEET_ROWS = 1_000_000;
/** Words beyond so many different ones stand in their cells, so that memory stays the same for any number of rows. */
const MOST_SHARED = 50_000;

/** A workbook (XLSX) that is sent while its rows are read; nothing of it is held but the words that repeat. */
export async function* xlsxParts(book: StreamedBook, mostRows = MOST_SHEET_ROWS): AsyncGenerator<Buffer> {
  const packed: Buffer[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    packed.push(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  });
  const open = (name: string): DeflatedPart => {
    const part = new DeflatedPart(name);
    zip.add(part);
    return part;
  };
  const words = new SharedWords();
  const names: string[] = [];
  const openSheet = async (name: string, widths: readonly number[]): Promise<DeflatedPart> => {
    names.push(name);
    const sheet = open(`xl/worksheets/sheet${names.length}.xml`);
    await sheet.add(sheetHead(widths));
    return sheet;
  };

  const headings = book.columns.map(({ heading }) => heading);
  const widths = book.columns.map(({ width }) => width);
  let sheet = await openSheet(book.name, widths);
  await sheet.add(rowXml(1, headings, words, true));
  let row = 1;
  for await (const batch of book.batches) {
    let text = '';
    for (const cells of batch) {
      if (row > mostRows) {
        await sheet.add(text);
        await sheet.add(sheetTail);
        await sheet.finish();
        sheet = await openSheet(`${book.name} ${names.length + 1}`, widths);
        text = rowXml(1, headings, words, true);
        row = 1;
      }
      row += 1;
      text += rowXml(row, cells, words);
    }
    await sheet.add(text);
    yield* packed.splice(0);
  }
  await sheet.add(sheetTail);
  await sheet.finish();

  sheet = await openSheet('About', [120]);
  await sheet.add(book.about.map((cells, index) => rowXml(index + 1, cells, words, index === 0)).join('') + sheetTail);
  await sheet.finish();
  const rest: [string, string][] = [
    ['xl/sharedStrings.xml', words.xml()],
    ['xl/styles.xml', STYLES],
    ['xl/workbook.xml', bookXml(names)],
    ['xl/_rels/workbook.xml.rels', bookRelationsXml(names.length)],
    ['_rels/.rels', RELATIONS],
    ['[Content_Types].xml', contentTypesXml(names.length)],
  ];
  for (const [name, text] of rest) {
    const part = open(name);
    await part.add(text);
    await part.finish();
  }
  zip.end();
  yield* packed.splice(0);
}

/** The words of all sheets, each once; cells name them by number. */
class SharedWords {
  private readonly numbers = new Map<string, number>();

  numberOf(word: string): number | null {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    if (this.numbers.size >= MOST_SHARED) return null;
    this.numbers.set(word, this.numbers.size);
    return this.numbers.size - 1;
  }

  xml(): string {
    const items = [...this.numbers.keys()].map((word) => `<si><t xml:space="preserve">${inXml(word)}</t></si>`);
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function rowXml(row: number, cells: readonly SheetCell[], words: SharedWords, isHeading = false): string {
  let text = `<row r="${row}">`;
  cells.forEach((given, index) => {
    if (given === null || given === '') return;
    const at = `r="${LETTERS[index]}${row}"${isHeading ? ' s="1"' : ''}`;
    const cell = safeCell(given);
    if (typeof cell === 'number') {
      text += `<c ${at}><v>${cell}</v></c>`;
      return;
    }
    const shared = words.numberOf(cell);
    text +=
      shared === null
        ? `<c ${at} t="inlineStr"><is><t xml:space="preserve">${inXml(cell)}</t></is></c>`
        : `<c ${at} t="s"><v>${shared}</v></c>`;
  });
  return `${text}</row>`;
}
