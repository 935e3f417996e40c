import Mustache from 'mustache';

const named = (fields: readonly string[]): string => fields.map((field) => `{{${field}}}`).join(', ');

/**
 * What is wrong with the merge fields of a text that somebody typed, as a sentence; null where nothing is. Only plain
 * fields of the list are known: no sections, no other ways to write one.
 */
export function mergeFieldProblem(text: string, fields: readonly string[]): string | null {
  const tokens = tokensOf(text);
  if (tokens === null || tokens.some(({ kind, value }) => kind === 'text' && /\{\{|\}\}/.test(value)))
    return `Close each field with two braces. Write it like ${named(fields.slice(0, 1))}`;
  const unknown = tokens.find(({ kind, value }) => kind !== 'text' && !(kind === 'name' && fields.includes(value)));
  if (!unknown) return null;
  return `There is no field {{${unknown.value}}}. You can use ${named(fields)}`;
}

/** The names of the fields that stand in a text, in the order in which they stand. */
export function fieldsIn(text: string): string[] {
  return (tokensOf(text) ?? []).filter(({ kind }) => kind === 'name').map(({ value }) => value);
}

/** The text with its fields filled in. What is filled in is plain text and is not read for fields again. */
export function withFields(text: string, values: Readonly<Record<string, string>>): string {
  return Mustache.render(text, values, {}, { escape: String });
}

function tokensOf(text: string): { kind: string; value: string }[] | null {
  try {
    return Mustache.parse(text).map(([kind, value]) => ({ kind, value: String(value) }));
  } catch {
    // It throws on a field that is not closed and says nothing more: that is the answer, not a fault.
    return null;
  }
}
