import { Injectable } from '@nestjs/common';
import type { Role } from '@roundtable/contracts';
import { MailChoices, PersonEntity, RoleGrantEntity } from '@roundtable/people';
import { Database } from '@roundtable/platform';

/** Somebody of the office who gets the morning list by mail. */
export interface MorningReader {
  personId: string;
  name: string;
  email: string;
  roles: Role[];
}

/** Administrators and coordinators who want the morning list by mail. */
@Injectable()
export class MorningReaders {
  constructor(
    private readonly database: Database,
    private readonly choices: MailChoices,
  ) {}

  async all(): Promise<MorningReader[]> {
    const rows = await this.database
      .repo(RoleGrantEntity)
      .createQueryBuilder('held')
      .innerJoin(PersonEntity, 'person', 'person.id = held.personId')
      .select(['person.id AS personId', 'person.name AS name', 'person.email AS email', 'held.role AS role'])
      .where("held.role IN ('administrator', 'coordinator', 'information-governance')")
      .andWhere('person.email IS NOT NULL AND person.erasedAt IS NULL')
      .orderBy('person.id')
      .getRawMany<Omit<MorningReader, 'roles'> & { role: Role }>();
    const readers = new Map<string, MorningReader>();
    for (const { role, ...person } of rows) {
      const reader = readers.get(person.personId) ?? { ...person, roles: [] };
      readers.set(person.personId, { ...reader, roles: [...reader.roles, role] });
    }
    const ofOffice = [...readers.values()].filter(({ roles }) =>
      roles.some((role) => role !== 'information-governance'),
    );
    const off = await this.choices.offAmong(
      ofOffice.map(({ personId }) => personId),
      'morning-list',
    );
    return ofOffice.filter(({ personId }) => !off.has(personId));
  }
}
