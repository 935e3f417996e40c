import { AgencyEntity } from '@roundtable/agencies';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CourseEntity } from '@roundtable/courses';
import { type DataSection, Database, Links, PersonalData, type PersonalDataOwner } from '@roundtable/platform';
import { In, type ObjectLiteral } from 'typeorm';
import { AgendaItemEntity } from './agenda/agenda-item.entity';
import { OtherProviderEventEntity } from './elsewhere/other-provider-event.entity';
import { OutsideAttendanceEntity } from './elsewhere/outside-attendance.entity';
import { EventSessionEntity } from './event-session.entity';
import { EventEntity } from './event.entity';
import { EventTrainerEntity } from './trainers/event-trainer.entity';
import { TrainerAbsenceEntity } from './trainers/trainer-absence.entity';
import { TrainerCalendarEntryEntity } from './trainers/trainer-calendar-entry.entity';
import { TrainerDiaries } from './trainers/trainer-diaries.service';
import { TrainerEntity } from './trainers/trainer.entity';

/** What is held about people who train, and about what they attended with other providers. */
@Injectable()
export class EventsPersonalData implements PersonalDataOwner, OnModuleInit {
  readonly name = 'events';
  readonly position = 25;
  readonly covers = [
    'trainers',
    'trainer_absences',
    'event_trainers',
    'trainer_calendar_entries',
    'agenda_items',
    'outside_attendances',
  ];

  constructor(
    private readonly database: Database,
    private readonly links: Links,
    private readonly personalData: PersonalData,
    private readonly diaries: TrainerDiaries,
  ) {}

  onModuleInit(): void {
    this.personalData.register(this);
  }

  async exportOf(personId: string): Promise<DataSection[]> {
    return [...(await this.attendedElsewhere(personId)), ...(await this.training(personId))];
  }

  /** That a trainer trained, and that somebody attended, stays for the figures; what tells who it was goes. */
  async forget(personId: string, names: readonly string[]): Promise<void> {
    const trainers = this.database.repo(TrainerEntity);
    const ids = (await trainers.findBy({ personId })).map(({ id }) => id);
    if (ids.length) {
      const assigned = this.database.repo(EventTrainerEntity);
      const given = (await assigned.findBy({ trainerId: In(ids) })).map(({ id }) => id);
      await this.links.forget(given);
      await this.diaries.forget(given);
      await assigned.update({ trainerId: In(ids) }, { linkHash: null, codeHash: null });
      await this.database.repo(TrainerAbsenceEntity).delete({ trainerId: In(ids) });
      await trainers.update(
        { id: In(ids) },
        { organisation: null, agencyId: null, topics: null, availability: null, isActive: false },
      );
    }
    if (names.length)
      await this.database.repo(AgendaItemEntity).update({ presenter: In([...names]) }, { presenter: null });
    await this.database
      .repo(OutsideAttendanceEntity)
      .update({ personId }, { evidence: null, evidenceUrl: null, reason: null, decidedById: null });
  }

  /** Saying that one attended elsewhere is activity; so is training others. */
  async lastActivityOf(personIds: readonly string[]): Promise<Map<string, Date>> {
    const last = new Map<string, Date>();
    const keep = (personId: string, at: Date): void => {
      if ((last.get(personId) ?? new Date(0)) < at) last.set(personId, at);
    };
    for (const { personId, declaredAt } of await this.database
      .repo(OutsideAttendanceEntity)
      .findBy({ personId: In([...personIds]) }))
      keep(personId, declaredAt);
    const trainers = await this.database.repo(TrainerEntity).findBy({ personId: In([...personIds]) });
    const own = await this.assignedTo(trainers.map(({ id }) => id));
    const events = await this.byId(
      EventEntity,
      own.map(({ eventId }) => eventId),
    );
    const people = new Map(trainers.map(({ id, personId }) => [id, personId]));
    for (const { trainerId, eventId } of own) {
      const personId = people.get(trainerId);
      const endsAt = events.get(eventId)?.endsAt;
      if (personId && endsAt) keep(personId, endsAt);
    }
    return last;
  }

