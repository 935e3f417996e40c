import { Injectable } from '@nestjs/common';
import type { MeView, SignInRequest } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Database,
  Problem,
  Throttle,
  VISITOR,
  hashOf,
  newId,
  newSecret,
} from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { AccountEntity } from './account.entity';
import { ActorQueries } from './actor.queries';
import { normalisedEmail } from './email-address';
import { isPassword } from './passwords';
import { PersonEntity } from './person.entity';
import { SignInEntity } from './sign-in.entity';

const PER_ACCOUNT = 10;
/** Soft: councils and hospitals sit behind one address. */
const PER_ADDRESS = 300;

/** Signing in with a password, and signing out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly throttle: Throttle,
    private readonly actors: ActorQueries,
  ) {}

  /**
   * Signs a person in on one device; answers the cookie's secret and who they are. Refuses an unknown address and a
   * wrong password with the same words in the same time, and more than ten tries a minute.
   */
  async signIn(wanted: SignInRequest & { address: string }): Promise<{ secret: string; me: MeView }> {
    const email = normalisedEmail(wanted.email) ?? '';
    await this.throttle.count(`sign-in ${hashOf(email)}`, PER_ACCOUNT);
    await this.throttle.count(`sign-in from ${wanted.address}`, PER_ADDRESS);
    const person = await this.database.repo(PersonEntity).findOneBy({ email });
    const account = person ? await this.database.repo(AccountEntity).findOneBy({ personId: person.id }) : null;
    const isRight = await isPassword(wanted.password, account?.confirmedAt ? account.passwordHash : null);
    if (!isRight || !person) {
      await this.audit.record(VISITOR, {
        action: 'sign-in.refuse',
        subjectKind: 'person',
        subjectId: person?.id ?? null,
      });
      throw new Problem('people.sign-in-failed');
    }
    const secret = newSecret();
    const now = new Date();
    const id = newId();
    await this.database.transaction(async () => {
      await this.database
        .repo(SignInEntity)
        .insert({ id, tokenHash: hashOf(secret), personId: person.id, startedAt: now, lastSeenAt: now, endedAt: null });
      await this.audit.record(
        { ...VISITOR, personId: person.id },
        { action: 'sign-in.start', subjectKind: 'sign-in', subjectId: id },
      );
    });
    const actor = await this.actors.bySignIn(hashOf(secret));
    return { secret, me: meView(actor ?? VISITOR) };
  }

  /** Ends the sign-in that this request came with. */
  async signOut(actor: Actor): Promise<void> {
    if (!actor.signInId) return;
    await this.database.repo(SignInEntity).update({ id: actor.signInId, endedAt: IsNull() }, { endedAt: new Date() });
  }
}

/** Who is signed in, as they are told. */
export function meView(actor: Actor): MeView {
  return { id: actor.personId ?? '', name: actor.name, email: actor.email, roles: [...actor.roles] };
}
