import type {} from '@fastify/cookie';
import type { Config } from '@roundtable/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` and Secure where people reach the product over HTTPS, as the cookie of a sign-in. */
function nameOf(config: Config): string {
  return config.publicUrl.startsWith('https:') ? '__Host-roundtable-trainer' : 'roundtable-trainer';
}

/** Keeps the secret of a visit by a mailed link until the browser is closed. */
export function setVisitCookie(reply: FastifyReply, config: Config, secret: string): void {
  void reply.setCookie(nameOf(config), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
  });
}

export function visitCookieOf(request: FastifyRequest, config: Config): string | null {
  return request.cookies[nameOf(config)] ?? null;
}
