import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { type Observable, from, lastValueFrom } from 'rxjs';
import { Clock } from '../clock';
import { Database, isDuplicate } from '../database';
import type { ActingRequest } from '../http/actor';
import { invalid, Problem } from '../http/problem';
import { hashOf } from '../links/links.service';
import { IdempotentAnswerEntity } from './idempotent-answer.entity';

const KEPT_MS = 24 * 3600 * 1000;
const CARRIED_OUT_EACH_TIME = 'roundtable:carried-out-each-time';

/**
 * A route that no `Idempotency-Key` changes: one that checks a secret, because a refusal would be undone with its
 * transaction, its count of tries and its trace included; or one whose answer holds a secret, which is not to be kept.
 */
export const CarriedOutEachTime = () => SetMetadata(CARRIED_OUT_EACH_TIME, true);

/**
 * A POST to the API with an `Idempotency-Key` is carried out once: the same key and body give the first answer again,
 * another body is refused, and one that is still running is waited for. The answer is stored in the use case's
 * transaction. Visitors have no keys: theirs would be everybody's.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || request.headers['content-type']?.startsWith('multipart/'))
      return next.handle();
    if (!request.url.startsWith('/api') || !request.actor?.personId) return next.handle();
    if (this.reflector.get<boolean | undefined>(CARRIED_OUT_EACH_TIME, context.getHandler())) return next.handle();
    if (typeof key !== 'string' || key.length === 0 || key.length > 200)
      throw invalid({ 'Idempotency-Key': 'Idempotency-Key must be 1 to 200 characters' });
    return from(this.once(key, request, context.switchToHttp().getResponse<FastifyReply>(), next));
  }

  private async once(key: string, request: ActingRequest, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const personId = request.actor?.personId ?? null;
    const stored = hashOf(JSON.stringify([personId, request.url, key]));
    const bodyHash = hashOf(JSON.stringify(request.body ?? null));
    const now = this.clock.now();
    const work = async (): Promise<unknown> => {
      const answers = this.database.repo(IdempotentAnswerEntity);
      await answers.insert({
        key: stored,
        personId,
        bodyHash,
        status: 0,
        answer: null as never,
        expiresAt: new Date(now.getTime() + KEPT_MS),
      });
      const answer: unknown = await lastValueFrom(next.handle());
      await answers.update({ key: stored }, { status: reply.statusCode, answer: (answer ?? null) as never });
      return answer;
    };
    try {
      return await this.database.transaction(work);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    const first = await this.database.repo(IdempotentAnswerEntity).findOneBy({ key: stored });
    if (!first) throw new Problem('server.busy');
    if (first.expiresAt <= now) {
      await this.database.repo(IdempotentAnswerEntity).delete({ key: stored });
      return this.database.transaction(work);
    }
    if (first.bodyHash !== bodyHash) throw new Problem('request.idempotency-conflict');
    void reply.code(first.status);
    return first.answer;
  }
}
