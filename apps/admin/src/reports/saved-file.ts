import { fetchJson } from '../api/request';

const MEGABYTE = 1024 * 1024;

/** Saves what the address answers as a file under the name it comes with, and says each megabyte that has come. */
export async function saved(url: string, signal: AbortSignal, onProgress: (megabytes: number) => void): Promise<void> {
  const answer = await fetch(url, { credentials: 'same-origin', signal });
  // A refusal is asked for again as JSON, which turns it into the sentence to show.
  if (!answer.ok || !answer.body) {
    await fetchJson(url);
    return;
  }
  const parts: BlobPart[] = [];
  let bytes = 0;
  let told = 0;
  const reader = answer.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    parts.push(piece.value);
    bytes += piece.value.length;
    const megabytes = Math.floor(bytes / MEGABYTE);
    if (megabytes > told) onProgress((told = megabytes));
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(parts, { type: answer.headers.get('content-type') ?? '' }));
  link.download = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'answers';
  link.click();
  URL.revokeObjectURL(link.href);
}
