import { Injectable } from '@nestjs/common';
import { type PractitionerChange, type PractitionerDetailView, STAFF_ROLES } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  BouncedAddresses,
  Clock,
  Database,
  Problem,
  changedFields,
  folded,
  found,
  isDuplicate,
} from '@roundtable/platform';
import { In } from 'typeorm';
import { normalisedEmail } from '../email-address';
import { PeopleMails } from '../people.mails';
import { PeopleQueries } from '../people.queries';
import { PersonEntity } from '../person.entity';
import { RoleGrantEntity } from '../role-grant.entity';

/** Corrections to a person's entry by staff. */
@Injectable()
export class PersonChangesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: PeopleQueries,
    private readonly mails: PeopleMails,
    private readonly bounced: BouncedAddresses,
  ) {}

  /**
   * Changes name, e-mail or area. Refuses an address that is taken, and another staff member's address to everybody but
   * a system owner: whoever reads the mail can sign in. A new address is told to the former one, unless mail came back
   * from that.
   */
  async change(actor: Actor, id: string, change: PractitionerChange): Promise<PractitionerDetailView> {
    try {
      return await this.database.transaction(async () => {
        const person = await this.queries.entity(actor, id);
        found(person.id === id ? person : null);
        const before = { name: person.name, email: person.email, area: person.area };
        const email = change.email ? normalisedEmail(change.email) : change.email;
        if (email !== undefined && email !== person.email) await this.refuseStaffAddress(actor, id);
        if (change.name !== undefined)
          Object.assign(person, { name: change.name.trim(), nameKey: folded(change.name) });
        if (email !== undefined) person.email = email;
        if (change.area !== undefined) person.area = change.area;
        const after = { name: person.name, email: person.email, area: person.area };
        await this.database.repo(PersonEntity).update({ id }, { ...after, nameKey: person.nameKey });
        await this.audit.record(actor, {
          action: 'person.change',
          subjectKind: 'person',
          subjectId: id,
          ...changedFields(before, after),
        });
        // An address that mail comes back from reads nothing, so the change is told to one that worked alone.
        if (before.email !== null && before.email !== after.email && !(await this.bounced.clear(before.email)))
          await this.mails.addressChanged(actor, person, before.email, this.clock.now().toISOString());
        return this.queries.one(actor, id);
      });
    } catch (error) {
      if (isDuplicate(error))
        throw new Problem('people.email-taken', {
          errors: { email: 'There is already a person with this email address' },
        });
      throw error;
    }
  }

  /** Mail goes to the person's address again, which it came back from. 404 for whoever has no such address. */
  async takeAddressToWork(actor: Actor, id: string): Promise<PractitionerDetailView> {
    return this.database.transaction(async () => {
      const person = await this.queries.entity(actor, id);
      const mark = found(person.email === null ? null : await this.bounced.of(person.email));
      await this.bounced.clear(mark.address);
      await this.audit.record(actor, {
        action: 'person.address-works',
        subjectKind: 'person',
        subjectId: person.id,
        before: { bouncedSince: mark.markedAt.toISOString() },
        after: { bouncedSince: null },
      });
      return this.queries.one(actor, person.id);
    });
  }

  private async refuseStaffAddress(actor: Actor, personId: string): Promise<void> {
    if (actor.personId === personId || actor.roles.includes('system-owner')) return;
    if (await this.database.repo(RoleGrantEntity).existsBy({ personId, role: In([...STAFF_ROLES]) }))
      throw new Problem('people.staff-address');
  }
}
