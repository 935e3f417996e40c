import { Injectable } from '@nestjs/common';
import { Database } from '@roundtable/platform';
import { AccountEntity } from '../account.entity';
import { PeopleService } from '../people.service';
import type { PersonEntity } from '../person.entity';

/** Whom an address belongs to, and whether they have a confirmed account. */
export interface KnownAddress {
  person: PersonEntity;
  hasAccount: boolean;
}

@Injectable()
export class KnownAddresses {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleService,
  ) {}

  /** Null for an address that nobody has. The address is given normalised. */
  async find(email: string): Promise<KnownAddress | null> {
    const person = await this.people.byEmail(email);
    const account = await this.database.repo(AccountEntity).findOneBy({ personId: person?.id ?? '' });
    return person && { person, hasAccount: Boolean(account?.confirmedAt) };
  }
}
