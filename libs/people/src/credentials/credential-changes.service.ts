import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { CONFIG, type Config, type Letter, Outbox, newId } from '@roundtable/platform';
import type { PersonEntity } from '../person.entity';
import { AddressProofs } from '../proofs/address-proofs.service';
import { SignIns } from '../sign-in/sign-ins.service';

/** What follows from every change of what a person signs in with. Inside the transaction of the change. */
@Injectable()
export class CredentialChanges {
  constructor(
    private readonly outbox: Outbox,
    private readonly proofs: AddressProofs,
    private readonly signIns: SignIns,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Ends every sign-in and every open link of the person. */
  async endEverything(personId: string): Promise<void> {
    await this.signIns.endAll(personId);
    await this.proofs.end([personId], ['sign-in', 'second-step', 'password-reset', 'set-password', 'new-address']);
  }

  /** Tells the person by mail that something changed, at `address` where they have a new one by now. */
  async tell(person: PersonEntity, kind: string, letter: Letter, address = person.email): Promise<void> {
    if (!address) return;
    await this.outbox.write({
      kind,
      regarding: newId(),
      occurrence: '1',
      to: { personId: person.id, name: person.name, address },
      letter,
    });
  }

  get resetUrl(): string {
    return this.config.publicUrl + paths.forgottenPassword;
  }
}
