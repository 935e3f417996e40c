const LONGEST = 150;

/** What a file is called when it comes down: the words it came with, without a path, and the extension of what it is. */
export function downloadName(given: string, extension: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const words = last
    .replace(/\.[^.]*$/, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}"<>:|?*;%]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, LONGEST)
    .trim();
  return `${words || 'file'}.${extension}`;
}

/** The header that makes a browser save a file and never show it as a page (RFC 6266, RFC 8187). */
export function attachment(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%]/g, '');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain || 'file'}"; filename*=UTF-8''${encoded}`;
}
