import { toString } from 'qrcode';

/** Pale modules around a code, without which a camera may not find it. */
const QUIET = 4;

/** A QR code of some words, as an SVG drawing: sharp at every size, on paper and on a wall. */
export function qrCodeDrawing(words: string): Promise<string> {
  return toString(words, { type: 'svg', margin: QUIET, errorCorrectionLevel: 'M' });
}

/** The same as an address that the `src` of a picture takes. */
export async function qrCodePicture(words: string): Promise<string> {
  return `data:image/svg+xml;base64,${Buffer.from(await qrCodeDrawing(words)).toString('base64')}`;
}
