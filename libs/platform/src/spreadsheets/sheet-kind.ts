/** A file that cannot be read as a sheet; its message is fit to show to whoever chose it. */
export class UnreadableSheet extends Error {
  constructor(
    words: string,
    readonly problem: 'request.invalid' | 'request.wrong-kind' | 'request.too-large' = 'request.invalid',
  ) {
    super(words);
  }
}

/** How files that are no sheet begin. */
const OTHERS: [start: number[] | string, what: string][] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'an older Excel file (.xls)'],
  ['%PDF', 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  ['GIF8', 'a picture'],
  ['{\\rtf', 'a text document (.rtf)'],
];
const MARKUP = /^\s*<(?:!doctype|html|\?xml|table)/i;
// Text holds no control characters but tabs and line ends.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\x01-\x08\x0e-\x1a]/;

/** Why a file is no sheet, in words, by how it begins; undefined where it may be one. */
export function whyNotASheet(file: Buffer): string | undefined {
  const other = OTHERS.find(([start]) => file.subarray(0, start.length).equals(Buffer.from(start as string)));
  if (other) return `This is ${other[1]}. ${SAVE_AS}`;
  const top = file.subarray(0, 2000).toString('latin1');
  if (MARKUP.test(top)) return `This is a web page, even if its name says otherwise. ${SAVE_AS}`;
  return CONTROL.test(top) && !top.startsWith('PK') ? `This is not a spreadsheet. ${SAVE_AS}` : undefined;
}

export const SAVE_AS = 'Save it as an Excel workbook (.xlsx) or as CSV, then try again.';
