import { Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, ActorResolver, ErrorPages, type Problem, VISITOR } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { localPath } from './local-path';
import { problemPage } from './problem.presenter';
import { SitePages } from './site-pages';

/** Refusals as pages. Whoever is not signed in is asked to sign in, and comes back to where they were. */
@Injectable()
export class SiteErrorPages extends ErrorPages {
  constructor(
    private readonly pages: SitePages,
    private readonly actors: ActorResolver,
  ) {
    super();
  }

  async answer(problem: Problem, request: ActingRequest, reply: FastifyReply): Promise<void> {
    if (problem.status === 401) return this.pages.redirect(reply, this.signInPath(request));
    if (problem.code === 'people.second-factor-first') return this.pages.redirect(reply, paths.secondFactor);
    if (problem.status === 429) void reply.header('retry-after', '60');
    // An address that is no route never met the guard, so nobody has asked yet who is there.
    if (problem.status === 404 && !request.actor)
      request.actor = await this.actors.resolve(request).catch(() => VISITOR);
    this.pages.page(reply, request, 'frame/problem.njk', problemPage(problem, request.id), problem.status);
  }

  /** Every form is sent to the address of its own page, so that is where people come back to. */
  private signInPath(request: ActingRequest): string {
    const back = localPath(request.url, '');
    return back ? `${paths.signIn}?returnTo=${encodeURIComponent(back)}` : paths.signIn;
  }
}
