import { strFromU8, unzipSync } from 'fflate';
import { SAVE_AS, UnreadableSheet } from './sheet-kind';

const MOST_PARTS = 2000;
const LARGEST_PART = 80 * 1024 * 1024;
const LARGEST_IN_ALL = 120 * 1024 * 1024;
/** Sheets pack well; more than this is a file made to fill a memory. */
const MOST_RATIO = 250;
const RATIO_MATTERS_FROM = 4 * 1024 * 1024;
const NEEDED =
  /^xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[\w.-]+\.xml)$/i;

export function isZip(file: Buffer): boolean {
  return file.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
}

/**
 * The texts of a workbook that say what its cells hold, by their names in lower case. Throws UnreadableSheet where the
 * archive is no workbook, is broken, or would unpack to more than a sheet of a programme ever is.
 */
export function workbookParts(file: Buffer): Map<string, string> {
  const names: string[] = [];
  let total = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(file, {
      filter: ({ name, size, originalSize }) => {
        names.push(name.toLowerCase());
        if (names.length > MOST_PARTS) throw tooLarge();
        if (!NEEDED.test(name)) return false;
        total += originalSize;
        const isBomb = originalSize > RATIO_MATTERS_FROM && originalSize > MOST_RATIO * Math.max(size, 1);
        if (originalSize > LARGEST_PART || total > LARGEST_IN_ALL || isBomb) throw tooLarge();
        return true;
      },
    });
  } catch (error) {
    if (error instanceof UnreadableSheet) throw error;
    throw new UnreadableSheet(`This file is damaged or protected with a password. ${SAVE_AS}`);
  }
  if (!names.includes('xl/workbook.xml')) throw new UnreadableSheet(whatItIs(names), 'request.wrong-kind');
  return new Map(Object.entries(parts).map(([name, bytes]) => [name.toLowerCase(), strFromU8(bytes)]));
}

function tooLarge(): UnreadableSheet {
  return new UnreadableSheet(
    'This workbook unpacks to more than we can take. Keep the one sheet that is needed, then try again.',
    'request.too-large',
  );
}

function whatItIs(names: readonly string[]): string {
  if (names.includes('word/document.xml'))
    return 'This is a Word document. Copy its table and paste it, or save the table as an Excel workbook (.xlsx) or as CSV.';
  if (names.includes('content.xml')) return `This is an OpenDocument file. ${SAVE_AS}`;
  if (names.includes('xl/workbook.bin')) return `This is a binary Excel workbook (.xlsb). ${SAVE_AS}`;
  return `This is not a spreadsheet. ${SAVE_AS}`;
}
