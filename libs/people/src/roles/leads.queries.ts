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
}
