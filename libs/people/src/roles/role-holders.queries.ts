import type { Role } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '@roundtable/platform';
import { PersonEntity } from '../person.entity';
import { RoleGrantEntity } from '../role-grant.entity';

export interface RoleHolder {
  personId: string;
  name: string;
  email: string;
}

/** Who has a role of the partnership's office, for mails that go to whoever has it. */
@Injectable()
export class RoleHolders {
  constructor(private readonly database: Database) {}

  /** Everybody with the role who can be written to, by name, in one statement. */
  async of(role: Role): Promise<RoleHolder[]> {
    return this.database
      .repo(PersonEntity)
      .createQueryBuilder('person')
      .innerJoin(RoleGrantEntity, 'held', 'held.personId = person.id AND held.role = :role', { role })
      .select(['person.id AS personId', 'person.name AS name', 'person.email AS email'])
      .where('person.email IS NOT NULL AND person.erasedAt IS NULL AND person.mergedIntoId IS NULL')
      .groupBy('person.id')
      .addGroupBy('person.name')
      .addGroupBy('person.email')
      .orderBy('person.name')
      .addOrderBy('person.id')
      .getRawMany<RoleHolder>();
  }
}
