import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Header, Res } from '@nestjs/common';
import { Permit, notFound } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { builtFolder } from './built-folder';

const NONCE = '__CSP_NONCE__';

/** The page of the back office, with a nonce of its own for its scripts and for the styles it makes at run time. */
@Controller('admin')
export class BackOfficeController {
  @Get(['', '*'])
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Permit('public')
  async page(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const page = await readFile(join(builtFolder('admin'), 'index.html'), 'utf8').catch(() => {
      throw notFound();
    });
    const nonce = randomBytes(16).toString('base64');
    void reply.header(
      'content-security-policy',
      `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'`,
    );
    return page.replaceAll(NONCE, nonce);
  }
}
