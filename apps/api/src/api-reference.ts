import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** The one style that Swagger UI writes into its page by itself; another version may need another hash. */
const OWN_STYLE = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";
const PAGE = /^\/api\/docs\/?(\?|$)/;

/** The full reference of the API, generated from the code: `/api/docs`, and `/api/openapi.json`. */
export function serveApiReference(app: NestFastifyApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Roundtable')
    .setDescription('Multi-agency safeguarding training: courses, events, bookings, e-learning and evaluation.')
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('roundtable')
    .build();
  allowThePage(app);
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Roundtable API',
    customfavIcon: '/assets/favicon.svg',
    customCss: '.swagger-ui .topbar { display: none }',
    // Without this the page would send the description to a website that checks it.
    swaggerOptions: { validatorUrl: null },
  });
}

/** Under `/api` nothing may run; the page of the reference may run its own scripts, which a nonce of its own marks. */
function allowThePage(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (request, reply, payload) => {
      if (!PAGE.test(request.url) || typeof payload !== 'string' || reply.statusCode !== 200) return payload;
      const nonce = randomBytes(16).toString('base64');
      void reply
        .type('text/html; charset=utf-8')
        .header(
          'content-security-policy',
          `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}' ${OWN_STYLE}; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'`,
        );
      return payload.trimStart().replace(/<(script|style)\b/g, `<$1 nonce="${nonce}"`);
    });
}
