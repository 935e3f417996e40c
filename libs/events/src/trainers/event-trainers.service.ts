import { CourseEntity } from '@roundtable/courses';
import { Injectable } from '@nestjs/common';
import type { EventTrainerChange, EventTrainerView, NewEventTrainer, TrainerAnswer } from '@roundtable/contracts';
import { PersonEntity } from '@roundtable/people';
import {
  type Actor,
  Audit,
  Clock,
  Database,
  Links,
  Page,
  Problem,
  changedFields,
  folded,
  found,
  invalid,
  isDuplicate,
  newId,
  windowOf,
} from '@roundtable/platform';
import { In, type SelectQueryBuilder } from 'typeorm';
import { EventEntity } from '../event.entity';
import { SessionsService } from '../sessions.service';
import { RoomService } from '../venues/room.service';
import { EventTrainerEntity } from './event-trainer.entity';
import { EventTrainerMails } from './event-trainer.mails';
import type { EventTrainerListQuery } from './trainer.dto';
import { TrainerDiaries } from './trainer-diaries.service';
import { VISIT } from './trainer-links.service';
import { TrainerEntity } from './trainer.entity';
import { hoursOf } from './trainer.view';

const SORTS = { startsAt: 'event.startsAt', trainerName: 'trainerName', answer: 'own.answer', id: 'own.id' };

interface Named {
  eventReference: string;
  courseTitle: string;
  personName: string | null;
  personEmail: string | null;
  trainerName: string;
}

