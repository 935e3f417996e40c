import { Inject, Injectable } from '@nestjs/common';
import { type EmailChange, type PasswordChange, paths } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  BouncedAddresses,
  CONFIG,
  type Config,
  Database,
  Outbox,
  Problem,
  VISITOR,
  found,
  invalid,
  isDuplicate,
} from '@roundtable/platform';
import { AccountEntity } from '../account.entity';
import { normalisedEmail } from '../email-address';
import { PersonEntity } from '../person.entity';
import { AddressProofs } from '../proofs/address-proofs.service';
import { type FromRequest, SignInService, type SignedIn } from '../sign-in/sign-in.service';
import { CredentialChanges } from './credential-changes.service';
import {
  addressChangedLetter,
  addressTakenLetter,
  confirmNewAddressLetter,
  passwordChangedLetter,
} from './credentials.mails';
import { chosenPasswordProblem } from './password-rules';
import { hashPassword } from './passwords';

/** What a signed-in person changes of what they sign in with. Each change ends their other sign-ins. */
@Injectable()
export class OwnCredentials {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly proofs: AddressProofs,
    private readonly signIns: SignInService,
    private readonly changes: CredentialChanges,
    private readonly bounced: BouncedAddresses,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Changes the password; answers a new sign-in for this device, as all others end. Refuses a wrong current one. */
  async changePassword(actor: Actor, wanted: PasswordChange, from: FromRequest): Promise<SignedIn> {
    const person = await this.personOf(actor);
    if (!(await this.signIns.isOwnPassword(actor, wanted.currentPassword)))
      throw invalid({ currentPassword: 'This is not your current password' });
    const problem = chosenPasswordProblem(wanted.newPassword, [person.name, person.email ?? '']);
    if (problem) throw invalid({ newPassword: problem });
    const passwordHash = await hashPassword(wanted.newPassword);
    return this.database.transaction(async () => {
      await this.database.repo(AccountEntity).update({ personId: person.id }, { passwordHash });
      await this.changes.endEverything(person.id);
      await this.changes.tell(
        person,
        'account.password-changed',
        passwordChangedLetter({ resetUrl: this.changes.resetUrl }),
      );
      await this.audit.record(actor, {
        action: 'account.change-password',
        subjectKind: 'person',
        subjectId: person.id,
      });
      return this.signIns.complete(person.id, from);
    });
  }

  /**
   * Mails a link to the new address, which is the person's once its button was pressed. Answers alike where somebody
   * else has the address: then its owner is told so.
   */
  async changeAddress(actor: Actor, wanted: EmailChange): Promise<{ email: string }> {
    const person = await this.personOf(actor);
    const email = normalisedEmail(wanted.email);
    if (!email) throw invalid({ email: 'Enter an email address in the correct format, like name@example.org' });
    if (email === person.email) throw invalid({ email: 'This is your email address already' });
    if (!(await this.signIns.isOwnPassword(actor, wanted.password)))
      throw invalid({ password: 'This is not your password' });
    const proof = await this.proofs.prepare('new-address');
    await this.database.transaction(async () => {
      const owner = await this.database.repo(PersonEntity).findOneBy({ email });
      const { id, mayMail } = await this.proofs.write(proof, { subjectId: person.id, email });
      const url = this.config.publicUrl + paths.confirmNewAddress({ token: proof.token });
      if (!mayMail) return;
      await this.outbox.write({
        kind: owner ? 'account.address-taken' : 'proof.new-address',
        regarding: id,
        occurrence: '1',
        to: { personId: (owner ?? person).id, name: (owner ?? person).name, address: email },
        letter: owner ? addressTakenLetter() : confirmNewAddressLetter({ url }),
      });
    });
    return { email };
  }

  /** The new address that a link would confirm; null for one that works no more. Changes nothing. */
  async newAddressOf(token: string): Promise<string | null> {
    return (await this.proofs.ofLink('new-address', token))?.email ?? null;
  }

  /** Makes the new address the person's, tells the old one, and ends every sign-in. */
  async confirmAddress(token: string): Promise<{ email: string }> {
    const proof = await this.proofs.ofLink('new-address', token);
    if (!proof?.subjectId) throw new Problem('people.proof-refused');
    const person = found(await this.database.repo(PersonEntity).findOneBy({ id: proof.subjectId }));
    try {
      await this.database.transaction(async () => {
        if (!(await this.proofs.use(proof))) throw new Problem('people.proof-refused');
        await this.database.repo(PersonEntity).update({ id: person.id }, { email: proof.email });
        await this.changes.endEverything(person.id);
        // Nobody reads what is sent to an address that mail comes back from.
        const wasDead = person.email !== null && (await this.bounced.clear(person.email));
        if (!wasDead) await this.changes.tell(person, 'account.address-changed', addressChangedLetter());
        await this.audit.record(
          { ...VISITOR, personId: person.id },
          { action: 'account.change-address', subjectKind: 'person', subjectId: person.id },
        );
      });
    } catch (error) {
      if (isDuplicate(error)) throw new Problem('people.email-taken');
      throw error;
    }
    return { email: proof.email };
  }

  /** Whoever signed in themselves: an integration's token changes nobody's credentials. */
  private async personOf(actor: Actor): Promise<PersonEntity> {
    if (actor.via !== 'session') throw new Problem('people.not-allowed');
    return found(await this.database.repo(PersonEntity).findOneBy({ id: actor.personId ?? '' }));
  }
}
