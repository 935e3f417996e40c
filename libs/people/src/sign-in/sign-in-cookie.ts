import type {} from '@fastify/cookie';
import type { Config } from '@roundtable/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` and Secure where people reach the product over HTTPS; plain HTTP is for loopback. */
function nameOf(config: Config): string {
  return config.publicUrl.startsWith('https:') ? '__Host-roundtable' : 'roundtable';
}

const optionsOf = (config: Config) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: config.publicUrl.startsWith('https:'),
});

export function setSignInCookie(reply: FastifyReply, config: Config, secret: string): void {
  void reply.setCookie(nameOf(config), secret, optionsOf(config));
}

export function clearSignInCookie(reply: FastifyReply, config: Config): void {
  void reply.clearCookie(nameOf(config), optionsOf(config));
}

export function signInCookieOf(request: FastifyRequest, config: Config): string | null {
  return request.cookies[nameOf(config)] ?? null;
}
