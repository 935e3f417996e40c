import { AgencyEntity, AgencyGroupEntity, SectorEntity } from '@roundtable/agencies';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { HoldKind } from '@roundtable/contracts';
import {
  BouncedAddresses,
  Clock,
  type DataSection,
  Database,
  HoldEntity,
  Links,
  PersonalData,
  type PersonalDataOwner,
  folded,
} from '@roundtable/platform';
import { type EntityTarget, In } from 'typeorm';
import { AccountEntity } from './account.entity';
import { ApiTokenEntity } from './api-token.entity';
import { DataRequestEntity } from './data-rights/data-request.entity';
import { MailChoiceEntity } from './mail-choices/mail-choice.entity';
import { MembershipEntity } from './membership.entity';
import { PersonEntity } from './person.entity';
import { AddressProofEntity } from './proofs/address-proof.entity';
import { RecoveryCodeEntity } from './second-factor/recovery-code.entity';
import { SecondFactorEntity } from './second-factor/second-factor.entity';
import { RegistrationEntity } from './registration/registration.entity';
import { RoleGrantEntity } from './role-grant.entity';
import { SignInEntity } from './sign-in/sign-in.entity';
import { signInSections } from './sign-in/sign-in-sections';

/** How a person without identity is called. */
export const NOBODY = 'Erased person';

/** Whose names the log and holds are read by. */
const NAMED: Record<string, EntityTarget<{ id: string; name: string }>> = {
  person: PersonEntity,
  agency: AgencyEntity,
  'agency-group': AgencyGroupEntity,
  sector: SectorEntity,
};

/** What is held about who a person is, and how they sign in. */
@Injectable()
export class PeoplePersonalData implements PersonalDataOwner, OnModuleInit {
  readonly name = 'people';
  readonly position = 10;
  readonly covers = [
    'people',
    'memberships',
    'role_grants',
    'accounts',
    'sign_ins',
    'api_tokens',
    'second_factors',
    'recovery_codes',
    'registrations',
    'address_proofs',
    'data_requests',
    'holds',
    'bounced_addresses',
    'mail_choices',
  ];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
    private readonly links: Links,
    private readonly bounced: BouncedAddresses,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async exportOf(personId: string): Promise<DataSection[]> {
    return [
      ...(await this.who(personId)),
      ...(await signInSections(this.database, personId)),
      ...(await this.rights(personId)),
    ];
  }

  async namesOf(personId: string): Promise<string[]> {
    const rows = await this.database.repo(PersonEntity).find({ where: [{ id: personId }, { mergedIntoId: personId }] });
    return rows
      .filter(({ erasedAt }) => erasedAt === null)
      .flatMap(({ name, email }) => (email === null ? [name] : [name, email]));
  }

  /** The row stays, without name, address or agency; accounts, sign-ins, roles and tokens go. */
  async forget(personId: string): Promise<void> {
    const people = this.database.repo(PersonEntity);
    const rows = await people.find({ where: [{ id: personId }, { mergedIntoId: personId }] });
    const ids = rows.map(({ id }) => id);
    const emails = rows.map(({ email }) => email).filter((email): email is string => email !== null);
    const memberships = await this.database
      .repo(MembershipEntity)
      .find({ select: { id: true }, where: { personId: In(ids) } });
    await this.links.forget(memberships.map(({ id }) => id));
    for (const entity of [
      AccountEntity,
      SignInEntity,
      ApiTokenEntity,
      RoleGrantEntity,
      MembershipEntity,
      SecondFactorEntity,
      RecoveryCodeEntity,
      MailChoiceEntity,
    ])
      await this.database.repo<{ personId: string }>(entity).delete({ personId: In(ids) });
    await this.database.repo(AddressProofEntity).delete({ subjectId: In(ids) });
    if (emails.length > 0) {
      await this.database.repo(AddressProofEntity).delete({ email: In(emails) });
      await this.database.repo(RegistrationEntity).delete({ email: In(emails) });
      await this.bounced.clear(...emails);
    }
    await this.database.repo(DataRequestEntity).update({ personId: In(ids) }, { words: null });
    const erasedAt = this.clock.now();
    await people.update({ id: In(ids) }, { name: NOBODY, nameKey: folded(NOBODY), email: null, area: null, erasedAt });
  }

