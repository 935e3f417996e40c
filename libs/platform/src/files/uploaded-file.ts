import type { FastifyRequest } from 'fastify';
import { Problem, invalid } from '../http';

interface Upload {
  filename: string;
  toBuffer(): Promise<Buffer>;
}

export interface UploadedFile {
  name: string;
  content: Buffer;
}

/** The one file of a request, as the field `file`. Refuses what is not multipart, a file that is too large, and none. */
export async function uploadedFile(request: FastifyRequest, largestBytes: number): Promise<UploadedFile> {
  const upload = request as unknown as { isMultipart(): boolean; file(options: object): Promise<Upload | undefined> };
  if (!upload.isMultipart()) throw new Problem('request.wrong-kind');
  const file = await upload.file({ limits: { fileSize: largestBytes, files: 1 } });
  if (!file) throw invalid({ file: 'Choose a file' });
  const content = await file.toBuffer();
  if (content.length === 0) throw invalid({ file: 'This file is empty' });
  return { name: file.filename, content };
}
