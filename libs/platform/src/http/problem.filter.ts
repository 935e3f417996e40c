import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
  Logger,
  Optional,
} from '@nestjs/common';
import { PROBLEMS, type ProblemCode } from '@roundtable/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusalTrace } from '../audit/refusal-trace.service';
import type { ActingRequest } from './actor';
import { Problem } from './problem';
import { traceOf } from './trace-of';

/** Draws a refusal as a page, for everything outside `/api`. */
export abstract class ErrorPages {
  abstract answer(problem: Problem, request: ActingRequest, reply: FastifyReply): void | Promise<void>;
}

const BY_STATUS: Record<number, ProblemCode> = {
  400: 'request.malformed',
  401: 'people.not-signed-in',
  403: 'people.not-allowed',
  404: 'request.not-found',
  413: 'request.too-large',
  415: 'request.wrong-kind',
  429: 'request.too-often',
};

/** Any error as a Problem; null for a bug. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  const status =
    error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number } | null)?.statusCode ?? 500);
  const code = BY_STATUS[status];
  return code && PROBLEMS[code] ? new Problem(code) : null;
}

/** Every refusal leaves as a Problem; anything else is a bug: logged with the request's id, answered without detail. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(
    private readonly refusals: RefusalTrace,
    @Optional() @Inject(ErrorPages) private readonly pages?: ErrorPages,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    let problem = problemOf(error);
    if (!problem) {
      this.logger.error(`request ${request.id} failed`, traceOf(error));
      problem = new Problem('server.failed');
    }
    await this.refusals.note(problem, request);
    if (this.pages && !request.url.startsWith('/api')) return this.pages.answer(problem, request, reply);
    if (problem.status === 429) void reply.header('retry-after', '60');
    void reply
      .code(problem.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(problem.view());
  }
}