  /** Signing in is activity; so is being added. */
  async lastActivityOf(personIds: readonly string[]): Promise<Map<string, Date>> {
    const people = await this.database.repo(PersonEntity).findBy({ id: In([...personIds]) });
    const last = new Map(people.map(({ id, createdAt }) => [id, createdAt]));
    for (const { personId, startedAt } of await this.database
      .repo(SignInEntity)
      .find({ select: { personId: true, startedAt: true }, where: { personId: In([...personIds]) } }))
      if ((last.get(personId) ?? new Date(0)) < startedAt) last.set(personId, startedAt);
    return last;
  }

  async subjectNames(kind: string, ids: readonly string[]): Promise<Map<string, string>> {
    const entity = NAMED[kind];
    if (!entity) return new Map();
    const rows = await this.database.repo<{ id: string; name: string }>(entity).find({
      select: { id: true, name: true },
      where: { id: In([...ids]) },
    });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** To an agency belong those who work or worked for it. */
  async reachOf(kind: HoldKind, id: string): Promise<string[]> {
    if (kind !== 'agency') return [];
    const members = await this.database
      .repo(MembershipEntity)
      .find({ select: { personId: true }, where: { agencyId: id } });
    return members.map(({ personId }) => personId);
  }

  private async who(personId: string): Promise<DataSection[]> {
    const people = await this.database
      .repo(PersonEntity)
      .find({ where: [{ id: personId }, { mergedIntoId: personId }], order: { createdAt: 'ASC' } });
    const memberships = await this.database
      .repo(MembershipEntity)
      .find({ where: { personId }, order: { since: 'ASC' } });
    const roles = await this.database.repo(RoleGrantEntity).find({ where: { personId }, order: { grantedAt: 'ASC' } });
    const marks = await this.bounced.among(people.map(({ email }) => email));
    const choices = await this.database.repo(MailChoiceEntity).find({ where: { personId }, order: { mail: 'ASC' } });
    const agencies = await this.agencyNames([...memberships, ...roles].map(({ agencyId }) => agencyId));
    return [
      {
        title: 'You',
        rows: people.map((person) => ({
          Name: person.name,
          'Email address': person.email,
          'Email came back on': marks.get(person.email ?? '')?.markedAt ?? null,
          'What the mail server said': marks.get(person.email ?? '')?.said ?? null,
          Area: person.area,
          'Known since': person.createdAt,
          'Merged into your record': person.id !== personId,
        })),
      },
      {
        title: 'Where you work',
        rows: memberships.map((row) => ({
          Agency: agencies.get(row.agencyId) ?? null,
          'Job role': row.jobRole,
          'Added by a lead as': row.typedName,
          From: row.since,
          Until: row.until,
        })),
      },
      {
        title: 'Your roles in the service',
        rows: roles.map((row) => ({
          Role: row.role,
          Agency: agencies.get(row.agencyId ?? '') ?? null,
          'Given on': row.grantedAt,
          Reason: row.reason,
        })),
      },
      {
        title: 'Mails you turned on or off',
        rows: choices.map((row) => ({ Mail: row.mail, Wanted: row.wanted, 'Chosen on': row.chosenAt })),
      },
    ];
  }

  private async rights(personId: string): Promise<DataSection[]> {
    const requests = await this.database
      .repo(DataRequestEntity)
      .find({ where: { personId }, order: { receivedAt: 'ASC' } });
    const holds = await this.database.repo(HoldEntity).findBy({ subjectKind: 'person', subjectId: personId });
    return [
      {
        title: 'What you asked about your data',
        rows: requests.map((row) => ({
          'Asked to': row.kind,
          'Your words': row.words,
          Received: row.receivedAt,
          Due: row.dueAt,
          Decided: row.decidedAt,
          Decision: row.decision,
          Reason: row.reason,
        })),
      },
      {
        title: 'Holds: your record is kept while one stands',
        note: 'The reason of a hold may be about somebody else, so it is not here. Ask us for it.',
        rows: holds.map((row) => ({ From: row.setAt, Until: row.liftedAt })),
      },
    ];
  }

  private async agencyNames(ids: (string | null)[]): Promise<Map<string, string>> {
    const wanted = [...new Set(ids.filter((id): id is string => id !== null))];
    if (wanted.length === 0) return new Map();
    const rows = await this.database.repo(AgencyEntity).findBy({ id: In(wanted) });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
