import { CourseEntity } from '@roundtable/courses';
import { Inject, Injectable } from '@nestjs/common';
import { paths } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import { CONFIG, Clock, type Config, Database, Outbox, newId } from '@roundtable/platform';
import { In } from 'typeorm';
import { diaryFile } from '../diaries/diary-file';
import type { EventSessionEntity } from '../event-session.entity';
import { EventEntity } from '../event.entity';
import { SessionsService } from '../sessions.service';
import { VenueEntity } from '../venues/venue.entity';
import { EventTrainerEntity } from './event-trainer.entity';
import { TrainerCalendarEntryEntity } from './trainer-calendar-entry.entity';
import { trainerDiaryLetter } from './trainer-diary.letter';
import { TrainerEntity } from './trainer.entity';

type Own = Pick<EventTrainerEntity, 'id' | 'eventId' | 'trainerId'>;
type Method = TrainerCalendarEntryEntity['method'];

interface Addressed {
  personId: string | null;
  name: string;
  address: string;
}

interface EventFacts {
  title: string;
  reference: string;
  place: string;
  sessions: EventSessionEntity[];
}

/**
 * Keeps what the diaries of trainers were told, in mails of their own beside those that ask or tell: a calendar program
 * may take an invitation away unread. One UID per trainer of an event and session, a sequence that only rises. Call only
 * after the event's gate.
 */
