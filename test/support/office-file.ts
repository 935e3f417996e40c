import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** What is inside a file of Office, and whether it hangs together. */
export class OfficeFile {
  readonly parts: Record<string, Uint8Array>;

  constructor(file: Uint8Array) {
    this.parts = unzipSync(file);
  }

  text(name: string): string {
    const part = this.parts[name];
    if (!part) throw new Error(`There is no part ${name}`);
    return strFromU8(part);
  }

  /** Parts in which a tag is not closed, or is closed by another. */
  brokenParts(): string[] {
    return Object.keys(this.parts)
      .filter((name) => /\.(xml|rels)$/.test(name))
      .filter((name) => !isBalanced(this.text(name)));
  }

  /** Relationships that lead to no part, and parts that no content type is given for. */
  looseEnds(): string[] {
    const types = this.text('[Content_Types].xml');
    const untyped = Object.keys(this.parts).filter((name) => {
      const ending = name.split('.').at(-1) ?? '';
      const isTyped = types.includes(`PartName="/${name}"`) || types.includes(`Extension="${ending}"`);
      return !isTyped && name !== '[Content_Types].xml';
    });
    const lost = Object.keys(this.parts)
      .filter((name) => name.endsWith('.rels'))
      .flatMap((name) => {
        const folder = posix.dirname(posix.dirname(name));
        return [...this.text(name).matchAll(/<Relationship\b[^>]*>/g)]
          .filter(([tag]) => !tag.includes('TargetMode="External"'))
          .map(([tag]) => posix.join(folder, /Target="([^"]*)"/.exec(tag)?.[1] ?? '').replace(/^\//, ''));
      })
      .filter((target) => !this.parts[target]);
    return [...untyped, ...lost];
  }

  /** The tables of a Word file: rows of cells in words. */
  tables(): string[][][] {
    return [...this.text('word/document.xml').matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
      [...table.matchAll(/<w:tr\b.*?<\/w:tr>/gs)].map(([row]) =>
        [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => wordsOf(cell)),
      ),
    );
  }
}

/** The words of a piece of WordprocessingML or DrawingML. */
export function wordsOf(xml: string): string {
  return [...xml.matchAll(/<[wac]:[tv](?: [^>]*)?>([^<]*)</g)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function isBalanced(xml: string): boolean {
  const open: string[] = [];
  for (const [, isEnd, name = '', isEmpty] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (isEnd) {
      if (open.pop() !== name) return false;
    } else if (!isEmpty) open.push(name);
  }
  return open.length === 0 && !/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml);
}
