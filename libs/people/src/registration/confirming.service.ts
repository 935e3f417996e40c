import { AgenciesService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { MailedView } from '@roundtable/contracts';
import { Audit, Database, Problem, Throttle, VISITOR, folded, hashOf, isDuplicate, newId } from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { AccountEntity } from '../account.entity';
import { normalisedEmail } from '../email-address';
import { MembershipEntity } from '../membership.entity';
import { LeadMails } from '../memberships/lead-mails.service';
import { PeopleService } from '../people.service';
import { PersonEntity } from '../person.entity';
import type { AddressProofEntity } from '../proofs/address-proof.entity';
import { AddressProofs, type CodeOf } from '../proofs/address-proofs.service';
import { typedCode } from '../proofs/proof-words';
import { RegistrationEntity } from './registration.entity';

const PER_ACCOUNT = 10;
const PER_ADDRESS = 300;

/** Confirming the address of a registration, which makes the person and the account. */
@Injectable()
export class ConfirmingService {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly throttle: Throttle,
    private readonly agencies: AgenciesService,
    private readonly people: PeopleService,
    private readonly proofs: AddressProofs,
    private readonly leads: LeadMails,
  ) {}

  /** The address that this link would confirm; null for a link that works no more. Changes nothing. */
  async addressOf(token: string): Promise<string | null> {
    return (await this.proofs.ofLink('registration', token))?.email ?? null;
  }

  /** The address that a mail of this reference went to, for the page where its code is typed; null once it ran out. */
  mailedTo(reference: string): Promise<string | null> {
    return this.proofs.addressOf('registration', reference);
  }

  /** Confirms by the secret of the link. Refuses one that is unknown, used or run out. */
  async byLink(token: string): Promise<MailedView> {
    return this.confirm(await this.proofs.ofLink('registration', token));
  }

  /** Confirms by the typed code; five wrong ones end it. Whether the address registered at all is not told. */
  async byCode(mail: CodeOf, code: string, from: { address: string }): Promise<MailedView> {
    const of = 'email' in mail ? { email: normalisedEmail(mail.email) ?? '' } : mail;
    await this.throttle.count(`registration-code ${hashOf(JSON.stringify(of))}`, PER_ACCOUNT);
    await this.throttle.count(`registration-code from ${from.address}`, PER_ADDRESS);
    return this.confirm(await this.proofs.ofCode('registration', of, typedCode(code)));
  }

  private async confirm(proof: AddressProofEntity | null): Promise<MailedView> {
    if (!proof?.subjectId) throw new Problem('people.proof-refused');
    const registrationId = proof.subjectId;
    try {
      return await this.database.transaction(async () => {
        const isFirst = await this.proofs.use(proof);
        const registration = await this.database.repo(RegistrationEntity).findOneBy({ id: registrationId });
        if (!isFirst || !registration) throw new Problem('people.proof-refused');
        await this.makeAccount(registration);
        await this.endOthers(registration.email);
        return { email: registration.email };
      });
    } catch (error) {
      // Two registrations of one address, confirmed at the same moment: the other one made the account.
      if (isDuplicate(error)) throw new Problem('people.proof-refused');
      throw error;
    }
  }

  /** Who was added before, by a lead or by an import, gets the account; what they say of themselves counts. */
  private async makeAccount(registration: RegistrationEntity): Promise<void> {
    const { email, name, area, jobRole } = registration;
    const person = await this.people.findOrCreateByEmail({ email, name, isDemonstration: false });
    const accounts = this.database.repo(AccountEntity);
    if (await accounts.existsBy({ personId: person.id })) throw new Problem('people.proof-refused');
    await this.database.repo(PersonEntity).update({ id: person.id }, { name, nameKey: folded(name), area });
    const agencyId = await this.agencyOf(registration);
    if (agencyId) {
      const joined = await this.people.join(person.id, agencyId, jobRole);
      if (joined) await this.leads.joined({ ...person, name }, agencyId, joined.id, { personId: null, name });
      const { managerName, managerEmail } = registration;
      await this.database
        .repo(MembershipEntity)
        .update({ personId: person.id, agencyId, until: IsNull() }, { jobRole, managerName, managerEmail });
    }
    const now = new Date(Date.now());
    const { passwordHash } = registration;
    await accounts.insert({ id: newId(), personId: person.id, passwordHash, confirmedAt: now, createdAt: now });
    await this.audit.record(
      { ...VISITOR, personId: person.id },
      { action: 'account.create', subjectKind: 'person', subjectId: person.id, after: { agencyId } },
    );
  }

  private async agencyOf(registration: RegistrationEntity): Promise<string | null> {
    const { agencyId, newAgency, newAgencySector } = registration;
    if (agencyId) return (await this.agencies.byId(agencyId))?.id ?? null;
    return newAgency ? (await this.agencies.propose(newAgency, newAgencySector ?? undefined)).id : null;
  }

  private async endOthers(email: string): Promise<void> {
    const registrations = this.database.repo(RegistrationEntity);
    const ids = (await registrations.find({ select: { id: true }, where: { email } })).map(({ id }) => id);
    await this.proofs.end(ids, ['registration']);
    await registrations.delete({ email });
  }
}
