import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { LeadsQueries } from '@roundtable/people';
import { type Actor, CONFIG, type Config, Database, type FilledTemplate, Outbox, filled } from '@roundtable/platform';
import { NOBODY_NAMED, momentInWords, whenOf } from '../booking-words';
import type { TeamPlaceEntity } from './team-place.entity';
import { PLACES_HELD, PLACES_RELEASED } from './team-place.templates';

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
    const until = momentInWords(held.heldUntil);
    await this.tell(held, 'team-places-held', (facts) =>
      filled(PLACES_HELD, { ...facts.words, by: actor.name || NOBODY_NAMED, until }, facts),
    );
  }

  async released(held: TeamPlaceEntity): Promise<void> {
    await this.tell(held, 'team-places-released', (facts) => filled(PLACES_RELEASED, facts.words, facts));
  }

  private async tell(held: TeamPlaceEntity, kind: string, letter: (facts: Facts) => FilledTemplate): Promise<void> {
    const leads = await this.leads.of([held.agencyId]);
    if (leads.length === 0) return;
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: held.eventId });
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const when = whenOf(event);
    const facts = {
      words: { course: course.title, when, places: placesInWords(held.places) },
      facts: [
        { label: 'Course', value: course.title },
        { label: 'When', value: when },
        { label: 'Places', value: String(held.places) },
      ],
      url: `${this.config.publicUrl}${paths.event({ id: event.id })}`,
    };
    await this.outbox.writeAll(
      leads.map((lead) => ({
        kind,
        regarding: held.id,
        occurrence: lead.personId,
        to: { personId: lead.personId, name: lead.name, address: lead.email },
        letter: letter(facts),
      })),
    );
  }
}

interface Facts extends Pick<FilledTemplate, 'facts' | 'url'> {
  words: Record<'course' | 'when' | 'places', string>;
}

const placesInWords = (places: number): string => (places === 1 ? '1 place' : `${places} places`);
