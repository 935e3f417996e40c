import { zipSync } from 'fflate';

const BOUNDARY = 'roundtable-upload';

/** The body and the header of a form with one file in it. */
export function upload(name: string, content: Buffer): { body: Buffer; headers: Record<string, string> } {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    body: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  };
}

export const aPdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n');

/** The smallest thing that is a Word document. */
export function aWordFile(more: Record<string, string> = {}): Buffer {
  const parts = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', ...more };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)]))),
  );
}
