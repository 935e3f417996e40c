/** What is wrong with a form, for the summary at the top and for each field. */
export interface PageErrors {
  summary: { text: string; href: string }[];
  at: Record<string, { text: string }>;
}

/** The errors of a form in the order of its fields; null where there are none. A field's name is its id on the page. */
export function pageErrors(messages: Record<string, string>): PageErrors | null {
  const entries = Object.entries(messages);
  if (!entries.length) return null;
  return {
    summary: entries.map(([name, text]) => ({ text, href: `#${name}` })),
    at: Object.fromEntries(entries.map(([name, text]) => [name, { text }])),
  };
}
