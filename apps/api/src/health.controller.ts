import { Controller, Get, Header, HttpCode, Res } from '@nestjs/common';
import { Database, Permit, outboxFigures } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
const waiting = gauge('roundtable_outbox_waiting', 'Messages that are to go out, or are going out');
const oldestDue = gauge('roundtable_outbox_oldest_due_seconds', 'How long the message that is due longest has waited');
const failed = gauge('roundtable_outbox_failed', 'Messages that were given up and wait for somebody to see to them');

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
  async metrics(): Promise<string> {
    const outbox = await outboxFigures(this.database);
    waiting.set(outbox.waiting);
    oldestDue.set(outbox.oldestDueSeconds);
    failed.set(outbox.failed);
    return registry.metrics();
  }
}
