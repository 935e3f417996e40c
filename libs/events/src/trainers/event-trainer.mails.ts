import { CourseEntity } from '@roundtable/courses';
import { Inject, Injectable } from '@nestjs/common';
import { type TrainerPart, paths } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import {
  CONFIG,
  Clock,
  type Config,
  Database,
  type FilledTemplate,
  Links,
  Outbox,
  dateInWords,
  filled,
  whenInWords,
} from '@roundtable/platform';
import { EventEntity } from '../event.entity';
import { SessionsService } from '../sessions.service';
import { VenueEntity } from '../venues/venue.entity';
import { EventTrainerEntity } from './event-trainer.entity';
import { TrainerEntity } from './trainer.entity';
import { TRAINER_ASKED, TRAINER_CANCELLED, TRAINER_RESCHEDULED } from './trainer.templates';

/** What a link is made for by which a trainer answers without an account. */
export const TRAINER_ANSWER = 'trainer-answer';
const DAYS_WITHOUT_DATE = 180;
const DAY_MS = 24 * 3600_000;
const PART_WORDS: Record<TrainerPart, string> = { lead: 'lead trainer', co: 'co-trainer' };

/** What trainers are told of events they give or are asked to give; whoever has no address is told by the office. */
@Injectable()
export class EventTrainerMails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly links: Links,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Asks a trainer to give an event; who has an account answers there, everybody else by the link. */
  async asked(row: Pick<EventTrainerEntity, 'id' | 'eventId' | 'trainerId' | 'part'>): Promise<void> {
    const event = await this.facts(row.eventId);
    const [to] = await this.addressed([row]);
    if (!to) return;
    const url = to.personId === null ? await this.answerUrl(row.id, event.until) : this.url(paths.trainingIRun);
    const facts = [...event.facts, { label: 'Places', value: String(event.capacity) }];
    const words = { ...event.words, part: PART_WORDS[row.part] };
    await this.write('trainer-asked', to, filled(TRAINER_ASKED, words, { facts, url }));
  }

  /** Tells everybody who has not declined of another time or place, with a link to say whether they still can. */
  async rescheduled(eventId: string): Promise<void> {
    const trainers = await this.addressed(await this.onEvent(eventId));
    if (!trainers.length) return;
    const event = await this.facts(eventId);
    for (const to of trainers) {
      const template = TRAINER_RESCHEDULED[to.answer === 'confirmed' ? 'confirmed' : 'asked'];
      const url = await this.answerUrl(to.id, event.until);
      await this.write('trainer-rescheduled', to, filled(template, event.words, { facts: event.facts, url }));
    }
  }

  /** Tells everybody who has not declined that an event is called off. */
  async cancelled(eventId: string, reason: string): Promise<void> {
    const trainers = await this.addressed(await this.onEvent(eventId));
    if (!trainers.length) return;
    const event = await this.facts(eventId);
    for (const to of trainers)
      await this.write(
        'trainer-event-cancelled',
        to,
        filled(TRAINER_CANCELLED, { ...event.words, reason: reason.trim() }, { facts: event.facts }),
      );
  }

  private async onEvent(eventId: string): Promise<EventTrainerEntity[]> {
    const rows = await this.database.repo(EventTrainerEntity).find({ where: { eventId }, order: { id: 'ASC' } });
    return rows.filter(({ answer }) => answer !== 'declined');
  }

  private async addressed<Row extends Pick<EventTrainerEntity, 'id' | 'trainerId'>>(
    rows: readonly Row[],
  ): Promise<(Row & { personId: string | null; name: string; address: string })[]> {
    if (!rows.length) return [];
    const found = await this.database
      .repo(TrainerEntity)
      .createQueryBuilder('trainer')
      .leftJoin(PersonEntity, 'person', 'person.id = trainer.personId')
      .select(['trainer.id AS id', 'trainer.personId AS personId'])
      .addSelect('COALESCE(person.name, trainer.name)', 'name')
      .addSelect('CASE WHEN trainer.personId IS NULL THEN trainer.email ELSE person.email END', 'address')
      .where('trainer.id IN (:...ids)', { ids: rows.map(({ trainerId }) => trainerId) })
      .getRawMany<{ id: string; personId: string | null; name: string | null; address: string | null }>();
    const known = new Map(found.map((one) => [one.id, one]));
    return rows.flatMap((row) => {
      const { personId = null, name, address } = known.get(row.trainerId) ?? {};
      return address ? [{ ...row, personId, name: name ?? '', address }] : [];
    });
  }

  private async facts(eventId: string): Promise<{
    words: Record<'course' | 'date', string>;
    capacity: number;
    until: Date;
    facts: NonNullable<FilledTemplate['facts']>;
  }> {
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    const { title } = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const venue = event.venueId ? await this.database.repo(VenueEntity).findOneBy({ id: event.venueId }) : null;
    const sessions = (await this.sessions.of([eventId])).get(eventId) ?? [];
    const place = [venue?.name ?? 'Venue to be confirmed', venue?.address].filter(Boolean).join(', ');
    const where = { online: 'Online', 'in-person': place, blended: `Online and in person: ${place}` };
    return {
      words: { course: title, date: event.startsAt ? dateInWords(event.startsAt) : 'date to be confirmed' },
      capacity: event.capacity,
      until: event.endsAt ?? new Date(this.clock.now().getTime() + DAYS_WITHOUT_DATE * DAY_MS),
      facts: [
        { label: 'Training', value: title },
        ...(sessions.length === 0 ? [{ label: 'When', value: 'Date to be confirmed' }] : []),
        ...sessions.map(({ startsAt, endsAt }, index) => ({
          label: sessions.length === 1 ? 'When' : `Session ${index + 1}`,
          value: whenInWords(startsAt, endsAt),
        })),
        { label: 'Where', value: where[event.delivery] },
      ],
    };
  }

  private async write(
    kind: string,
    { id, personId, name, address }: { id: string; personId: string | null; name: string; address: string },
    letter: FilledTemplate,
  ): Promise<void> {
    const occurrence = this.clock.now().toISOString();
    await this.outbox.write({ kind, regarding: id, occurrence, to: { personId, name, address }, letter });
  }

  private async answerUrl(eventTrainerId: string, until: Date): Promise<string> {
    return this.url(paths.trainerAnswer({ token: await this.links.make(TRAINER_ANSWER, eventTrainerId, until) }));
  }

  private url(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}
