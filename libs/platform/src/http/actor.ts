import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { Permission, Role } from '@roundtable/contracts';
import type { FastifyRequest } from 'fastify';

/** Who is asking. Every query and use case takes it first, and shows or changes only what it may. */
export interface Actor {
  /** Empty for a visitor and for the product itself. */
  personId: string | null;
  name: string;
  email: string;
  roles: readonly Role[];
  /** Agencies whose people this person leads. */
  leadAgencyIds: readonly string[];
  /** The agency this person works for now, when there is one. */
  agencyId: string | null;
  /** What that agency pays and belongs to, where it was read with who is asking. */
  agency?: { feeType: string; sector: string };
  via: 'visitor' | 'session' | 'token' | 'link' | 'system';
  /** The sign-in this request belongs to. */
  signInId: string | null;
  /** What the token of this request may be used for; null where nothing narrows what the person may do. */
  scope: readonly Permission[] | null;
  /** Of a trainer without an account, who came by a mailed link: the one event, and who it is. */
  visit?: { eventId: string; trainerId: string };
  /** A second factor has to be set up before this sign-in carries any role. */
  mustEnrol?: true;
}

export const VISITOR: Actor = {
  personId: null,
  name: '',
  email: '',
  roles: [],
  leadAgencyIds: [],
  agencyId: null,
  via: 'visitor',
  signInId: null,
  scope: null,
};

/** The product itself: jobs, imports from the command line, the demonstration. */
export const SYSTEM: Actor = { ...VISITOR, roles: ['administrator', 'coordinator'], via: 'system' };

/** Staff who run the programme. */
export function isOffice(actor: Actor): boolean {
  return actor.roles.includes('administrator') || actor.roles.includes('coordinator');
}

/** Finds out who a request comes from. Answers VISITOR where nobody signed in. */
export abstract class ActorResolver {
  abstract resolve(request: FastifyRequest): Promise<Actor>;
}

export type ActingRequest = FastifyRequest & { actor?: Actor };

/** The actor of the request, as the guard found it. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest<ActingRequest>().actor ?? VISITOR,
);
