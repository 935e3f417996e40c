import { type Faces, facesFor } from '@roundtable/platform';
import PDFDocument from 'pdfkit';

export const PDF_COLOURS = { ink: '#0b2b2c', muted: '#56666b', teal: '#0b5d5e', line: '#cfdad8', amber: '#f2a33a' };

const MARGIN = 50;
const FOOT = 60;

export interface LineStyle {
  size: number;
  isBold?: boolean;
  colour?: string;
  gap?: number;
}

/** A tagged PDF in English (GB), A4 upright, whose pages are turned by us, so that no row and no chart is cut. */
export class PdfPages {
  readonly doc: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
  /** Embedded letters: the built-in ones have no minus sign. */
  readonly faces: Faces = facesFor('−');
  readonly left = MARGIN;
  readonly width: number;
  private pages = 0;

  constructor(
    private readonly title: string,
    madeAt: Date,
    private readonly warning: string | null,
  ) {
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN + 16, bottom: 0, left: MARGIN, right: MARGIN },
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en-GB',
      displayTitle: true,
      autoFirstPage: false,
      info: { Title: title, Author: 'Roundtable', CreationDate: madeAt },
    });
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.turn();
    this.width = this.doc.page.width - 2 * MARGIN;
  }

  /** Starts a page, with what stands at the head and foot of each. */
  turn(): void {
    const { doc } = this;
    doc.addPage();
    this.pages += 1;
    this.asideFromText('Pagination', () => {
      doc.font(this.faces.plain, 9).fillColor(PDF_COLOURS.muted);
      doc.text(this.title, MARGIN, 30, { lineBreak: false });
      const page = `Page ${this.pages}`;
      const right = doc.page.width - MARGIN;
      doc.text(page, right - doc.widthOfString(page), doc.page.height - 40, { lineBreak: false });
      if (this.warning === null) return;
      doc.font(this.faces.bold, 9).fillColor(PDF_COLOURS.ink);
      doc.text(this.warning, right - doc.widthOfString(this.warning), 30, { lineBreak: false });
    });
    doc.x = MARGIN;
    doc.y = doc.page.margins.top;
  }

  /** Turns the page unless there is room for so much. Out: whether it was turned. */
  makeRoom(height: number): boolean {
    const isFull = this.doc.y + height > this.doc.page.height - FOOT;
    if (isFull) this.turn();
    return isFull;
  }

  /** A paragraph or heading; `kept` is how much of what follows stays on its page. */
  line(parent: PDFKit.PDFStructureElement, tag: string, text: string, style: LineStyle, kept = 0): void {
    const { doc } = this;
    const words = text.normalize('NFC');
    const set = (): PDFKit.PDFDocument => doc.font(style.isBold ? this.faces.bold : this.faces.plain, style.size);
    const height = set().heightOfString(words, { width: this.width, lineGap: 2 });
    if (!this.makeRoom((style.gap ?? 0) + height + kept)) doc.y += style.gap ?? 0;
    parent.add(
      doc.struct(tag, {}, () => {
        set()
          .fillColor(style.colour ?? PDF_COLOURS.ink)
          .text(words, MARGIN, doc.y, { width: this.width, lineGap: 2 });
      }),
    );
  }

  /** What means nothing to a screen reader. */
  asideFromText(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** Ends the file. */
  done(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    return new Promise<Buffer>((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.doc.on('end', () => resolve(Buffer.concat(chunks)));
      this.doc.on('error', reject);
      this.root.end();
      this.doc.end();
    });
  }
}
