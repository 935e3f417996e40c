import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { Database } from '@roundtable/platform';
import { PersonEntity } from '../person.entity';
import { RoleGrantEntity } from '../role-grant.entity';

export interface AgencyLead {
  agencyId: string;
  personId: string;
  name: string;
  email: string;
}

/** Somebody who leads agencies: names by id. */
export interface Lead {
  personId: string;
  name: string;
  email: string;
  agencies: ReadonlyMap<string, string>;
}

/** Who leads an agency, by itself or with its group. */
@Injectable()
export class LeadsQueries {
  constructor(private readonly database: Database) {}

  /** The leads of these agencies who can be written to, in one statement; one row for each lead and agency. */
  async of(agencyIds: readonly string[]): Promise<AgencyLead[]> {
    if (agencyIds.length === 0) return [];
    return this.database
      .repo(RoleGrantEntity)
      .createQueryBuilder('held')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = held.agencyId OR agency.groupId = held.groupId')
      .innerJoin(PersonEntity, 'person', 'person.id = held.personId')
      .select('DISTINCT agency.id', 'agencyId')
      .addSelect(['person.id AS personId', 'person.name AS name', 'person.email AS email'])
      .where("held.role = 'agency-lead' AND person.email IS NOT NULL AND person.erasedAt IS NULL")
      .andWhere('agency.id IN (:...agencyIds)', { agencyIds: [...new Set(agencyIds)] })
      .orderBy('agency.id')
      .addOrderBy('person.id')
      .getRawMany<AgencyLead>();
  }

  /** Leads who can be written to, in the order of their ids after one of them, with every agency they lead. */
  async after(personId: string, most: number): Promise<Lead[]> {
    const rows = await this.database
      .repo(RoleGrantEntity)
      .createQueryBuilder('held')
      .innerJoin(PersonEntity, 'person', 'person.id = held.personId')
      .select('DISTINCT person.id', 'personId')
      .addSelect(['person.name AS name', 'person.email AS email'])
      .where("held.role = 'agency-lead' AND person.email IS NOT NULL AND person.erasedAt IS NULL")
      .andWhere('person.id > :personId', { personId })
      .orderBy('person.id')
      .limit(most)
      .getRawMany<Omit<Lead, 'agencies'>>();
    const agencies = await this.agenciesOf(rows.map((row) => row.personId));
    return rows.map((row) => ({ ...row, agencies: agencies.get(row.personId) ?? new Map<string, string>() }));
  }

  /** By person, the names of the agencies they lead by themselves or with a group, by id. */
  private async agenciesOf(personIds: readonly string[]): Promise<Map<string, Map<string, string>>> {
    const byPerson = new Map<string, Map<string, string>>();
    if (personIds.length === 0) return byPerson;
    const rows = await this.database
      .repo(RoleGrantEntity)
      .createQueryBuilder('held')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = held.agencyId OR agency.groupId = held.groupId')
      .select(['held.personId AS personId', 'agency.id AS agencyId', 'agency.name AS agencyName'])
      .where("held.role = 'agency-lead' AND held.personId IN (:...personIds)", { personIds: [...personIds] })
      .andWhere('agency.mergedIntoId IS NULL')
      .orderBy('agency.nameKey')
      .getRawMany<{ personId: string; agencyId: string; agencyName: string }>();
    for (const { personId, agencyId, agencyName } of rows)
      byPerson.set(personId, (byPerson.get(personId) ?? new Map<string, string>()).set(agencyId, agencyName));
    return byPerson;
  }
}
