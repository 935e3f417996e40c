import { AgencyQueries } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { PeopleQueries } from '@roundtable/people';
import type { PractitionerView } from '@roundtable/contracts';
import { type Actor, notFound } from '@roundtable/platform';

export interface LedAgency {
  id: string;
  name: string;
}

/** How many members a form lists at most. */
export const MOST_MEMBERS = 200;

/** The agencies somebody leads, and their people. For whoever leads none, these pages are not there. */
@Injectable()
export class LedAgencies {
  constructor(
    private readonly agencies: AgencyQueries,
    private readonly people: PeopleQueries,
  ) {}

  /** By name. Refuses with 404 whoever leads none. */
  async of(actor: Actor): Promise<LedAgency[]> {
    if (actor.leadAgencyIds.length === 0) throw notFound();
    const { items } = await this.agencies.list(actor, { id: [...actor.leadAgencyIds], _end: MOST_MEMBERS });
    return items.map(({ id, name }) => ({ id, name }));
  }

  /** The one that was chosen, or the only one; null where there is a choice to make. */
  async chosen(actor: Actor, id: string): Promise<LedAgency | null> {
    const led = await this.of(actor);
    return led.find((agency) => agency.id === id) ?? (led.length === 1 ? led[0]! : null);
  }

  /** Current members of one of them, by name, and how many there are. */
  async members(actor: Actor, agencyId: string): Promise<{ members: PractitionerView[]; total: number }> {
    const page = await this.people.list(actor, { agencyId, _end: MOST_MEMBERS });
    return { members: page.items, total: page.total };
  }
}
