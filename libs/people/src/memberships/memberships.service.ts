import { AgenciesService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { NewMembership, NewPractitioner, PractitionerDetailView, PractitionerView } from '@roundtable/contracts';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Problem,
  found,
  invalid,
  isDuplicate,
  isOffice,
  notFound,
} from '@roundtable/platform';
import { IsNull } from 'typeorm';
import { normalisedEmail } from '../email-address';
import { MembershipEntity } from '../membership.entity';
import { PeopleMails } from '../people.mails';
import { PeopleQueries } from '../people.queries';
import { PeopleService } from '../people.service';
import type { PersonEntity } from '../person.entity';
import { LeadMails } from './lead-mails.service';
import { pastDay } from './membership-dates';

/** Who works for which agency, from when until when. Whoever is added by another is told who did it and what is held. */
@Injectable()
export class MembershipsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly agencies: AgenciesService,
    private readonly people: PeopleService,
    private readonly queries: PeopleQueries,
    private readonly mails: PeopleMails,
    private readonly leads: LeadMails,
  ) {}

  /**
   * Adds a practitioner, with or without e-mail. A lead adds to their own agencies only; somebody whose address is
   * known becomes a member of the lead's agency at once, and until they say that it is right the lead sees what was
   * typed and nothing else. Refuses an agency that is not there or not the lead's, and, to the office, an address that
   * is taken.
   */
  async addPerson(actor: Actor, wanted: NewPractitioner): Promise<PractitionerView> {
    const agency = await this.agencies.byId(wanted.agencyId);
    if (!agency || !(isOffice(actor) || actor.leadAgencyIds.includes(agency.id)))
      throw invalid({ agencyId: 'There is no agency with this id that you may add people to' });
    const jobRole = wanted.jobRole?.trim() || null;
    return this.refusingTaken(async () => {
      const known = await this.known(actor, wanted.email);
      const person = known ?? (await this.insert(actor, wanted, agency.id));
      const isOther = known !== null && known.id !== actor.personId;
      const typed = isOther ? { name: wanted.name.trim(), email: normalisedEmail(wanted.email ?? '') ?? '' } : null;
      await this.join(actor, person, { agencyId: agency.id, agencyName: agency.name, jobRole }, { typed });
      const held = await this.database
        .repo(MembershipEntity)
        .findOneByOrFail({ personId: person.id, agencyId: agency.id, until: IsNull() });
      return {
        id: person.id,
        name: held.typedName ?? person.name,
        email: held.typedEmail ?? person.email,
        agencyId: agency.id,
        agencyName: agency.name,
        jobRole: held.jobRole,
        isUnconfirmed: held.typedName !== null,
      };
    });
  }

  /**
   * The person of this address as a member of the agency, made or added where they are not: for whoever books for them.
   * Answers the person's id. What a lead may see of somebody known, and what is refused, is as in `addPerson`.
   */
  async include(actor: Actor, wanted: NewPractitioner): Promise<string> {
    const email = normalisedEmail(wanted.email ?? '');
    const person = isOffice(actor) && email !== null ? await this.people.byEmail(email) : null;
    const agency = person && (await this.agencies.byId(wanted.agencyId));
    if (!person || !agency) return (await this.addPerson(actor, wanted)).id;
    const jobRole = wanted.jobRole?.trim() || null;
    await this.join(actor, person, { agencyId: agency.id, agencyName: agency.name, jobRole });
    return person.id;
  }

  /** Makes a person a member of an agency too. Refuses a day that has not come, and a membership that is there already. */
  async add(actor: Actor, personId: string, wanted: NewMembership): Promise<PractitionerDetailView> {
    return this.database.transaction(async () => {
      const person = await this.queries.entity(actor, personId);
      const agency = await this.agencies.byId(wanted.agencyId);
      if (!agency) throw invalid({ agencyId: 'There is no agency with this id' });
      const since = wanted.since === undefined ? undefined : pastDay('since', wanted.since, this.clock.now());
      const facts = { agencyId: agency.id, agencyName: agency.name, jobRole: wanted.jobRole?.trim() || null };
      if (!(await this.join(actor, person, facts, { since }))) throw new Problem('people.already-member');
      return this.queries.one(actor, person.id);
    });
  }

  /**
   * Ends a membership on a day, and tells the person. A lead ends those of their own agencies; what is not theirs is not
   * there. Refuses one that has ended, a day that has not come, and one before it began.
   */
  async end(actor: Actor, membershipId: string, until: string): Promise<PractitionerDetailView> {
    return this.database.transaction(async () => {
      const memberships = this.database.repo(MembershipEntity);
      const membership = found(await memberships.findOneBy({ id: membershipId }));
      if (!isOffice(actor) && !actor.leadAgencyIds.includes(membership.agencyId)) throw notFound();
      const before = await this.seen(actor, membership);
      const person = await this.people.byId(membership.personId);
      const end = pastDay('until', until, this.clock.now(), membership.since);
      const ended = await memberships.update({ id: membershipId, until: IsNull() }, { until: end, currentKey: null });
      if (!ended.affected) throw new Problem('people.membership-ended');
      await this.audit.record(actor, {
        action: 'membership.end',
        subjectKind: 'person',
        subjectId: membership.personId,
        before: { membershipId, agencyId: membership.agencyId, until: null },
        after: { membershipId, agencyId: membership.agencyId, until },
      });
      const agency = await this.agencies.byId(membership.agencyId);
      if (person && agency) await this.mails.ended(actor, person, agency.name, membershipId);
      const rows = before.memberships.map((one) => (one.id === membershipId ? { ...one, until } : one));
      return isOffice(actor) ? this.queries.one(actor, membership.personId) : { ...before, memberships: rows };
    });
  }

  /** The person as the actor sees them; where the membership has ended, a lead may see them no longer. */
  private async seen(actor: Actor, { personId, until }: MembershipEntity): Promise<PractitionerDetailView> {
    if (until !== null) throw new Problem('people.membership-ended');
    return this.queries.one(actor, personId);
  }

  private async known(actor: Actor, address: string | undefined): Promise<PersonEntity | null> {
    const email = address === undefined ? null : normalisedEmail(address);
    const person = email === null ? null : await this.people.byEmail(email);
    if (person && isOffice(actor)) throw taken();
    return person;
  }

  private async insert(actor: Actor, wanted: NewPractitioner, agencyId: string): Promise<PersonEntity> {
    const facts = { name: wanted.name, email: wanted.email ?? null, isDemonstration: false };
    const person = await this.people.insert(facts);
    await this.audit.record(actor, {
      action: 'person.create',
      subjectKind: 'person',
      subjectId: person.id,
      after: { agencyId },
    });
    return person;
  }

  private async join(
    actor: Actor,
    person: PersonEntity,
    facts: { agencyId: string; agencyName: string; jobRole: string | null },
    { since, typed = null }: { since?: Date | undefined; typed?: { name: string; email: string } | null } = {},
  ): Promise<boolean> {
    const membership = await this.people.join(person.id, facts.agencyId, facts.jobRole, since, typed);
    if (!membership) return false;
    await this.audit.record(actor, {
      action: 'membership.create',
      subjectKind: 'person',
      subjectId: person.id,
      after: { membershipId: membership.id, agencyId: facts.agencyId, jobRole: facts.jobRole },
    });
    await this.mails.added(actor, person, facts.agencyName, membership);
    await this.leads.joined({ id: person.id, name: typed?.name ?? person.name }, facts.agencyId, membership.id, actor);
    return true;
  }

  private async refusingTaken(work: () => Promise<PractitionerView>): Promise<PractitionerView> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      throw isDuplicate(error) ? taken() : error;
    }
  }
}

function taken(): Problem {
  return new Problem('people.email-taken', { errors: { email: 'There is already a person with this email address' } });
}
