import { Inject, Injectable } from '@nestjs/common';
import { type AccountDetailView, paths } from '@roundtable/contracts';
import { type Actor, Audit, CONFIG, type Config, Database, Outbox, Problem, Throttle } from '@roundtable/platform';
import { AccountEntity } from '../account.entity';
import { setPasswordLetter } from '../credentials/credentials.mails';
import { AddressProofs } from '../proofs/address-proofs.service';
import { limitsOf } from '../sign-in/sign-in-limits';
import { SignIns } from '../sign-in/sign-ins.service';
import { AccountQueries } from './accounts.queries';

/** What staff do for somebody who cannot sign in, or whose device is lost. Nothing here tells them a secret. */
@Injectable()
export class AccountHelp {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly throttle: Throttle,
    private readonly proofs: AddressProofs,
    private readonly signIns: SignIns,
    private readonly queries: AccountQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Lets somebody try to sign in again at once, who tried too often in this minute. */
  async letTryAgain(actor: Actor, id: string): Promise<AccountDetailView> {
    return this.database.transaction(async () => {
      const person = await this.queries.entity(actor, id);
      await this.throttle.clear(limitsOf(person).map(({ what }) => what));
      await this.audit.record(actor, { action: 'account.let-try-again', subjectKind: 'person', subjectId: person.id });
      return this.queries.one(actor, id);
    });
  }

  /** Signs somebody out on every device. */
  async endSignIns(actor: Actor, id: string): Promise<AccountDetailView> {
    return this.database.transaction(async () => {
      const person = await this.queries.entity(actor, id);
      const count = await this.signIns.endAll(person.id);
      await this.audit.record(actor, {
        action: 'sign-in.end-all',
        subjectKind: 'person',
        subjectId: person.id,
        after: { count },
      });
      return this.queries.one(actor, id);
    });
  }

  /**
   * Mails somebody a link to set a password, to their own address; the account of somebody who has none is made once
   * they set it. Refuses without an address, and more than five of these mails an hour.
   */
  async mailPasswordLink(actor: Actor, id: string): Promise<AccountDetailView> {
    const proof = await this.proofs.prepare('set-password');
    return this.database.transaction(async () => {
      const person = await this.queries.entity(actor, id);
      if (person.email === null) throw new Problem('people.no-address');
      const hasAccount = await this.database.repo(AccountEntity).existsBy({ personId: person.id });
      const written = await this.proofs.write(proof, { subjectId: person.id, email: person.email });
      if (!written.mayMail) throw new Problem('people.mail-limit');
      await this.outbox.write({
        kind: 'proof.set-password',
        regarding: written.id,
        occurrence: '1',
        to: { personId: person.id, name: person.name, address: person.email },
        letter: setPasswordLetter({
          url: this.config.publicUrl + paths.newPassword({ token: proof.token }),
          by: actor.name || 'The training team',
          hasAccount,
        }),
      });
      await this.audit.record(actor, {
        action: 'account.mail-password-link',
        subjectKind: 'person',
        subjectId: person.id,
      });
      return this.queries.one(actor, id);
    });
  }
}
