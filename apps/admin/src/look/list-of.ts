/** The address of a list that shows only what the filter names. */
export function listOf(resource: string, filter: Record<string, string | string[]>): string {
  return `/${resource}?${new URLSearchParams({ filter: JSON.stringify(filter) }).toString()}`;
}
