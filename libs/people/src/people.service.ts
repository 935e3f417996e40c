import { AgenciesService, AgencyEntity, SectorEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { Area, FeeType, NewPractitioner, PractitionerView } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Problem,
  folded,
  invalid,
  isDuplicate,
  isOffice,
  newId,
} from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { normalisedEmail } from './email-address';
import { MembershipEntity } from './membership.entity';
import { PersonEntity } from './person.entity';

/** What a booking, completion or response keeps of a person as they were then. */
export interface PersonSnapshot {
  agencyId: string;
  agencyName: string;
  sector: string;
  sectorId: string;
  feeType: FeeType;
  jobRole: string | null;
  area: Area | null;
}

/** Practitioners and the agencies they work for. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly agencies: AgenciesService,
  ) {}

  /**
   * Adds a practitioner, with or without e-mail. A lead adds to their own agencies only.
   * Refuses an address that is taken and an agency that is not there or not the lead's.
   */
  async add(actor: Actor, wanted: NewPractitioner): Promise<PractitionerView> {
    const agency = await this.agencies.byId(wanted.agencyId);
    if (!agency || !(isOffice(actor) || actor.leadAgencyIds.includes(agency.id)))
      throw invalid({ agencyId: 'There is no agency with this id that you may add people to' });
    try {
      return await this.database.transaction(async () => {
        const person = await this.insert({ name: wanted.name, email: wanted.email ?? null, isDemonstration: false });
        await this.join(person.id, agency.id, wanted.jobRole ?? null);
        await this.audit.record(actor, {
          action: 'person.create',
          subjectKind: 'person',
          subjectId: person.id,
          after: { agencyId: agency.id },
        });
        return {
          id: person.id,
          name: person.name,
          email: person.email,
          agencyId: agency.id,
          agencyName: agency.name,
          jobRole: wanted.jobRole ?? null,
        };
      });
    } catch (error) {
      if (isDuplicate(error))
        throw new Problem('people.email-taken', {
          errors: { email: 'There is already a person with this email address' },
        });
      throw error;
    }
  }

  /** The person of this address, made where there is none. */
  async findOrCreateByEmail(wanted: { email: string; name: string; isDemonstration: boolean }): Promise<PersonEntity> {
    const email = normalisedEmail(wanted.email);
    if (!email) throw invalid({ email: 'Enter an email address in the correct format, like name@example.org' });
    return (await this.database.repo(PersonEntity).findOneBy({ email })) ?? this.insert({ ...wanted, email });
  }

  /** Ends nothing: makes the person a member of the agency unless they are one now. */
  async join(personId: string, agencyId: string, jobRole: string | null): Promise<void> {
    const memberships = this.database.repo(MembershipEntity);
    if (await memberships.existsBy({ personId, agencyId, until: IsNull() })) return;
    await memberships.insert({ id: newId(), personId, agencyId, jobRole, since: this.clock.now(), until: null });
  }

  async byId(id: string): Promise<PersonEntity | null> {
    return this.database.repo(PersonEntity).findOneBy({ id });
  }

  /** Agency, sector, job role and area of the person now; null for somebody without an agency. */
  async snapshotOf(personId: string): Promise<PersonSnapshot | null> {
    const row = await this.database
      .repo(MembershipEntity)
      .createQueryBuilder('membership')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = membership.agencyId')
      .innerJoin(SectorEntity, 'sector', 'sector.id = agency.sectorId')
      .innerJoin(PersonEntity, 'person', 'person.id = membership.personId')
      .select(['agency.id AS agencyId', 'agency.name AS agencyName', 'agency.feeType AS feeType'])
      .addSelect([
        'sector.name AS sector',
        'sector.id AS sectorId',
        'membership.jobRole AS jobRole',
        'person.area AS area',
      ])
      .where('membership.personId = :personId AND membership.until IS NULL', { personId })
      .orderBy('membership.since', 'DESC')
      .limit(1)
      .getRawOne<PersonSnapshot>();
    return row ?? null;
  }

  /** Whether this actor may act for this person: themselves, their lead, or the office. */
  async mayActFor(actor: Actor, personId: string): Promise<boolean> {
    if (actor.personId === personId || isOffice(actor)) return true;
    if (actor.leadAgencyIds.length === 0) return false;
    return this.database
      .repo(MembershipEntity)
      .createQueryBuilder('membership')
      .where('membership.personId = :personId AND membership.until IS NULL', { personId })
      .andWhere('membership.agencyId IN (:...agencies)', { agencies: actor.leadAgencyIds })
      .getExists();
  }

  private async insert(wanted: {
    name: string;
    email: string | null;
    isDemonstration: boolean;
  }): Promise<PersonEntity> {
    const person = this.database.repo(PersonEntity).create({
      id: newId(),
      name: wanted.name.trim(),
      nameKey: folded(wanted.name),
      email: wanted.email === null ? null : normalisedEmail(wanted.email),
      area: null,
      isDemonstration: wanted.isDemonstration,
      createdAt: this.clock.now(),
    });
    await this.database.repo(PersonEntity).insert(person);
    return person;
  }
}
