import { Problem, ShapePipe } from '@roundtable/platform';

const TOO_OFTEN = 'There were too many tries. Wait a minute, then try again';
const pipe = new ShapePipe();

/** Sentences at the fields of a form that was refused, and the status to answer. */
export interface RefusedForm {
  errors: Record<string, string>;
  status: number;
}

/**
 * A refusal that belongs on the form it came from: errors of fields as they are, except that those of fields the page
 * does not have stand at `at`; and the other refusals in `words`, at `at` too. Throws on what belongs elsewhere.
 */
export function refusedForm(
  error: unknown,
  at: string,
  options: { fields: readonly string[]; words?: Partial<Record<string, string>> },
): RefusedForm {
  if (!(error instanceof Problem)) throw error;
  const said = options.words?.[error.code] ?? (error.code === 'request.too-often' ? TOO_OFTEN : undefined);
  if (said !== undefined) return { errors: { [at]: said }, status: error.status };
  const entries = Object.entries(error.more.errors ?? {});
  if (error.code !== 'request.invalid' || entries.length === 0) throw error;
  const placed = entries.map(([field, sentence]) => [options.fields.includes(field) ? field : at, sentence]);
  return { errors: Object.fromEntries(placed) as Record<string, string>, status: 422 };
}

/** Checks the shape of what was typed by the same rules, in the same words, as the API does. */
export async function shaped<Shape extends object>(shape: new () => Shape, given: object): Promise<Shape> {
  return (await pipe.transform(given, { type: 'body', metatype: shape })) as Shape;
}
