import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import {
  Audit,
  CONFIG,
  type Config,
  Database,
  Outbox,
  Problem,
  Throttle,
  VISITOR,
  found,
  invalid,
  newId,
} from '@roundtable/platform';
import { AccountEntity } from '../account.entity';
import { normalisedEmail } from '../email-address';
import { PersonEntity } from '../person.entity';
import type { AddressProofEntity } from '../proofs/address-proof.entity';
import { AddressProofs } from '../proofs/address-proofs.service';
import { inEvenTime } from '../proofs/even-time';
import { KnownAddresses } from '../sign-in/known-addresses.service';
import { TRIES, counted } from '../sign-in/sign-in-limits';
import { noAccountLetter } from '../sign-in/sign-in.mails';
import { CredentialChanges } from './credential-changes.service';
import { passwordChangedLetter, resetLetter } from './credentials.mails';
import { chosenPasswordProblem } from './password-rules';
import { hashPassword } from './passwords';

const PER_ADDRESS = 300;

/** A new password for whoever forgot theirs, by mail. It opens nothing by itself: signing in comes after it. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly throttle: Throttle,
    private readonly proofs: AddressProofs,
    private readonly known: KnownAddresses,
    private readonly changes: CredentialChanges,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Mails a link to an address that has an account; answers alike, in words and in time, where nobody has it. */
  async ask(typed: string, from: { address: string }): Promise<{ email: string }> {
    const email = normalisedEmail(typed) ?? '';
    await this.throttle.count(counted.reset(email), TRIES.password);
    await this.throttle.count(`password-reset from ${from.address}`, PER_ADDRESS);
    await inEvenTime(async () => {
      const proof = await this.proofs.prepare('password-reset');
      await this.database.transaction(async () => {
        const known = await this.known.find(email);
        const subjectId = known?.hasAccount ? known.person.id : null;
        const { id, mayMail } = await this.proofs.write(proof, { subjectId, email });
        const url = (path: string) => this.config.publicUrl + path;
        if (known && mayMail)
          await this.outbox.write({
            kind: known.hasAccount ? 'proof.password-reset' : 'account.none-yet',
            regarding: id,
            occurrence: '1',
            to: { personId: known.person.id, name: known.person.name, address: email },
            letter: known.hasAccount
              ? resetLetter({ url: url(paths.newPassword({ token: proof.token })) })
              : noAccountLetter({ registerUrl: url(paths.register) }),
          });
      });
    });
    return { email };
  }

  /** Whether a link still leads to a new password. Changes nothing. */
  async isOpen(token: string): Promise<boolean> {
    return (await this.proofOf(token)) !== null;
  }

  /**
   * Sets the password, once, and ends every sign-in. A second factor stays on. Whoever was sent the link by staff and
   * has no account gets one: the mail has proved the address. Refuses a link that works no more, and
   * a password that is easy to guess, which leaves the link open.
   */
  async choose(token: string, password: string, from: { address: string }): Promise<void> {
    await this.throttle.count(`password-reset from ${from.address}`, PER_ADDRESS);
    const proof = await this.proofOf(token);
    if (!proof?.subjectId) throw new Problem('people.proof-refused');
    const person = found(await this.database.repo(PersonEntity).findOneBy({ id: proof.subjectId }));
    const problem = chosenPasswordProblem(password, [person.name, person.email ?? '']);
    if (problem) throw invalid({ password: problem });
    const passwordHash = await hashPassword(password);
    await this.database.transaction(async () => {
      if (!(await this.proofs.use(proof))) throw new Problem('people.proof-refused');
      await this.setPassword(person.id, passwordHash);
      await this.changes.endEverything(person.id);
      await this.changes.tell(
        person,
        'account.password-changed',
        passwordChangedLetter({ resetUrl: this.changes.resetUrl }),
      );
      await this.audit.record(
        { ...VISITOR, personId: person.id },
        { action: 'account.reset-password', subjectKind: 'person', subjectId: person.id },
      );
    });
  }

  private async proofOf(token: string): Promise<AddressProofEntity | null> {
    return (await this.proofs.ofLink('password-reset', token)) ?? this.proofs.ofLink('set-password', token);
  }

  private async setPassword(personId: string, passwordHash: string): Promise<void> {
    const accounts = this.database.repo(AccountEntity);
    const now = new Date(Date.now());
    const done = await accounts.update({ personId }, { passwordHash });
    if (!done.affected)
      await accounts.insert({ id: newId(), personId, passwordHash, confirmedAt: now, createdAt: now });
  }
}
