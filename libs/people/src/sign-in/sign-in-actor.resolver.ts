import { Inject, Injectable } from '@nestjs/common';
import { type Actor, ActorResolver, CONFIG, type Config, Problem, VISITOR, hashOf } from '@roundtable/platform';
import type { FastifyRequest } from 'fastify';
import { ActorQueries } from './actor.queries';
import { signInCookieOf } from './sign-in-cookie';

/** Knows people by the cookie of their sign-in or by a bearer token. A token that is not valid is refused, never ignored. */
@Injectable()
export class SignInActorResolver extends ActorResolver {
  constructor(
    private readonly actors: ActorQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async resolve(request: FastifyRequest): Promise<Actor> {
    const authorization = request.headers.authorization;
    if (authorization?.startsWith('Bearer ')) {
      const actor = await this.actors.byToken(hashOf(authorization.slice('Bearer '.length)));
      if (!actor) throw new Problem('people.not-signed-in');
      return actor;
    }
    const secret = signInCookieOf(request, this.config);
    return (secret ? await this.actors.bySignIn(hashOf(secret)) : null) ?? VISITOR;
  }
}
