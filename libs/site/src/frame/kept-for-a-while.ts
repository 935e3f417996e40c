import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers a text that may be kept for a quarter of an hour, or that it has not changed since it was fetched. */
export function keptForAWhile(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  { type, by }: { type: string; by: 'public' | 'private' },
): void {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  void reply.header('etag', tag).header('cache-control', `${by}, max-age=900`);
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known?.includes(tag)) void reply.code(304).send();
  else void reply.type(type).send(text);
}
