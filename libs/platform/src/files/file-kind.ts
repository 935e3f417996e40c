import { fileTypeFromBuffer } from 'file-type';
import { unzipSync } from 'fflate';

/** What stands in a packed document of each kind, beside the list of its parts. */
const PARTS: Record<string, string> = { docx: 'word/', pptx: 'ppt/', xlsx: 'xl/' };
const OPEN_DOCUMENTS = new Set(['odt', 'odp', 'ods']);
const MOST_PARTS = 5000;
const LARGEST_RATIO = 200;
const LARGEST_UNPACKED_BYTES = 400 * 1024 * 1024;

/**
 * What kind of file this is by its content, as an extension: 'pdf', 'docx'; null where it is not known, not sound, or
 * carries macros. What the file is called plays no part.
 */
export async function fileKindOf(content: Buffer): Promise<string | null> {
  const kind = (await fileTypeFromBuffer(content))?.ext ?? null;
  if (kind === null) return null;
  if (!(kind in PARTS) && !OPEN_DOCUMENTS.has(kind) && kind !== 'zip') return kind;
  return packedKindOf(content, kind);
}

interface Part {
  name: string;
  packed: number;
  unpacked: number;
}

/** A packed document is known by its parts, none of which is unpacked; one that would grow beyond measure is no document. */
function packedKindOf(content: Buffer, kind: string): string | null {
  const parts = partsOf(content);
  if (parts === null || parts.length > MOST_PARTS) return null;
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0);
  if (unpacked > LARGEST_UNPACKED_BYTES || unpacked > Math.max(content.length, 1) * LARGEST_RATIO) return null;
  const has = (start: string): boolean => parts.some(({ name }) => name.startsWith(start));
  if (parts.some(({ name }) => /(^|\/)vbaProject\.bin$|^Basic\//i.test(name))) return null;
  if (OPEN_DOCUMENTS.has(kind)) return has('content.xml') ? kind : null;
  if (!has('[Content_Types].xml')) return null;
  return Object.keys(PARTS).find((known) => has(PARTS[known] ?? '')) ?? null;
}

function partsOf(content: Buffer): Part[] | null {
  const parts: Part[] = [];
  try {
    unzipSync(content, {
      filter: ({ name, size, originalSize }) => {
        parts.push({ name, packed: size, unpacked: originalSize });
        return false;
      },
    });
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
  return parts;
}
