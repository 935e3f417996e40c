import { Injectable } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import { EventEntity } from '@roundtable/events';
import { normalisedEmail } from '@roundtable/people';
import { Clock, type DataSection, Database, LinkEntity, Links, Outbox } from '@roundtable/platform';
import { In, IsNull } from 'typeorm';
import { KeptAnswers } from '../answering/kept-answers.service';
import { OwnAnswers } from '../own-answers.queries';
import { ResponseEntity } from '../response.entity';
import { rowsById } from '../rows-by-id';
import { forgetManagers } from './line-manager-retention';
import { LineManagerEntity } from './line-manager.entity';

/** What is held about people because their line manager was, or may be, asked about them. */
@Injectable()
export class ManagersPersonalData {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly links: Links,
    private readonly outbox: Outbox,
    private readonly kept: KeptAnswers,
    private readonly own: OwnAnswers,
  ) {}

  /** Whom we may ask, what we asked, and what they said: it is about the person, so it is theirs to read. */
  async exportOf(personId: string): Promise<DataSection[]> {
    const managers = await this.database.repo(LineManagerEntity).find({ where: { personId }, order: { id: 'ASC' } });
    const responses = await this.responsesOf(personId);
    const events = await rowsById(
      this.database,
      EventEntity,
      [...managers, ...responses].map(({ eventId }) => eventId),
    );
    const courses = await rowsById(
      this.database,
      CourseEntity,
      [...events.values()].map(({ courseId }) => courseId),
    );
    const about = (eventId = '') => ({
      Course: courses.get(events.get(eventId)?.courseId ?? '')?.title ?? null,
      'Event starts': events.get(eventId)?.startsAt ?? null,
    });
    const answers = await this.own.of(responses.map(({ id }) => id));
    const eventOf = new Map(responses.map(({ id, eventId }) => [id, eventId]));
    const links = responses.length
      ? await this.database.repo(LinkEntity).findBy({ subjectId: In(responses.map(({ id }) => id)) })
      : [];
    return [
      {
        title: 'Your line manager, whom we may ask about a course of yours',
        rows: managers.map((row) => ({
          ...about(row.eventId),
          Name: row.name,
          Email: row.email,
          'Asked from': row.askFrom,
          'You said no on': row.refusedAt,
          'Closes on': row.closesAt,
        })),
      },
      {
        title: 'Questions that your line manager was asked about you',
        rows: responses.map((row) => ({
          ...about(row.eventId),
          'Asked by mail on': row.askedAt,
          'Reminders sent': row.chasers ?? 0,
          'Answered on': row.sentAt,
          Sector: row.sector,
          'Job role': row.jobRole,
          Area: row.area,
        })),
      },
      {
        title: 'What your line manager answered',
        rows: answers.map(({ responseId, question, answer }) => ({
          ...about(eventOf.get(responseId)),
          Question: question,
          Answer: answer,
        })),
      },
      {
        title: 'Personal links to these questions, sent to your line manager',
        rows: links.map((row) => ({ 'Valid until': row.expiresAt })),
      },
    ];
  }

  /**
   * What a line manager said of the person goes with them, scores too: no figure of the person's own rests on it. Of a
   * line manager who is forgotten themselves, name and address go, and they are asked no more.
   */
  async forget(personId: string, names: readonly string[]): Promise<void> {
    const ids = (await this.responsesOf(personId)).map(({ id }) => id);
    await this.links.forget(ids);
    await this.kept.erase(ids);
    if (ids.length > 0) await this.database.repo(ResponseEntity).delete({ id: In(ids) });
    const managers = this.database.repo(LineManagerEntity);
    await forgetManagers(this.database, this.outbox, await managers.findBy({ personId }));
    const addresses = names.flatMap((name) => normalisedEmail(name) ?? []);
    if (addresses.length > 0)
      await managers.update({ email: In(addresses) }, { name: null, email: null, refusedAt: this.clock.now() });
  }

  /** None of this person's line managers is to be asked. */
  async refuseAll(personId: string): Promise<void> {
    await this.database
      .repo(LineManagerEntity)
      .update({ personId, refusedAt: IsNull() }, { name: null, email: null, refusedAt: this.clock.now() });
  }

  private responsesOf(personId: string): Promise<ResponseEntity[]> {
    return this.database
      .repo(ResponseEntity)
      .find({ where: { personId, mode: 'line-manager' }, order: { createdAt: 'ASC' } });
  }
}
