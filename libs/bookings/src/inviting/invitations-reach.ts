import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventEntity } from '@roundtable/events';
import {
  type DataSection,
  Database,
  type MergeParts,
  type MergeReach,
  Merges,
  PersonalData,
  type PersonalDataOwner,
} from '@roundtable/platform';
import { In } from 'typeorm';
import { EventInvitationEntity } from './event-invitation.entity';

const NOTHING: MergeParts = { moves: {}, conflicts: [] };

/** What reaches into invitations of leads: their own data, and merging. */
@Injectable()
export class InvitationsReach implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly personalData: PersonalData,
    private readonly merges: Merges,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this.owner());
    this.merges.register(this.reach());
  }

  private owner(): PersonalDataOwner {
    return {
      name: 'invitations',
      position: 32,
      covers: ['event_invitations'],
      exportOf: (personId) => this.exportOf(personId),
      forget: async (personId) => {
        await this.database.repo(EventInvitationEntity).delete({ personId });
      },
    };
  }

  private async exportOf(personId: string): Promise<DataSection[]> {
    const rows = await this.database
      .repo(EventInvitationEntity)
      .find({ where: { personId }, order: { invitedAt: 'ASC' } });
    const events = await this.database
      .repo(EventEntity)
      .findBy({ id: In(['', ...rows.map(({ eventId }) => eventId)]) });
    const references = new Map(events.map(({ id, reference }) => [id, reference]));
    return [
      {
        title: 'Invitations to send somebody',
        rows: rows.map(({ eventId, sector, invitedAt }) => ({
          Event: references.get(eventId) ?? null,
          Sector: sector,
          'Invited on': invitedAt,
        })),
      },
    ];
  }

  private reach(): MergeReach {
    return {
      name: 'invitations',
      position: 32,
      covers: ['event_invitations.person_id'],
      previewAgency: () => Promise.resolve(NOTHING),
      mergeAgency: () => Promise.resolve(NOTHING),
      previewPerson: () => Promise.resolve(NOTHING),
      mergePerson: async (fromId, intoId) => {
        const invitations = this.database.repo(EventInvitationEntity);
        const own = await invitations.findBy({ personId: fromId });
        const there = new Set((await invitations.findBy({ personId: intoId })).map(keyOf));
        const twice = own.filter((row) => there.has(keyOf(row))).map(({ id }) => id);
        if (twice.length) await invitations.delete({ id: In(twice) });
        await invitations.update({ personId: fromId }, { personId: intoId });
        return NOTHING;
      },
    };
  }
}

const keyOf = ({ eventId, sector }: EventInvitationEntity): string => `${eventId}|${sector}`;
