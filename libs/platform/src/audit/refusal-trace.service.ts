import { Injectable, Logger } from '@nestjs/common';
import type { ActingRequest } from '../http/actor';
import { Problem } from '../http/problem';
import { Throttle } from '../throttle/throttle.service';
import { Audit } from './audit.service';

/** So many refusals of one person are written in a minute; a script that knocks at every door cannot fill the log. */
const MOST_A_MINUTE = 10;

/** Writes down that a signed-in person was refused: the route's pattern and the code, nothing that was typed. */
@Injectable()
export class RefusalTrace {
  private readonly logger = new Logger('Audit');

  constructor(
    private readonly audit: Audit,
    private readonly throttle: Throttle,
  ) {}

  /** Never fails: the refusal is answered whether or not it could be written down. */
  async note(problem: Problem, request: ActingRequest): Promise<void> {
    const { actor } = request;
    if (!actor?.personId || (problem.status !== 401 && problem.status !== 403)) return;
    try {
      await this.throttle.count(`refusals of ${actor.personId}`, MOST_A_MINUTE);
      await this.audit.record(actor, {
        action: 'request.refuse',
        subjectKind: 'route',
        subjectId: null,
        after: { method: request.method, route: request.routeOptions?.url ?? null, code: problem.code },
      });
    } catch (error) {
      if (error instanceof Problem) return;
      this.logger.error(`the refusal of request ${request.id} was not written down`);
    }
  }
}
