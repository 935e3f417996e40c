import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { LeadsQueries } from '@roundtable/people';
import {
  type Actor,
  CONFIG,
  type Config,
  Database,
  Outbox,
  dateInWords,
  timeInWords,
  whenInWords,
} from '@roundtable/platform';
import type { TeamPlaceEntity } from './team-place.entity';

/** What leads are told about the places that their agency holds. */
@Injectable()
export class TeamPlaceMails {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly leads: LeadsQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async held(actor: Actor, held: TeamPlaceEntity): Promise<void> {
    await this.tell(held, 'team-places-held', 'Places held for your agency', [
      `${actor.name || 'The training team'} holds ${placesInWords(held.places)} for your agency on this training.`,
      `Say who comes by ${dateInWords(held.heldUntil)}, ${timeInWords(held.heldUntil)}. After that the places go to others.`,
    ]);
  }

  async released(held: TeamPlaceEntity): Promise<void> {
    await this.tell(held, 'team-places-released', 'Held places were given back', [
      `Nobody was named for ${placesInWords(held.places)} that your agency held on this training, so they went to others.`,
    ]);
  }

  private async tell(held: TeamPlaceEntity, kind: string, subject: string, opening: string[]): Promise<void> {
    const leads = await this.leads.of([held.agencyId]);
    if (leads.length === 0) return;
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: held.eventId });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const when = event.startsAt && event.endsAt ? whenInWords(event.startsAt, event.endsAt) : 'Date to be confirmed';
    for (const lead of leads)
      await this.outbox.write({
        kind,
        regarding: held.id,
        occurrence: lead.personId,
        to: { personId: lead.personId, name: lead.name, address: lead.email },
        letter: {
          subject: `${subject}: ${course.title}`,
          opening,
          facts: [
            { label: 'Course', value: course.title },
            { label: 'When', value: when },
            { label: 'Places', value: String(held.places) },
          ],
          action: { label: 'See the training', url: `${this.config.publicUrl}${paths.event({ id: event.id })}` },
        },
      });
  }
}

const placesInWords = (places: number): string => (places === 1 ? '1 place' : `${places} places`);
