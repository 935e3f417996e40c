/** One piece of an XML text: a tag that opens or closes, or the text between two tags. */
export interface XmlPiece {
  /** Without its prefix; empty for text. */
  tag: string;
  opens: boolean;
  /** Whether the tag also closes itself. */
  isEmpty: boolean;
  attributes: string;
  text: string;
}

const PIECE =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[^>]*>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^"'<>/]|"[^"]*"|'[^']*'|\/(?!>))*)(\/?)>|([^<]+)/g;

/** The pieces of an XML text in order. Declares no entities and follows no references, so nothing in it can grow. */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  for (const [, cdata, closes, tag, attributes, isEmpty, text] of xml.matchAll(PIECE)) {
    if (cdata !== undefined) yield { tag: '', opens: false, isEmpty: false, attributes: '', text: cdata };
    else if (tag !== undefined)
      yield { tag, opens: closes === '', isEmpty: isEmpty === '/', attributes: attributes ?? '', text: '' };
    else if (text !== undefined) yield { tag: '', opens: false, isEmpty: false, attributes: '', text: plain(text) };
  }
}

const patterns = new Map<string, RegExp>();

/** The value of an attribute, named with its prefix where it has one. */
export function attribute(attributes: string, name: string): string | undefined {
  const pattern = patterns.get(name) ?? new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  const match = pattern.exec(attributes);
  return match ? plain(match[1] ?? match[2] ?? '') : undefined;
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
