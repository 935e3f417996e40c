/** '240 KB' or '3.4 MB', rounded up. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.ceil(bytes / 1024))} KB`;
  return `${Math.ceil((bytes * 10) / (1024 * 1024)) / 10} MB`;
}
