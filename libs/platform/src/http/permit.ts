import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Permission, allows } from '@roundtable/contracts';
import { type ActingRequest, ActorResolver } from './actor';
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
    if (permission && allows(permission, actor.roles)) return true;
    throw new Problem(actor.personId ? 'people.not-allowed' : 'people.not-signed-in');
  }
}
