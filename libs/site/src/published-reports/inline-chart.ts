import { CHART_LETTERS, type ChartStatement } from '@roundtable/contracts';
import { drawnSvg } from '@roundtable/reports';

/** As wide as the column of the narrowest telephone; on larger screens it grows with the letters around it. */
const WIDTH = 290;

/** Widths of bold letters in shares of their height, as in wide faces: which one the reader has is not known here. */
const WIDTHS: readonly [RegExp, number][] = [
  [/[ .,:;'’|!ijl()[\]]/, 0.38],
  [/[frt-]/, 0.5],
  [/[mwMW%@&]/, 1.05],
  [/[A-Z]/, 0.8],
];
const OTHER_LETTER = 0.71;

/**
 * The chart as SVG that can stand in a page: its letters are the page's, and its looks are attributes, as the page's
 * policy takes no style of elements.
 */
export function inlineChart(statements: readonly ChartStatement[]): string {
  const { svg } = drawnSvg(statements, { width: WIDTH, fontFamily: 'inherit', widthOf });
  return svg
    .replace(/<style[^]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events|xmlns:xlink|baseProfile|version)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributes(style))
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ')
    .replace(/>\s+</g, '><');
}

function attributes(style: string): string {
  return style
    .split(';')
    .map((rule) => rule.split(':'))
    .flatMap(([name = '', value = '']) => (name === '' || name === 'font-family' ? [] : [` ${name}="${value}"`]))
    .join('');
}

function widthOf(words: string): number {
  return [...words].reduce(
    (sum, letter) => sum + CHART_LETTERS * (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER_LETTER),
    0,
  );
}
