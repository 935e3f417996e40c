import { AgencyEntity, SectorEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { Approval, Area, FeeType } from '@roundtable/contracts';
import { type Actor, Clock, Database, folded, invalid, isDuplicate, isOffice, newId } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
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
  /** Who approves what people of this agency ask for. */
  approval: Approval;
  jobRole: string | null;
  area: Area | null;
}

/** Practitioners and the agencies they work for. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The person of this address, made where there is none. */
  async findOrCreateByEmail(wanted: { email: string; name: string; isDemonstration: boolean }): Promise<PersonEntity> {
    const email = normalisedEmail(wanted.email);
    if (!email) throw invalid({ email: 'Enter an email address in the correct format, like name@example.org' });
    return (await this.byEmail(email)) ?? this.insert({ ...wanted, email });
  }

  /** The person of this address, or the one that they were merged into. The address is normalised. */
  async byEmail(email: string): Promise<PersonEntity | null> {
    return this.standing(await this.database.repo(PersonEntity).findOneBy({ email }));
  }

  /** The person with this id, or the one that they were merged into. */
  async byId(id: string): Promise<PersonEntity | null> {
    return this.standing(await this.database.repo(PersonEntity).findOneBy({ id }));
  }

  /**
   * Makes the person a member of the agency unless they are one now; answers the new membership, if there is one.
   * `typed` is what a lead typed who added somebody known: it stands for the person until they say that it is right.
   */
  async join(
    personId: string,
    agencyId: string,
    jobRole: string | null,
    since?: Date,
    typed: { name: string; email: string } | null = null,
  ): Promise<MembershipEntity | null> {
    const memberships = this.database.repo(MembershipEntity);
    if (await memberships.existsBy({ personId, agencyId, until: IsNull() })) {
      if (typed === null) await this.confirmMember(personId, agencyId);
      return null;
    }
    const membership = memberships.create({
      id: newId(),
      personId,
      agencyId,
      jobRole,
      typedName: typed?.name ?? null,
      typedEmail: typed?.email ?? null,
      since: since ?? this.clock.now(),
      until: null,
      currentKey: MembershipEntity.keyOf(personId, agencyId),
    });
    try {
      await memberships.insert(membership);
      return membership;
    } catch (error) {
      if (isDuplicate(error)) return null;
      throw error;
    }
  }

  /** That the person works there is right: leads of the agency see them as they are from now on. */
  async confirmMember(personId: string, agencyId: string): Promise<void> {
    const confirmed = { typedName: null, typedEmail: null };
    await this.database.repo(MembershipEntity).update({ personId, agencyId }, confirmed);
  }

  /** Whether this actor may be told what a person has completed and booked: themselves, the office, and leads of those who confirmed that they work there. */
  async mayBeTold(actor: Actor, personId: string): Promise<boolean> {
    if (actor.personId === personId || isOffice(actor)) return true;
    if (actor.leadAgencyIds.length === 0) return false;
    return this.database.repo(MembershipEntity).existsBy({
      personId,
      agencyId: In([...actor.leadAgencyIds]),
      until: IsNull(),
      typedName: IsNull(),
    });
  }

  /**
   * Agency, sector, job role and area of the person now; null for somebody without an agency. Where somebody works for
   * several, the one joined last; `within` are the agencies to choose from, such as those of the lead who books.
   */
  async snapshotOf(personId: string, within?: readonly string[]): Promise<PersonSnapshot | null> {
    const rows = this.database
      .repo(MembershipEntity)
      .createQueryBuilder('membership')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = membership.agencyId')
      .innerJoin(SectorEntity, 'sector', 'sector.id = agency.sectorId')
      .innerJoin(PersonEntity, 'person', 'person.id = membership.personId')
      .select(['agency.id AS agencyId', 'agency.name AS agencyName', 'agency.feeType AS feeType'])
      .addSelect('agency.approval', 'approval')
      .addSelect([
        'sector.name AS sector',
        'sector.id AS sectorId',
        'membership.jobRole AS jobRole',
        'person.area AS area',
      ])
      .where('membership.personId = :personId AND membership.until IS NULL', { personId });
    if (within) rows.andWhere('membership.agencyId IN (:...within)', { within: ['', ...within] });
    const row = await rows.orderBy('membership.since', 'DESC').limit(1).getRawOne<PersonSnapshot>();
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

  /**
   * Takes the row of a person, or of whom they were merged into, for the rest of the transaction, so that no merge or
   * erasure passes between reading and writing what is theirs. Answers the id of who stands; null where nobody does.
   */
  async heldStill(personId: string): Promise<string | null> {
    const people = this.database.repo(PersonEntity);
    const holds = async (id: string): Promise<boolean> => {
      const held = await people.update({ id, mergedIntoId: IsNull(), erasedAt: IsNull() }, { mergedIntoId: null });
      return Boolean(held.affected);
    };
    if (await holds(personId)) return personId;
    const into = (await people.findOneBy({ id: personId }))?.mergedIntoId ?? null;
    return into !== null && (await holds(into)) ? into : null;
  }

  /** Writes a person who is new. */
  async insert(wanted: { name: string; email: string | null; isDemonstration: boolean }): Promise<PersonEntity> {
    const person = this.database.repo(PersonEntity).create({
      id: newId(),
      name: wanted.name.trim(),
      nameKey: folded(wanted.name),
      email: wanted.email === null ? null : normalisedEmail(wanted.email),
      area: null,
      mergedIntoId: null,
      isDemonstration: wanted.isDemonstration,
      createdAt: this.clock.now(),
    });
    await this.database.repo(PersonEntity).insert(person);
    return person;
  }

  private standing(person: PersonEntity | null): Promise<PersonEntity | null> {
    return person?.mergedIntoId
      ? this.database.repo(PersonEntity).findOneBy({ id: person.mergedIntoId })
      : Promise.resolve(person);
  }
}
