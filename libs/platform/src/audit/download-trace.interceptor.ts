import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, mergeMap } from 'rxjs';
import type { ActingRequest } from '../http/actor';
import { Audit } from './audit.service';

/** Every file that a signed-in person downloads leaves an entry in the audit log: the route's pattern and what it was of. */
@Injectable()
export class DownloadTraceInterceptor implements NestInterceptor {
  constructor(private readonly audit: Audit) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<ActingRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        if (isFile(answer, reply)) await this.note(request);
        return answer;
      }),
    );
  }

  private async note(request: ActingRequest): Promise<void> {
    if (!request.actor?.personId) return;
    const [subjectId] = Object.values((request.params ?? {}) as Record<string, string>);
    await this.audit.record(request.actor, {
      action: 'file.download',
      subjectKind: 'file',
      subjectId: subjectId?.slice(0, 36) ?? request.actor.personId,
      after: { route: request.routeOptions?.url ?? null },
    });
  }
}

function isFile(answer: unknown, reply: FastifyReply): boolean {
  if (answer instanceof StreamableFile) return Boolean(answer.getHeaders().disposition);
  return String(reply.getHeader('content-disposition') ?? '').startsWith('attachment');
}
