import { CHART_LETTERS, type ChartStatement } from '@roundtable/contracts';
import type { Faces } from '@roundtable/platform';
import { type DrawnChart, drawnSvg } from './drawn-svg';

/** How wide the chart is drawn before it is fitted to the page, so that its letters come out as large as the text. */
const DRAWN_WIDTH = 680;

/** The chart as SVG, in the letters of the file. */
export function drawnChart(doc: PDFKit.PDFDocument, faces: Faces, statements: readonly ChartStatement[]): DrawnChart {
  const widthOf = (words: string): number => doc.font(faces.bold, CHART_LETTERS).widthOfString(words);
  return drawnSvg(statements, { width: DRAWN_WIDTH, fontFamily: 'sans-serif', widthOf });
}

/** Draws the chart's lines, surfaces and words as such, so that they stay sharp on paper. In: where, in points. */
export function drawChart(
  doc: PDFKit.PDFDocument,
  { svg, width }: DrawnChart,
  place: { left: number; top: number; width: number; faces: Faces },
): void {
  doc.save();
  doc.translate(place.left, place.top).scale(place.width / width);
  for (const [, tag = '', attributes = '', words = ''] of svg.matchAll(/<(path|text)\b([^>]*)>([^<]*)/g)) {
    const given = attributesOf(attributes);
    if (tag === 'path') drawPath(doc, given);
    else drawWords(doc, given, unescaped(words), place.faces);
  }
  doc.restore();
}

type Attributes = Record<string, string | undefined>;

function attributesOf(text: string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value]): [string, string | undefined] => [
      name,
      value,
    ]),
  );
}

function drawPath(doc: PDFKit.PDFDocument, { d = '', fill, stroke, 'stroke-width': width = '1' }: Attributes): void {
  const isSurface = d.endsWith('Z') && fill !== undefined && fill !== 'none';
  const isOutlined = stroke !== undefined && stroke !== 'none';
  if (!isSurface && !isOutlined) return;
  doc.path(d).lineWidth(Number(width));
  if (isSurface && isOutlined) doc.fillAndStroke(fill, stroke);
  else if (isSurface) doc.fill(fill);
  else if (stroke) doc.stroke(stroke);
}

function drawWords(doc: PDFKit.PDFDocument, given: Attributes, words: string, faces: Faces): void {
  const size = Number(/font-size:([\d.]+)px/.exec(given['style'] ?? '')?.[1] ?? 14);
  const [, right = '0', down = '0'] = /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(given['transform'] ?? '') ?? [];
  doc.font(/font-weight:bold/.test(given['style'] ?? '') ? faces.bold : faces.plain, size);
  doc.fillColor(given['fill'] ?? 'black');
  const share = { start: 0, middle: 0.5, end: 1 }[given['text-anchor'] ?? 'start'] ?? 0;
  const x = Number(right) + Number(given['x'] ?? 0) - share * doc.widthOfString(words);
  const y = Number(down) + Number(given['y'] ?? 0);
  doc.text(words, x, y, { lineBreak: false, baseline: 'middle' });
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
