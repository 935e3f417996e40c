import { AgenciesService, type AgencyEntity } from '@roundtable/agencies';
import { Inject, Injectable } from '@nestjs/common';
import { type NewRegistration, paths } from '@roundtable/contracts';
import { CONFIG, type Config, Database, Outbox, Throttle, hashOf, invalid, newId } from '@roundtable/platform';
import { LessThan } from 'typeorm';
import { chosenPasswordProblem } from '../credentials/password-rules';
import { hashPassword } from '../credentials/passwords';
import { normalisedEmail } from '../email-address';
import { AddressProofs, type NewProof } from '../proofs/address-proofs.service';
import { inEvenTime } from '../proofs/even-time';
import { KnownAddresses } from '../sign-in/known-addresses.service';
import { alreadyKnownLetter, confirmAddressLetter } from './registration.mails';
import { RegistrationEntity } from './registration.entity';
import { looksShared } from './shared-mailboxes';

const KEPT_MS = 48 * 3600_000;
const PER_ACCOUNT = 10;
/** Soft: a whole school may register in one afternoon, from one address. */
const PER_ADDRESS = 100;

/** A registration that was checked, and the agency it names where there is one. */
type Checked = Omit<NewRegistration, 'agencyId' | 'agency' | 'sector'> & {
  agency: AgencyEntity | null;
  newAgency: string | null;
  sector: string | null;
};

/** Asking for an account. What is asked becomes an account once its address is confirmed. */
@Injectable()
export class RegistrationsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly throttle: Throttle,
    private readonly agencies: AgenciesService,
    private readonly proofs: AddressProofs,
    private readonly known: KnownAddresses,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Keeps what was asked for 48 hours and mails a link and a code to the address; answers the mail's reference. Answers
   * alike, in words and in time, where the address has an account: then its owner is told so. Refuses what cannot be
   * an account, each field with its sentence.
   */
  async ask(wanted: NewRegistration, from: { address: string }): Promise<{ email: string; reference: string }> {
    const email = normalisedEmail(wanted.email) ?? '';
    await this.throttle.count(`register ${hashOf(email)}`, PER_ACCOUNT);
    await this.throttle.count(`register from ${from.address}`, PER_ADDRESS);
    const checked = await this.check({ ...wanted, email });
    const reference = await inEvenTime(async () => {
      const [passwordHash, proof] = await Promise.all([
        hashPassword(wanted.password),
        this.proofs.prepare('registration'),
      ]);
      return this.database.transaction(() => this.write(checked, passwordHash, proof));
    });
    return { email, reference };
  }

  /** Whether a manager's name and address are asked of people of this agency. */
  async asksForManager(agency: Pick<NewRegistration, 'agencyId' | 'agency'>): Promise<boolean> {
    return (await this.agencyOf(agency))?.approval === 'manager';
  }

  /** Erases what nobody confirmed in time. */
  async forgetOld(): Promise<void> {
    await this.database.repo(RegistrationEntity).delete({ expiresAt: LessThan(new Date(Date.now())) });
  }

  private async agencyOf(wanted: Pick<NewRegistration, 'agencyId' | 'agency'>): Promise<AgencyEntity | null> {
    if (wanted.agencyId) return this.agencies.byId(wanted.agencyId);
    return wanted.agency ? this.agencies.named(wanted.agency) : null;
  }

  private async check(wanted: NewRegistration): Promise<Checked> {
    const { agencyId, agency: agencyName, sector, ...rest } = wanted;
    const agency = await this.agencyOf(wanted);
    const problem = chosenPasswordProblem(wanted.password, [
      wanted.name,
      wanted.email,
      agency?.name ?? agencyName ?? '',
    ]);
    const errors = {
      ...addressErrors(wanted),
      ...(agency || (agencyName && !agencyId) ? {} : { agencyId: 'Choose your agency, or enter its name' }),
      ...(agency?.approval === 'manager' ? managerErrors(wanted) : {}),
      ...(problem ? { password: problem } : {}),
    };
    if (Object.keys(errors).length > 0) throw invalid(errors);
    return { ...rest, agency, newAgency: agency ? null : (agencyName?.trim() ?? null), sector: sector ?? null };
  }

  private async write(checked: Checked, passwordHash: string, proof: NewProof): Promise<string> {
    const { email } = checked;
    const known = await this.known.find(email);
    const now = Date.now();
    const id = newId();
    const manager = checked.agency?.approval === 'manager' ? checked : null;
    await this.database.repo(RegistrationEntity).insert({
      id,
      email,
      name: checked.name.trim(),
      jobRole: checked.jobRole.trim(),
      agencyId: checked.agency?.id ?? null,
      newAgency: checked.newAgency,
      newAgencySector: checked.sector,
      area: checked.area,
      managerName: manager?.managerName?.trim() ?? null,
      managerEmail: normalisedEmail(manager?.managerEmail ?? ''),
      passwordHash,
      expiresAt: new Date(now + KEPT_MS),
      createdAt: new Date(now),
    });
    const { id: reference, mayMail } = await this.proofs.write(proof, { subjectId: id, email });
    if (!mayMail) return reference;
    const url = (path: string) => this.config.publicUrl + path;
    await this.outbox.write({
      kind: known?.hasAccount ? 'account.already-known' : 'proof.registration',
      regarding: reference,
      occurrence: '1',
      to: known?.hasAccount
        ? { personId: known.person.id, name: known.person.name, address: email }
        : { personId: null, name: 'colleague', address: email },
      letter: known?.hasAccount
        ? alreadyKnownLetter({ signInUrl: url(paths.signIn), resetUrl: url(paths.forgottenPassword) })
        : confirmAddressLetter({ url: url(paths.confirmAddress({ token: proof.token })), code: proof.code }),
    });
    return reference;
  }
}

function addressErrors({ email, isOwnAddress }: NewRegistration): Record<string, string> {
  if (!email) return { email: 'Enter an email address in the correct format, like name@example.org' };
  if (!looksShared(email) || isOwnAddress === true) return {};
  return isOwnAddress === false
    ? { email: 'Use an address that only you read. Your training record and your sign-in links go to it' }
    : { isOwnAddress: 'Say whether this address is yours alone' };
}

function managerErrors({ email, managerName, managerEmail }: NewRegistration): Record<string, string> {
  const address = normalisedEmail(managerEmail ?? '');
  return {
    ...(managerName?.trim() ? {} : { managerName: 'Enter your manager’s name' }),
    ...(address && address !== email
      ? {}
      : {
          managerEmail: address
            ? 'Enter your manager’s email address, not your own'
            : 'Enter your manager’s email address',
        }),
  };
}
