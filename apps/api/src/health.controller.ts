import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import { Database, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Registry, collectDefaultMetrics } from 'prom-client';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** What an operator's monitoring asks. */
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('health/live')
  @Permit('operations.read')
  live(): { status: string } {
    return { status: 'up' };
  }

  @Get('health/ready')
  @HttpCode(200)
  @Permit('operations.read')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    const isReady = (await this.database.isUp()) && !(await this.database.hasPendingMigrations());
    void reply.code(isReady ? 200 : 503);
    return { status: isReady ? 'ready' : 'not ready' };
  }

  @Get('metrics')
  @Header('content-type', registry.contentType)
  @Permit('operations.read')
  metrics(): Promise<string> {
    return registry.metrics();
  }
}
