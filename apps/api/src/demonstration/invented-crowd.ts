import { AgenciesService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { PeopleService, PersonEntity } from '@roundtable/people';
import { Database, found } from '@roundtable/platform';
import { In } from 'typeorm';
import { inventedPerson } from './invented-people';

/** Invented people, each made once. */
@Injectable()
export class InventedCrowd {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
    private readonly agencies: AgenciesService,
  ) {}

  /** The ids of so many invented people, from the nth on. */
  async take(from: number, count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let n = from; n < from + count; n += 1) {
      const wanted = inventedPerson(n);
      const person = await this.people.findOrCreateByEmail({
        email: wanted.email,
        name: wanted.name,
        isDemonstration: true,
      });
      await this.people.join(person.id, found(await this.agencies.named(wanted.agency)).id, wanted.jobRole);
      ids.push(person.id);
    }
    return ids;
  }

  /** The ids of so many invented people who were made already, from the nth on. */
  async known(from: number, count: number): Promise<string[]> {
    const emails = Array.from({ length: count }, (_, index) => inventedPerson(from + index).email);
    const rows = await this.database.repo(PersonEntity).findBy({ email: In(emails) });
    const ids = new Map(rows.map(({ email, id }) => [email, id]));
    return emails.map((email) => found(ids.get(email)));
  }
}