/** Who trains on which event. Every change passes the event's gate, since trainers sit in the room too. */
@Injectable()
export class EventTrainersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly links: Links,
    private readonly sessions: SessionsService,
    private readonly room: RoomService,
    private readonly mails: EventTrainerMails,
    private readonly diaries: TrainerDiaries,
  ) {}

  async list(query: EventTrainerListQuery): Promise<Page<EventTrainerView>> {
    const window = windowOf(query, SORTS, { sort: 'startsAt', order: 'DESC' });
    const rows = this.rows();
    if (query.id) rows.andWhere('own.id IN (:...ids)', { ids: query.id });
    if (query.eventId) rows.andWhere('own.eventId = :eventId', { eventId: query.eventId });
    if (query.trainerId) rows.andWhere('own.trainerId = :trainerId', { trainerId: query.trainerId });
    if (query.q)
      rows.andWhere('(COALESCE(person.nameKey, trainer.nameKey) LIKE :q OR course.searchKey LIKE :q)', {
        q: `%${folded(query.q)}%`,
      });
    const total = await rows.getCount();
    rows.orderBy(window.sort, window.order).addOrderBy('own.id').offset(window.skip).limit(window.take);
    return new Page(await this.views(rows), total);
  }

  async one(id: string): Promise<EventTrainerView> {
    const [view] = await this.views(this.rows().andWhere('own.id = :id', { id }));
    return found(view);
  }

  /**
   * Puts a trainer on an event: asked by mail, unless it is said that they confirmed. Refuses a cancelled event, one who is there
   * already, and one more person than the room may hold. Clashes are warned of, never refused.
   */
  async assign(actor: Actor, wanted: NewEventTrainer): Promise<EventTrainerView> {
    try {
      return await this.database.transaction(async () => {
        await this.openEvent(wanted.eventId);
        const trainer = await this.database.repo(TrainerEntity).findOneBy({ id: wanted.trainerId });
        if (!trainer?.isActive) throw invalid({ trainerId: 'There is no such trainer, or they no longer train' });
        const row = {
          id: newId(),
          eventId: wanted.eventId,
          trainerId: trainer.id,
          answer: wanted.answer ?? ('asked' as const),
          part: wanted.part ?? ('lead' as const),
          minutes: wanted.hours === undefined ? await this.lengthOf(wanted.eventId) : minutesOf(wanted.hours),
          linkHash: null,
          codeHash: null,
          linkSentAt: null,
          createdAt: this.clock.now(),
        };
        await this.database.repo(EventTrainerEntity).insert(row);
        if (row.answer !== 'declined') await this.room.refuseTooMany(wanted.eventId);
        await this.record(actor, 'event.add-trainer', row, { after: tracesOf(row) });
        if (row.answer === 'asked') await this.mails.asked(row);
        if (row.answer === 'confirmed') await this.diaries.invite(row);
        return this.one(row.id);
      });
    } catch (error) {
      throw isDuplicate(error) ? new Problem('trainers.already-on-event') : error;
    }
  }

  /** Changes answer, part or hours. Who declines loses the mailed link and the sight of the event's people. */
  async change(actor: Actor, id: string, change: EventTrainerChange): Promise<EventTrainerView> {
    return this.database.transaction(async () => {
      const row = await this.passGate(id);
      const before = { ...row };
      if (change.answer !== undefined) row.answer = change.answer;
      if (change.part !== undefined) row.part = change.part;
      if (change.hours !== undefined) row.minutes = minutesOf(change.hours);
      if (row.answer === 'declined') Object.assign(row, { linkHash: null, codeHash: null, linkSentAt: null });
      await this.database.repo(EventTrainerEntity).save(row);
      if (row.answer === 'declined') await this.links.forget([id], VISIT);
      else if (before.answer === 'declined') await this.room.refuseTooMany(row.eventId);
      await this.record(actor, 'event.change-trainer', row, changedFields(tracesOf(before), tracesOf(row)));
      if (row.answer === 'asked' && before.answer !== 'asked') await this.mails.asked(row);
      if (row.answer === 'confirmed' && before.answer !== 'confirmed') await this.diaries.invite(row);
      if (row.answer !== 'confirmed' && before.answer === 'confirmed') await this.diaries.withdraw([row]);
      return this.one(id);
    });
  }

  /**
   * What a trainer says to being asked, in the trainer's own name, and may change until the event is over; 404 for whoever
   * is not asked. Refuses an event that is cancelled or has ended.
   */
  async answer(actor: Actor, eventId: string, answer: Exclude<TrainerAnswer, 'asked'>): Promise<void> {
    const own = await this.database
      .repo(EventTrainerEntity)
      .createQueryBuilder('own')
      .innerJoin(TrainerEntity, 'trainer', 'trainer.id = own.trainerId')
      .where('own.eventId = :eventId AND trainer.personId = :personId', { eventId, personId: actor.personId ?? '' })
      .getOne();
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: found(own).eventId });
    if (event.status === 'cancelled') throw new Problem('events.cancelled');
    if (event.hasEnded(this.clock.now())) throw new Problem('events.ended');
    await this.change(actor, found(own).id, { answer });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const row = await this.passGate(id);
      await this.diaries.withdraw([row]);
      await this.diaries.forget([id]);
      await this.database.repo(EventTrainerEntity).delete({ id });
      await this.links.forget([id]);
      await this.record(actor, 'event.remove-trainer', row, { before: tracesOf(row) });
    });
  }

  private async passGate(id: string): Promise<EventTrainerEntity> {
    const { eventId } = found(await this.database.repo(EventTrainerEntity).findOneBy({ id }));
    await this.database.gate(EventEntity, eventId);
    return found(await this.database.repo(EventTrainerEntity).findOneBy({ id }));
  }

  private async openEvent(eventId: string): Promise<void> {
    if ((await this.database.gate(EventEntity, eventId)) === null)
      throw invalid({ eventId: 'There is no event with this id' });
    const event = await this.database.repo(EventEntity).findOneByOrFail({ id: eventId });
    if (event.status === 'cancelled') throw new Problem('events.cancelled');
  }

  private async lengthOf(eventId: string): Promise<number> {
    const sessions = (await this.sessions.of([eventId])).get(eventId) ?? [];
    return Math.round(sessions.reduce((sum, { startsAt, endsAt }) => sum + (+endsAt - +startsAt) / 60_000, 0));
  }

  private rows(): SelectQueryBuilder<EventTrainerEntity> {
    return this.database
      .repo(EventTrainerEntity)
      .createQueryBuilder('own')
      .innerJoin(TrainerEntity, 'trainer', 'trainer.id = own.trainerId')
      .leftJoin(PersonEntity, 'person', 'person.id = trainer.personId')
      .innerJoin(EventEntity, 'event', 'event.id = own.eventId')
      .innerJoin(CourseEntity, 'course', 'course.id = event.courseId')
      .where('1 = 1');
  }

  private async views(rows: SelectQueryBuilder<EventTrainerEntity>): Promise<EventTrainerView[]> {
    const { entities, raw } = await rows
      .select('own')
      .addSelect(['event.reference AS eventReference', 'course.title AS courseTitle'])
      .addSelect(['person.name AS personName', 'person.email AS personEmail'])
      .addSelect('COALESCE(person.name, trainer.name)', 'trainerName')
      .getRawAndEntities<Named>();
    const events = await this.byId(
      EventEntity,
      entities.map(({ eventId }) => eventId),
    );
    const trainers = await this.byId(
      TrainerEntity,
      entities.map(({ trainerId }) => trainerId),
    );
    return entities.map((own, index) => {
      const named = raw[index] as Named;
      const trainer = found(trainers.get(own.trainerId));
      const event = found(events.get(own.eventId));
      const address = trainer.personId ? named.personEmail : trainer.email;
      return {
        id: own.id,
        eventId: own.eventId,
        eventReference: named.eventReference,
        courseTitle: named.courseTitle,
        startsAt: event.startsAt?.toISOString() ?? null,
        endsAt: event.endsAt?.toISOString() ?? null,
        trainerId: own.trainerId,
        trainerName: named.trainerName,
        personId: trainer.personId,
        organisation: trainer.organisation,
        answer: own.answer,
        part: own.part,
        hours: hoursOf(own.minutes),
        canBeLinked: own.answer === 'confirmed' && address !== null && event.status === 'published',
        linkSentAt: own.linkSentAt?.toISOString() ?? null,
      };
    });
  }

  private async byId<Row extends { id: string }>(entity: new () => Row, ids: string[]): Promise<Map<string, Row>> {
    if (!ids.length) return new Map();
    const rows = await this.database.repo<{ id: string }>(entity).findBy({ id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row as Row]));
  }

  private async record(
    actor: Actor,
    action: string,
    { eventId }: Pick<EventTrainerEntity, 'eventId'>,
    facts: { before?: Record<string, unknown>; after?: Record<string, unknown> },
  ): Promise<void> {
    await this.audit.record(actor, { action, subjectKind: 'event', subjectId: eventId, ...facts });
  }
}

function minutesOf(hours: number): number {
  return Math.round(hours * 60);
}

function tracesOf({ trainerId, answer, part, minutes }: EventTrainerEntity): Record<string, unknown> {
  return { trainerId, answer, part, minutes };
}
