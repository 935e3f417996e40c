import { once } from 'node:events';
import { createDeflateRaw, type DeflateRaw } from 'node:zlib';
import { type AsyncFlateStreamHandler, ZipPassThrough } from 'fflate';

/** Deflate, as the ZIP format numbers it. */
const DEFLATE = 8;
/** Sheets say the same words over and over, so that the fastest level already packs them to a twentieth. */
const LEVEL = 1;

/** A part of a ZIP file that Node packs beside the running code, and that is written no faster than it is packed. */
export class DeflatedPart extends ZipPassThrough {
  private readonly packer: DeflateRaw = createDeflateRaw({ level: LEVEL });

  constructor(name: string) {
    super(name);
    this.compression = DEFLATE;
    this.packer.on('data', (part: Buffer<ArrayBuffer>) => this.send(null, part, false));
  }

  /** Packs a piece; done when there is room for the next. */
  async add(text: string): Promise<void> {
    this.push(Buffer.from(text));
    if (this.packer.writableNeedDrain) await once(this.packer, 'drain');
  }

  async finish(): Promise<void> {
    const ended = once(this.packer, 'end');
    this.push(Buffer.alloc(0), true);
    await ended;
    this.send(null, new Uint8Array(0), true);
  }

  protected override process(piece: Uint8Array, isLast: boolean): void {
    if (piece.length > 0) this.packer.write(piece);
    if (isLast) this.packer.end();
  }

  private get send(): AsyncFlateStreamHandler {
    return this.ondata;
  }
}
