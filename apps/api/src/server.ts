import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import staticFiles from '@fastify/static';
import type { FastifyRequest } from 'fastify';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type Clock,
  type Config,
  type Database,
  Problem,
  Settings,
  refuseCrossOrigin,
  refuseOddNesting,
} from '@roundtable/platform';
import { AppModule } from './app.module';
import { serveApiReference } from './api-reference';
import { builtFolder } from './built-folder';

const JSON_LIMIT = 256 * 1024;
const IMPORT_LIMIT = 20 * 1024 * 1024;
const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Forms belong to the website; the API takes JSON, and files where it asks for one. */
function refuseForms(request: FastifyRequest): void {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  if (isForm && request.url.startsWith('/api')) throw new Problem('request.wrong-kind');
}

/** The server, composed and ready to listen: security headers, cookies, uploads, static files, every route. */
export async function buildServer(config: Config, database: Database, clock?: Clock): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: JSON_LIMIT,
    // The address of a course is made from its title, which may have 200 characters.
    routerOptions: { maxParamLength: 300 },
    trustProxy: ['loopback'],
    logger:
      config.logLevel === 'silent'
        ? false
        : {
            level: config.logLevel,
            serializers: { req: (request: FastifyRequest) => ({ method: request.method, id: request.id }) },
          },
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(config, database, clock), adapter, {
    logger: config.logLevel === 'debug' ? undefined : ['error', 'warn'],
    abortOnError: false,
  });
  const isSecure = config.publicUrl.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    hsts: isSecure,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  await app.register(cookie);
  await app.register(compress, { encodings: ['gzip', 'identity'], threshold: 1024 });
  await app.register(multipart, { limits: { fileSize: IMPORT_LIMIT, files: 1, fields: 20 } });
  const assets = builtFolder('assets');
  if (existsSync(assets))
    await app.register(staticFiles, { root: assets, prefix: '/assets/', maxAge: YEAR_MS, immutable: true });
  const admin = builtFolder('admin');
  if (existsSync(admin))
    await app.register(staticFiles, {
      root: join(admin, 'assets'),
      prefix: '/admin/assets/',
      decorateReply: false,
      maxAge: YEAR_MS,
      immutable: true,
    });
  const settings = app.get(Settings);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', async (request, reply) => {
    refuseCrossOrigin(request, config.publicUrl);
    refuseForms(request);
    if (request.url.startsWith('/api') || request.url.startsWith('/calendar'))
      void reply.header('cache-control', 'no-store');
    await settings.refreshDemonstration();
  });
  fastify.addHook('preValidation', async (request) => refuseOddNesting(request.body));
  serveApiReference(app);
  await app.init();
  await fastify.ready();
  await settings.refreshDemonstration(true);
  return app;
}
