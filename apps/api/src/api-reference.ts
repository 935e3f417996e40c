import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** The full reference of the API, generated from the code: `/api/docs`, and `/api/openapi.json`. */
export function serveApiReference(app: NestFastifyApplication): void {
  const description = new DocumentBuilder()
    .setTitle('Roundtable')
    .setDescription('Multi-agency safeguarding training: courses, events, bookings, e-learning and evaluation.')
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('roundtable')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}
