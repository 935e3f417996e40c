import { Injectable } from '@nestjs/common';
import type { WantedDelegate } from '@roundtable/contracts';
import { MembershipsService, PeopleService, normalisedEmail } from '@roundtable/people';
import { type Actor, invalid, notFound } from '@roundtable/platform';

/** People of an agency that somebody books for: known, or new by name and e-mail. */
@Injectable()
export class AgencyDelegates {
  constructor(
    private readonly people: PeopleService,
    private readonly memberships: MembershipsService,
  ) {}

  /**
   * The person to book for, who is a member of the agency afterwards: by id, or by e-mail and, where they are new, by
   * name. Whoever is added is told by mail. Refuses at the fields, and with 404 an id one may not act for.
   */
  async find(actor: Actor, agencyId: string, wanted: WantedDelegate): Promise<string> {
    if (wanted.practitionerId) {
      const person = await this.people.byId(wanted.practitionerId);
      if (!person || !(await this.people.mayActFor(actor, person.id))) throw notFound();
      return person.id;
    }
    const email = normalisedEmail(wanted.email ?? '');
    if (email === null) throw invalid({ email: 'Enter an email address in the correct format, like name@example.org' });
    const known = await this.people.byEmail(email);
    if (!known && !wanted.name?.trim()) throw invalid({ name: 'Enter the name: this address is new to us' });
    // A lead learns nothing of somebody known but what was typed.
    const name = wanted.name?.trim() || email;
    return this.memberships.include(actor, { name, email, agencyId, jobRole: wanted.jobRole });
  }
}
