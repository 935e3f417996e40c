import { HttpError } from 'react-admin';

interface RefusalBody {
  errors?: Record<string, string>;
  detail?: Record<string, unknown>;
}

function bodyOf(error: unknown): RefusalBody {
  return error instanceof HttpError ? ((error.body as RefusalBody | null) ?? {}) : {};
}

/** What a refusal says of each field; empty where it is about something else. */
export function fieldErrors(error: unknown): Record<string, string> {
  return bodyOf(error).errors ?? {};
}

/** The refusal, unless one of these fields shows it already. */
export function unlessAtField(error: unknown, ...fields: string[]): unknown {
  const errors = fieldErrors(error);
  return fields.some((field) => errors[field] !== undefined) ? null : error;
}

/** The facts that come with a refusal. */
export function refusalDetail(error: unknown): Record<string, unknown> {
  return bodyOf(error).detail ?? {};
}
