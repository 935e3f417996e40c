import type { FastifyRequest } from 'fastify';
import { Problem } from './problem';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a request that changes something and comes from another website: by Sec-Fetch-Site, with Origin as
 * fallback. Requests with a bearer token carry no cookie, so they cannot be forged this way.
 */
export function refuseCrossOrigin(request: FastifyRequest, publicUrl: string): void {
  if (READING.has(request.method) || request.headers.authorization?.startsWith('Bearer ')) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw new Problem('request.cross-origin');
    return;
  }
  const origin = request.headers.origin;
  if (origin === undefined) return;
  const own = new Set([new URL(publicUrl).origin, `http://${request.headers.host}`, `https://${request.headers.host}`]);
  if (!own.has(origin)) throw new Problem('request.cross-origin');
}
