import type { FastifyRequest } from 'fastify';
import { Problem, invalid } from '../http';

const LARGEST_FILE = 20 * 1024 * 1024;
const LARGEST_TEXT = 1024 * 1024;

type Part = { type: 'file'; toBuffer(): Promise<Buffer> } | { type: 'field'; fieldname: string; value: unknown };

interface Multipart {
  isMultipart(): boolean;
  parts(options: object): AsyncIterable<Part>;
}

/** The sheet that came with a request: a file, or a table that was pasted as the field `text`. */
export async function uploadedSheet(request: FastifyRequest): Promise<Buffer> {
  const upload = request as unknown as Multipart;
  if (!upload.isMultipart()) throw new Problem('request.wrong-kind');
  let sheet: Buffer | undefined;
  const limits = { fileSize: LARGEST_FILE, files: 1, fieldSize: LARGEST_TEXT };
  for await (const part of upload.parts({ limits })) {
    if (part.type === 'file') sheet = await part.toBuffer();
    else if (part.fieldname === 'text' && typeof part.value === 'string') {
      if (part.value.length >= LARGEST_TEXT) throw new Problem('request.too-large');
      sheet ??= Buffer.from(part.value);
    }
  }
  if (!sheet) throw invalid({ file: 'Choose a file' });
  return sheet;
}
