import { Injectable } from '@nestjs/common';
import type { MeView, SignInRequest } from '@roundtable/contracts';
import { type Actor, Audit, Database, Problem, Throttle, VISITOR, hashOf } from '@roundtable/platform';
import { AccountEntity } from '../account.entity';
import { isPassword } from '../credentials/passwords';
import { normalisedEmail } from '../email-address';
import { PeopleService } from '../people.service';
import { AddressProofs } from '../proofs/address-proofs.service';
import { SecondFactors } from '../second-factor/second-factors.service';
import { ActorQueries } from './actor.queries';
import { TRIES, counted } from './sign-in-limits';
import { type FromDevice, SignIns } from './sign-ins.service';

const PER_ACCOUNT = 10;
/** Soft: councils and hospitals sit behind one address. */
const PER_ADDRESS = 300;

/** What a request says of where it comes from. */
export interface FromRequest extends FromDevice {
  address: string;
}

/** The cookie's secret, and who is signed in by it. */
export interface SignedIn {
  secret: string;
  me: MeView;
}

/** Signing in with a password, with a second factor where one is on, and signing out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly throttle: Throttle,
    private readonly actors: ActorQueries,
    private readonly people: PeopleService,
    private readonly signIns: SignIns,
    private readonly factors: SecondFactors,
    private readonly proofs: AddressProofs,
  ) {}

  /**
   * Signs a person in on one device; answers the cookie's secret and who they are. Refuses an unknown address and a
   * wrong password with the same words in the same time, and more than ten tries a minute. Where a second factor is
   * on, `people.code-needed` asks for its code, and a wrong one is refused like a wrong password.
   */
  async signIn(wanted: SignInRequest & FromRequest): Promise<SignedIn> {
    const personId = await this.personOf(wanted);
    await this.passSecondFactor(personId, wanted.code);
    return this.complete(personId, wanted);
  }

  /**
   * The same for a page that asks for the code after the password: answers a token for the second step where a factor
   * is on, which lives for ten minutes.
   */
  async begin(wanted: Pick<SignInRequest, 'email' | 'password'> & FromRequest): Promise<SignedIn | { step: string }> {
    const personId = await this.personOf(wanted);
    return this.completeOrStep(personId, wanted);
  }

  /** Signs in whoever proved the first half, or answers a token for the second step. */
  async completeOrStep(personId: string, from: FromRequest): Promise<SignedIn | { step: string }> {
    if (!(await this.factors.isOn(personId))) return this.complete(personId, from);
    const proof = await this.proofs.prepare('second-step');
    await this.proofs.write(proof, { subjectId: personId, email: '' });
    return { step: proof.token };
  }

  /** Whether the second step still waits for its code. */
  async isStepOpen(step: string): Promise<boolean> {
    return (await this.proofs.ofLink('second-step', step)) !== null;
  }

  /** The second step: the app's code or a recovery code. Refuses a wrong one, and a step that has run out. */
  async finish(step: string, code: string, from: FromRequest): Promise<SignedIn> {
    await this.throttle.count(`sign-in from ${from.address}`, PER_ADDRESS);
    const proof = await this.proofs.ofLink('second-step', step);
    if (!proof?.subjectId || !(await this.proofs.countTry(proof))) throw new Problem('people.proof-refused');
    await this.passSecondFactor(proof.subjectId, code);
    if (!(await this.proofs.use(proof))) throw new Problem('people.proof-refused');
    return this.complete(proof.subjectId, from);
  }

  /** Refuses without the right code of a factor that is on; uses the code up. */
  async passSecondFactor(personId: string, code: string | undefined): Promise<void> {
    if (!(await this.factors.isOn(personId))) return;
    if (!code) throw new Problem('people.code-needed');
    if (!(await this.factors.check(personId, code))) return this.refuse(personId);
  }

  /** Signs in a person who has proved all they need to. */
  async complete(personId: string, from: FromDevice): Promise<SignedIn> {
    const secret = await this.signIns.start(personId, from);
    const actor = await this.actors.bySignIn(hashOf(secret));
    return { secret, me: meView(actor ?? VISITOR) };
  }

  /** Ends the sign-in that this request came with. */
  async signOut(actor: Actor): Promise<void> {
    await this.signIns.end(actor.signInId);
  }

  /** Whether this is the password of a signed-in person; asked again before what a stolen session must not do. */
  async isOwnPassword(actor: Actor, password: string): Promise<boolean> {
    await this.throttle.count(`password of ${actor.personId ?? ''}`, PER_ACCOUNT);
    const account = await this.database.repo(AccountEntity).findOneBy({ personId: actor.personId ?? '' });
    return isPassword(password, account?.passwordHash ?? null);
  }

  private async personOf(wanted: { email: string; password: string; address: string }): Promise<string> {
    const email = normalisedEmail(wanted.email) ?? '';
    await this.throttle.count(counted.password(email), TRIES.password);
    await this.throttle.count(`sign-in from ${wanted.address}`, PER_ADDRESS);
    const person = await this.people.byEmail(email);
    const account = person ? await this.database.repo(AccountEntity).findOneBy({ personId: person.id }) : null;
    const isRight = await isPassword(wanted.password, account?.confirmedAt ? account.passwordHash : null);
    return isRight && person ? person.id : this.refuse(person?.id ?? null);
  }

  private async refuse(personId: string | null): Promise<never> {
    await this.audit.record(VISITOR, { action: 'sign-in.refuse', subjectKind: 'person', subjectId: personId });
    throw new Problem('people.sign-in-failed');
  }
}

/** Who is signed in, as they are told. */
export function meView(actor: Actor): MeView {
  return {
    id: actor.personId ?? '',
    name: actor.name,
    email: actor.email,
    roles: [...actor.roles],
    ...(actor.mustEnrol && { mustEnrol: true as const }),
  };
}
