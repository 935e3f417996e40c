import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Permission, type ProblemCode, allows } from '@roundtable/contracts';
import { type ActingRequest, type Actor, ActorResolver } from './actor';
import { Problem } from './problem';

export const PERMISSION = 'roundtable:permission';

/** Which permission a route asks for. A route without one is refused to everybody. */
export const Permit = (permission: Permission) => SetMetadata(PERMISSION, permission);

/** Finds out who asks, and whether their account may use the route. Which rows they see is the query's business. */
@Injectable()
export class PermitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const permission = this.reflector.getAllAndOverride<Permission | undefined>(PERMISSION, [
      context.getHandler(),
      context.getClass(),
    ]);
    const actor = await this.actors.resolve(request);
    request.actor = actor;
    if (permission && allows(permission, actor.roles)) {
      if (isInScope(actor, permission)) return true;
      throw new Problem('tokens.out-of-scope');
    }
    if (actor.mustEnrol && permission === 'me.second-factor') return true;
    throw new Problem(refusalOf(actor));
  }
}

function refusalOf(actor: Actor): ProblemCode {
  if (actor.mustEnrol) return 'people.second-factor-first';
  return actor.personId ? 'people.not-allowed' : 'people.not-signed-in';
}

/** A token that was made for something opens that alone, even where any visitor may; pages for everybody stay open. */
function isInScope(actor: Actor, permission: Permission): boolean {
  return actor.scope === null || permission === 'public' || actor.scope.includes(permission);
}