  private async attendedElsewhere(personId: string): Promise<DataSection[]> {
    const rows = await this.database
      .repo(OutsideAttendanceEntity)
      .find({ where: { personId }, order: { attendedOn: 'ASC' } });
    const listings = await this.byId(
      OtherProviderEventEntity,
      rows.map(({ otherProviderEventId }) => otherProviderEventId),
    );
    return [
      {
        title: 'Training with other providers',
        note: 'What you told us you attended, and what we made of it.',
        rows: rows.map((row) => ({
          Training: listings.get(row.otherProviderEventId)?.title ?? null,
          Provider: listings.get(row.otherProviderEventId)?.provider ?? null,
          'Attended on': row.attendedOn,
          'Your evidence': row.evidence,
          'Your link': row.evidenceUrl,
          State: row.state,
          'Told us on': row.declaredAt,
          'Decided on': row.decidedAt,
          Reason: row.reason,
        })),
      },
    ];
  }

  private async training(personId: string): Promise<DataSection[]> {
    const trainer = await this.database.repo(TrainerEntity).findOneBy({ personId });
    if (!trainer) return [];
    const agency =
      trainer.agencyId === null ? null : await this.database.repo(AgencyEntity).findOneBy({ id: trainer.agencyId });
    const absences = await this.database.repo(TrainerAbsenceEntity).findBy({ trainerId: trainer.id });
    const own = await this.assignedTo([trainer.id]);
    const entries = await this.database
      .repo(TrainerCalendarEntryEntity)
      .findBy({ eventTrainerId: In(['', ...own.map(({ id }) => id)]) });
    const sessions = await this.byId(
      EventSessionEntity,
      entries.map(({ sessionId }) => sessionId),
    );
    const events = await this.byId(
      EventEntity,
      own.map(({ eventId }) => eventId),
    );
    const courses = await this.byId(
      CourseEntity,
      [...events.values()].map(({ courseId }) => courseId),
    );
    return [
      {
        title: 'You as a trainer',
        rows: [
          {
            Kind: trainer.kind,
            Organisation: trainer.organisation,
            'Lent by': agency?.name ?? null,
            Topics: trainer.topics,
            Availability: trainer.availability,
            'Still trains': trainer.isActive,
            'Added on': trainer.createdAt,
          },
        ],
      },
      {
        title: 'Days on which you cannot train',
        rows: absences.map(({ fromDate, toDate }) => ({ From: fromDate, To: toDate })),
      },
      {
        title: 'Training you give',
        rows: own.map((row) => {
          const event = events.get(row.eventId);
          return {
            Course: courses.get(event?.courseId ?? '')?.title ?? null,
            Starts: event?.startsAt ?? null,
            Answer: row.answer,
            Part: row.part,
            Minutes: row.minutes,
            'Link sent on': row.linkSentAt,
          };
        }),
      },
      {
        title: 'What your calendar was told of training you give',
        rows: entries.map((row) => ({
          'Session starts': sessions.get(row.sessionId)?.startsAt ?? null,
          Entry: row.method === 'REQUEST' ? 'put in' : 'taken out',
          Identifier: row.uid,
          'Told on': row.stampedAt,
        })),
      },
    ];
  }

  private async assignedTo(trainerIds: readonly string[]): Promise<EventTrainerEntity[]> {
    if (!trainerIds.length) return [];
    return this.database.repo(EventTrainerEntity).findBy({ trainerId: In([...trainerIds]) });
  }

  private async byId<Row extends ObjectLiteral & { id: string }>(
    entity: new () => Row,
    ids: readonly string[],
  ): Promise<Map<string, Row>> {
    if (!ids.length) return new Map();
    const rows = await this.database.repo<{ id: string }>(entity).findBy({ id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row as Row]));
  }
}
