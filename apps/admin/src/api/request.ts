import type { ProblemView } from '@roundtable/contracts';
import { fetchUtils, HttpError, type Options } from 'react-admin';

const UNREACHABLE = 'We could not reach the service. Check your connection, then try again.';
const UNEXPECTED = 'Something went wrong on our side. Try again in a few minutes.';

function isProblem(body: unknown): body is ProblemView {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}

/** The sentence to show: the title, and why or what is missing, where the refusal says so. */
function sentenceOf({ title, detail }: ProblemView): string {
  const because = detail?.['because'];
  const missing = titlesOf(detail?.['missing']);
  return [title, ...(typeof because === 'string' ? [because] : []), ...(missing ? [`Missing: ${missing}.`] : [])].join(
    ' ',
  );
}

function titlesOf(missing: unknown): string {
  if (!Array.isArray(missing)) return '';
  return missing
    .flatMap((one: unknown) => (typeof one === 'object' && one !== null && 'title' in one ? [String(one.title)] : []))
    .join(', ');
}

interface Answered {
  status: number;
  headers: Headers;
  body: string;
  json: unknown;
}

/**
 * Calls the API as the signed-in person. A refusal becomes an HttpError whose message is the sentence to show
 * and whose body carries `errors`, so that a form puts them beside its inputs.
 */
export async function fetchJson(url: string, options: Options = {}): Promise<Answered> {
  try {
    return await fetchUtils.fetchJson(url, { credentials: 'same-origin', ...options });
  } catch (error) {
    if (!(error instanceof HttpError)) {
      const isAborted = error instanceof DOMException && error.name === 'AbortError';
      throw isAborted ? error : new HttpError(UNREACHABLE, 0);
    }
    const body: unknown = error.body;
    throw isProblem(body)
      ? new HttpError(sentenceOf(body), error.status, body)
      : new HttpError(UNEXPECTED, error.status, {});
  }
}

async function send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const { json } = await fetchJson(`/api${path}`, { method, body: method === 'GET' ? undefined : bodyOf(body) });
  return json as Answer;
}

/** Writing always says that it sends JSON, so a call that has nothing to say sends an empty object. */
function bodyOf(body: unknown): FormData | string {
  return body instanceof FormData ? body : JSON.stringify(body ?? {});
}

export const api = {
  get: <Answer>(path: string) => send<Answer>('GET', path),
  post: <Answer>(path: string, body?: unknown) => send<Answer>('POST', path, body),
  put: <Answer>(path: string, body: unknown) => send<Answer>('PUT', path, body),
  patch: <Answer>(path: string, body: unknown) => send<Answer>('PATCH', path, body),
  remove: (path: string) => send<void>('DELETE', path),
};

/** The machine-readable code of a refusal, where the server gave one. */
export function problemCode(error: unknown): string | undefined {
  const body: unknown = error instanceof HttpError ? error.body : undefined;
  return isProblem(body) ? body.code : undefined;
}
