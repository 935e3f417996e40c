import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { Database, Outbox } from '@roundtable/platform';
import type { PersonEntity } from '../person.entity';
import { LeadsQueries } from '../roles/leads.queries';

/** What the leads of an agency are told about who joins it. */
@Injectable()
export class LeadMails {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly leads: LeadsQueries,
  ) {}

  /** Tells the leads of the agency, and of its group, that somebody works for it now; not whoever did it themselves. */
  async joined(
    person: Pick<PersonEntity, 'id' | 'name'>,
    agencyId: string,
    membershipId: string,
    by: LeadNews,
  ): Promise<void> {
    const agency = await this.database.repo(AgencyEntity).findOneBy({ id: agencyId });
    if (!agency) return;
    const leads = await this.leads.of([agencyId]);
    for (const lead of leads.filter(({ personId }) => personId !== person.id && personId !== by.personId))
      await this.outbox.write({
        kind: 'lead-person-joined',
        regarding: membershipId,
        occurrence: lead.personId,
        to: { personId: lead.personId, name: lead.name, address: lead.email },
        letter: {
          subject: `${person.name} is in the training programme for ${agency.name}`,
          opening: [
            by.personId === null
              ? `${person.name} registered for the safeguarding training programme and said that they work for ${agency.name}.`
              : `${by.name || 'The training team'} added ${person.name} to the safeguarding training programme as somebody who works for ${agency.name}.`,
            'You are told because you lead training there. You can see which courses they complete, and book for them.',
          ],
          closing: ['If they do not work for your agency, reply to this mail and we will put it right.'],
        },
      });
  }
}

/** Who made somebody a member: staff or a lead, or the person by registering. */
export interface LeadNews {
  personId: string | null;
  name: string;
}
