import type { FastifyRequest } from 'fastify';
import type { Fields } from '../frame/fields';

const FIELD = { name: 'List-Unsubscribe', value: 'One-Click' };
const LONGEST = 100;

interface Part {
  type: 'field' | 'file';
  fieldname: string;
  value?: unknown;
}

/** Whether a mail programme ends mailings for its reader (RFC 8058): one field, sent as a form of either kind. */
export async function isOneClick(given: Fields, request: FastifyRequest): Promise<boolean> {
  if (given.text(FIELD.name) === FIELD.value) return true;
  const upload = request as unknown as { isMultipart(): boolean; parts(options: object): AsyncIterable<Part> };
  if (!upload.isMultipart()) return false;
  for await (const part of upload.parts({ limits: { fields: 5, files: 0, fieldSize: LONGEST } }))
    if (part.type === 'field' && part.fieldname === FIELD.name && part.value === FIELD.value) return true;
  return false;
}
