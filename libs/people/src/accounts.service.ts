import { AgenciesService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { Role } from '@roundtable/contracts';
import { Audit, Clock, Database, SYSTEM, found, hashOf, invalid, newId, newSecret } from '@roundtable/platform';
import { AccountEntity } from './account.entity';
import { ApiTokenEntity } from './api-token.entity';
import { normalisedEmail } from './email-address';
import { passwordProblem } from './credentials/password-rules';
import { hashPassword } from './credentials/passwords';
import { PeopleService } from './people.service';
import { PersonEntity } from './person.entity';
import { RoleGrantEntity } from './role-grant.entity';
import { SignIns } from './sign-in/sign-ins.service';

export interface NewUser {
  email: string;
  name: string;
  agency: string;
  role: Role;
  password: string;
  /** The sector of an agency that is new. */
  sector?: string;
  jobRole?: string;
  isDemonstration?: boolean;
}

/** Accounts, roles and tokens, as the operator sets them up. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly agencies: AgenciesService,
    private readonly people: PeopleService,
    private readonly signIns: SignIns,
  ) {}

  /**
   * A confirmed account, with its person, agency and role where they are new; answers the person's id.
   * The same call again changes nothing; the password of an account that is there stays as it is.
   */
  async createUser(wanted: NewUser): Promise<string> {
    const email = normalisedEmail(wanted.email);
    if (!email) throw invalid({ email: 'Enter an email address in the correct format, like name@example.org' });
    if (!wanted.name.trim()) throw invalid({ name: 'Enter the name of the person' });
    const problem = passwordProblem(wanted.password);
    if (problem) throw invalid({ password: problem });
    const passwordHash = await hashPassword(wanted.password);
    return this.database.transaction(async () => {
      const agency =
        (await this.agencies.named(wanted.agency)) ??
        (await this.agencies.create(
          SYSTEM,
          { name: wanted.agency, sector: wanted.sector ?? 'other' },
          wanted.isDemonstration ?? false,
        ));
      const person = await this.people.findOrCreateByEmail({
        email,
        name: wanted.name,
        isDemonstration: wanted.isDemonstration ?? false,
      });
      await this.people.join(person.id, agency.id, wanted.jobRole ?? null);
      const accounts = this.database.repo(AccountEntity);
      const now = this.clock.now();
      if (!(await accounts.existsBy({ personId: person.id })))
        await accounts.insert({ id: newId(), personId: person.id, passwordHash, confirmedAt: now, createdAt: now });
      await this.grant(person.id, wanted.role, wanted.role === 'agency-lead' ? agency.id : null);
      return person.id;
    });
  }

  /** Gives a person a role; an agency lead's is for one agency. Given twice, it is held once. */
  async grant(personId: string, role: Role, agencyId: string | null): Promise<void> {
    const grants = this.database.repo(RoleGrantEntity);
    const held = { personId, role, agencyId, groupId: null };
    const uniqueKey = RoleGrantEntity.keyOf(held);
    if (await grants.existsBy({ uniqueKey })) return;
    await grants.insert({ id: newId(), ...held, uniqueKey, grantedAt: this.clock.now() });
    await this.signIns.endUnenrolled(personId);
    await this.audit.record(SYSTEM, {
      action: 'role.grant',
      subjectKind: 'person',
      subjectId: personId,
      after: { role, agencyId },
    });
  }

  /** Gives the person of this address a role; a lead's agency is named. Refuses an address nobody has. */
  async grantByEmail(email: string, role: Role, agencyName: string | null): Promise<void> {
    const person = await this.personOf(email);
    const agency = agencyName === null ? null : found(await this.agencies.named(agencyName));
    if (role === 'agency-lead' && !agency) throw invalid({ agency: 'Name the agency that this person leads' });
    await this.grant(person.id, role, role === 'agency-lead' ? (agency?.id ?? null) : null);
  }

  /** A new bearer token with the person's rights; shown once and kept as a hash. */
  async createToken(email: string): Promise<string> {
    const person = await this.personOf(email);
    const token = `rt_${newSecret()}`;
    await this.database.transaction(async () => {
      const id = newId();
      await this.database.repo(ApiTokenEntity).insert({
        id,
        tokenHash: hashOf(token),
        personId: person.id,
        name: 'Made on the command line',
        createdAt: this.clock.now(),
        revokedAt: null,
      });
      await this.audit.record(SYSTEM, {
        action: 'token.create',
        subjectKind: 'person',
        subjectId: person.id,
        after: { tokenId: id },
      });
    });
    return token;
  }

  private async personOf(email: string): Promise<PersonEntity> {
    const person = await this.database.repo(PersonEntity).findOneBy({ email: normalisedEmail(email) ?? '' });
    if (!person) throw invalid({ email: 'Nobody has this email address' });
    return person;
  }
}
