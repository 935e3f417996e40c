/**
 * An address of this website to go to next, from what a request carried. Anything that could lead to another
 * website, or back to registering, signing in or out, becomes `otherwise`.
 */
export function localPath(text: string, otherwise: string): string {
  const isLocal = text.length <= 500 && /^\/(?!\/)[\x21-\x7e]*$/.test(text) && !text.includes('\\');
  return isLocal && !/^\/(sign-in|sign-out|register|confirm-new-address|api)\b/.test(text) ? text : otherwise;
}
