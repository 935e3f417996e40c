import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** A plain and a bold face: a name that pdfkit knows, or the path of a font file. */
export interface Faces {
  plain: string;
  bold: string;
}

/** The characters of Windows-1252, all that a PDF's own Helvetica can show. */
const WESTERN = /^[\x20-\x7e\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/;

const packages = createRequire(import.meta.url);

/**
 * Faces that can show the text: Helvetica where that is enough, else Source Sans 3 (SIL Open Font Licence), which adds
 * the rest of Latin (Polish, Romanian, Turkish, Vietnamese …), Greek and Cyrillic and is embedded in the file.
 */
export function facesFor(text: string): Faces {
  if (WESTERN.test(text)) return { plain: 'Helvetica', bold: 'Helvetica-Bold' };
  return {
    plain: packages.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
    bold: packages.resolve('@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf'),
  };
}

/** Signs without a form of their own, and pictures: a name or a title says the same without them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Emoji_Presentation}\ufe0e\ufe0f]/gu;

/** The text as it is drawn. */
export function drawable(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

interface OpenFace {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/** The letters of a text that no face of ours has, each once: they would be boxes. */
export function lettersNotDrawn(text: string): string[] {
  const { plain, bold } = facesFor(text);
  if (plain === 'Helvetica') return [];
  const fonts = [plain, bold].map((face) => (new PDFDocument().font(face) as unknown as OpenFace)._font.font);
  const letters = new Set(text);
  return [...letters].filter((letter) => fonts.some((font) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)));
}
