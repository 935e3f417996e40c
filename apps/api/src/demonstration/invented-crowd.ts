import { AgenciesService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { PeopleService } from '@roundtable/people';
import { found } from '@roundtable/platform';
import { inventedPerson } from './invented-people';

/** Invented people, each made once. */
@Injectable()
export class InventedCrowd {
  constructor(
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
}
