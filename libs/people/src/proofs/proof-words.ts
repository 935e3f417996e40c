/** A six-digit code in two halves, which are easier to read and to type; spaces are taken out again. */
export function spoken(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** What somebody typed for a code, without the spaces and dashes. */
export function typedCode(text: string): string {
  return text.replace(/[\s-]/g, '');
}