@Injectable()
export class TrainerDiaries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly sessions: SessionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Puts the sessions that are still to come into the diary of a trainer who confirmed, or changes them there. */
  async invite(own: Own): Promise<void> {
    await this.inviteAll(own.eventId, [own]);
  }

  /** The same for everybody who confirmed. */
  async reschedule(eventId: string): Promise<void> {
    await this.inviteAll(
      eventId,
      await this.database
        .repo(EventTrainerEntity)
        .find({ where: { eventId, answer: 'confirmed' }, order: { id: 'ASC' } }),
    );
  }

  /** Takes out of the diaries of an event's trainers what was put there, or some sessions of it. */
  async withdrawEvent(eventId: string, sessionIds?: readonly string[]): Promise<void> {
    const owns = await this.database.repo(EventTrainerEntity).find({ where: { eventId }, order: { id: 'ASC' } });
    await this.withdraw(owns, sessionIds);
  }

  /** Takes out of these diaries what was put there and is still to come; what was never told is not taken back. */
  async withdraw(owns: readonly Own[], sessionIds?: readonly string[]): Promise<void> {
    const told = await this.entriesOf(owns);
    const addresses = await this.addressesOf(owns);
    for (const eventId of new Set(owns.map((own) => own.eventId))) {
      const facts = await this.factsOf(eventId);
      for (const own of owns.filter((one) => one.eventId === eventId)) {
        const known = told.get(own.id) ?? [];
        const there = new Set(known.filter(({ method }) => method === 'REQUEST').map(({ sessionId }) => sessionId));
        await this.tell(
          'CANCEL',
          own,
          addresses.get(own.trainerId),
          facts,
          known,
          ({ id }) => there.has(id) && (sessionIds?.includes(id) ?? true),
        );
      }
    }
  }

  /** Lets go of what was told, once nobody trains there under this id any more. */
  async forget(eventTrainerIds: readonly string[]): Promise<void> {
    if (eventTrainerIds.length)
      await this.database.repo(TrainerCalendarEntryEntity).delete({ eventTrainerId: In([...eventTrainerIds]) });
  }

  private async inviteAll(eventId: string, owns: readonly Own[]): Promise<void> {
    if (!owns.length) return;
    const facts = await this.factsOf(eventId);
    const told = await this.entriesOf(owns);
    const addresses = await this.addressesOf(owns);
    for (const own of owns)
      await this.tell('REQUEST', own, addresses.get(own.trainerId), facts, told.get(own.id) ?? [], () => true);
  }

  private async tell(
    method: Method,
    own: Own,
    to: Addressed | undefined,
    facts: EventFacts,
    known: readonly TrainerCalendarEntryEntity[],
    isMeant: (session: EventSessionEntity) => boolean,
  ): Promise<void> {
    const now = this.clock.now();
    const sessions = facts.sessions.filter((session) => session.endsAt > now && isMeant(session));
    if (!to || sessions.length === 0) return;
    const stampedAt = new Date(Math.floor(now.getTime() / 1000) * 1000);
    const domain = this.config.mailFrom.address.split('@')[1];
    const byId = new Map(known.map((entry) => [entry.sessionId, entry]));
    let number = known.length;
    const rows = sessions.map((session) => {
      const there = byId.get(session.id);
      if (!there) number += 1;
      return {
        id: there?.id ?? newId(),
        eventTrainerId: own.id,
        sessionId: session.id,
        uid: there?.uid ?? `trainer-${own.id}-${number}@${domain}`,
        sequence: there ? there.sequence + 1 : 0,
        method,
        stampedAt,
      };
    });
    await this.database.repo(TrainerCalendarEntryEntity).upsert(rows, ['id']);
    for (const [index, session] of sessions.entries()) await this.write(own, to, facts, session, rows[index]!);
  }

  private async write(
    own: Own,
    to: Addressed,
    facts: EventFacts,
    session: EventSessionEntity,
    entry: Pick<TrainerCalendarEntryEntity, 'method' | 'uid' | 'sequence' | 'stampedAt'>,
  ): Promise<void> {
    const { method, uid, sequence, stampedAt } = entry;
    const { startsAt, endsAt } = session;
    const turn = facts.sessions.indexOf(session) + 1;
    const title = facts.sessions.length > 1 ? `${facts.title} (${turn} of ${facts.sessions.length})` : facts.title;
    const url = to.personId === null ? null : `${this.config.publicUrl}${paths.trainingIRun}`;
    const text = diaryFile({
      method,
      uid,
      sequence,
      stampedAt,
      startsAt,
      endsAt,
      title: `You give: ${title}`,
      place: facts.place,
      description: `Event reference ${facts.reference}.${url === null ? '' : ` The people and the register: ${url}`}`,
      organizer: this.config.mailFrom,
      attendee: to,
    });
    await this.outbox.write({
      kind: method === 'CANCEL' ? 'trainer-diary-cancelled' : 'trainer-diary',
      regarding: own.id,
      occurrence: `${session.id}-${sequence}`,
      to,
      letter: trainerDiaryLetter(method, sequence === 0, { title, startsAt, endsAt, place: facts.place, url }),
      calendar: { method, text },
    });
  }

  private async entriesOf(owns: readonly Own[]): Promise<Map<string, TrainerCalendarEntryEntity[]>> {
    const rows = await this.database
      .repo(TrainerCalendarEntryEntity)
      .findBy({ eventTrainerId: In(['', ...owns.map(({ id }) => id)]) });
    return new Map(owns.map(({ id }) => [id, rows.filter(({ eventTrainerId }) => eventTrainerId === id)]));
  }

  private async factsOf(eventId: string): Promise<EventFacts> {
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    const { title } = await this.database.repo(CourseEntity).findOneByOrFail({ id: event.courseId });
    const venue = event.venueId ? await this.database.repo(VenueEntity).findOneBy({ id: event.venueId }) : null;
    const room = venue ? [venue.name, venue.address].filter(Boolean).join(', ') : 'Venue to be confirmed';
    return {
      title,
      reference: event.reference,
      place: event.delivery === 'online' ? 'Online' : room,
      sessions: (await this.sessions.of([eventId])).get(eventId) ?? [],
    };
  }

  /** Where mail to these trainers goes, by the trainer's id; nobody whose address the office does not know. */
  private async addressesOf(owns: readonly Own[]): Promise<Map<string, Addressed>> {
    const trainers = await this.database
      .repo(TrainerEntity)
      .findBy({ id: In(['', ...owns.map(({ trainerId }) => trainerId)]) });
    const people = await this.database
      .repo(PersonEntity)
      .findBy({ id: In(['', ...trainers.flatMap(({ personId }) => personId ?? [])]) });
    const byId = new Map(people.map((person) => [person.id, person]));
    return new Map(
      trainers.flatMap(({ id, personId, name, email }): [string, Addressed][] => {
        const person = personId === null ? undefined : byId.get(personId);
        const address = personId === null ? email : (person?.email ?? null);
        return address === null ? [] : [[id, { personId, name: person?.name ?? name ?? '', address }]];
      }),
    );
  }
}
