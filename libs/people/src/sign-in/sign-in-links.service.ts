import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { Audit, CONFIG, type Config, Database, Outbox, Problem, Throttle, VISITOR, hashOf } from '@roundtable/platform';
import { normalisedEmail } from '../email-address';
import type { AddressProofEntity } from '../proofs/address-proof.entity';
import { AddressProofs, type CodeOf } from '../proofs/address-proofs.service';
import { inEvenTime } from '../proofs/even-time';
import { typedCode } from '../proofs/proof-words';
import { KnownAddresses } from './known-addresses.service';
import { TRIES, counted } from './sign-in-limits';
import { type FromRequest, SignInService, type SignedIn } from './sign-in.service';
import { noAccountLetter, signInLetter } from './sign-in.mails';

const PER_ADDRESS = 300;

/** Signing in by a mailed link or its six-digit code, instead of a password. */
@Injectable()
export class SignInLinks {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly throttle: Throttle,
    private readonly proofs: AddressProofs,
    private readonly known: KnownAddresses,
    private readonly signIns: SignInService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Mails a link and a code to an address that has an account; answers the mail's reference, alike in words and in
   * time where nobody has the address. Real time.
   */
  async ask(typed: string, from: { address: string }): Promise<{ email: string; reference: string }> {
    const email = normalisedEmail(typed) ?? '';
    await this.throttle.count(counted.link(email), TRIES.link);
    await this.throttle.count(`sign-in-link from ${from.address}`, PER_ADDRESS);
    const reference = await inEvenTime(async () => {
      const proof = await this.proofs.prepare('sign-in');
      return this.database.transaction(async () => {
        const known = await this.known.find(email);
        const subjectId = known?.hasAccount ? known.person.id : null;
        const { id, mayMail } = await this.proofs.write(proof, { subjectId, email });
        const url = (path: string) => this.config.publicUrl + path;
        if (known && mayMail)
          await this.outbox.write({
            kind: known.hasAccount ? 'proof.sign-in' : 'account.none-yet',
            regarding: id,
            occurrence: '1',
            to: { personId: known.person.id, name: known.person.name, address: email },
            letter: known.hasAccount
              ? signInLetter({ url: url(paths.signInByLink({ token: proof.token })), code: proof.code })
              : noAccountLetter({ registerUrl: url(paths.register) }),
          });
        return id;
      });
    });
    return { email, reference };
  }

  /** The address that a mail of this reference went to, for the page where its code is typed; null once it ran out. */
  addressOf(reference: string): Promise<string | null> {
    return this.proofs.addressOf('sign-in', reference);
  }

  /** Whether a link still signs in. Changes nothing, so a scanner that opens the page does no harm. */
  async isOpen(token: string): Promise<boolean> {
    return (await this.proofs.ofLink('sign-in', token)) !== null;
  }

  /** Signs in by the secret of the link; `authenticatorCode` where a second factor is on, else `people.code-needed`. */
  async signInByLink(token: string, authenticatorCode: string | undefined, from: FromRequest): Promise<SignedIn> {
    return this.signIn(await this.ofLink(token, from), authenticatorCode, from);
  }

  /** Signs in by the typed code; five wrong ones end it. */
  async signInByCode(
    mail: CodeOf,
    code: string,
    authenticatorCode: string | undefined,
    from: FromRequest,
  ): Promise<SignedIn> {
    return this.signIn(await this.ofCode(mail, code, from), authenticatorCode, from);
  }

  /** The same for pages, which ask for the second factor in a step of its own. */
  async beginByLink(token: string, from: FromRequest): Promise<SignedIn | { step: string }> {
    return this.begin(await this.ofLink(token, from), from);
  }

  /** The same for a typed code. */
  async beginByCode(mail: CodeOf, code: string, from: FromRequest): Promise<SignedIn | { step: string }> {
    return this.begin(await this.ofCode(mail, code, from), from);
  }

  private async ofLink(token: string, from: FromRequest): Promise<AddressProofEntity | null> {
    await this.throttle.count(`sign-in from ${from.address}`, PER_ADDRESS);
    return this.proofs.ofLink('sign-in', token);
  }

  private async ofCode(mail: CodeOf, code: string, from: FromRequest): Promise<AddressProofEntity | null> {
    const of = 'email' in mail ? { email: normalisedEmail(mail.email) ?? '' } : mail;
    await this.throttle.count(
      'email' in of ? counted.code(of.email) : `sign-in-code ${hashOf(of.reference)}`,
      TRIES.code,
    );
    await this.throttle.count(`sign-in from ${from.address}`, PER_ADDRESS);
    return this.proofs.ofCode('sign-in', of, typedCode(code));
  }

  private async signIn(
    proof: AddressProofEntity | null,
    authenticatorCode: string | undefined,
    from: FromRequest,
  ): Promise<SignedIn> {
    if (!proof?.subjectId) return this.refuse(null);
    // Asked before the link is used up, so that it can be sent again with the code.
    await this.signIns.passSecondFactor(proof.subjectId, authenticatorCode);
    return this.signIns.complete(await this.use(proof, proof.subjectId), from);
  }

  private async begin(proof: AddressProofEntity | null, from: FromRequest): Promise<SignedIn | { step: string }> {
    if (!proof?.subjectId) return this.refuse(null);
    return this.signIns.completeOrStep(await this.use(proof, proof.subjectId), from);
  }

  /** Uses the mail up, and with it the earlier ones; answers whose it was. */
  private async use(proof: AddressProofEntity, personId: string): Promise<string> {
    if (!(await this.proofs.use(proof))) return this.refuse(personId);
    await this.proofs.end([personId], ['sign-in']);
    return personId;
  }

  private async refuse(personId: string | null): Promise<never> {
    await this.audit.record(VISITOR, { action: 'sign-in.refuse', subjectKind: 'person', subjectId: personId });
    throw new Problem('people.proof-refused');
  }
}
