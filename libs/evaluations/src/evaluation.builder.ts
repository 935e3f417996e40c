import * as agencies from '@roundtable/agencies';
import * as bookings from '@roundtable/bookings';
import * as courses from '@roundtable/courses';
import * as elearning from '@roundtable/elearning';
import * as events from '@roundtable/events';
import * as people from '@roundtable/people';
import * as platform from '@roundtable/platform';
import type { World } from '@roundtable/schema/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { AnswerEntity } from './answer.entity';
import { AnswerDraftEntity } from './answering/answer-draft.entity';
import { AnsweringRoomEntity } from './room/answering-room.entity';
import { QuestionAnswerEntity } from './answering/question-answer.entity';
import { TextAnswerEntity } from './answering/text-answer.entity';
import { CertificateEntity } from './certificate.entity';
import { EvaluationFormQueries } from './evaluation-form.queries';
import type { Stage } from './evaluation-windows';
import { EvaluationsModule } from './evaluations.module';
import { EvaluationFormEntity } from './forms/evaluation-form.entity';
import { FormQuestionEntity } from './forms/form-question.entity';
import { QuestionEntity } from './forms/question.entity';
import { FormLinks } from './form-links.service';
import { LineManagerEntity } from './manager/line-manager.entity';
import { TextDecisionEntity } from './disclosures/text-decision.entity';
import { ReleasedGroupEntity } from './publication/released-group.entity';
import { ReleasedPeopleEntity } from './publication/released-people.entity';
import { ResponseEntity } from './response.entity';

const ABOVE = [platform, agencies, people, elearning, courses, events, bookings];

/** The tables of this library and of all above it. */
export const ENTITIES = [
  ...ABOVE.flatMap((library) => Object.entries(library))
    .filter(([name]) => name.endsWith('Entity'))
    .map(([, entity]) => entity as EntityTarget<ObjectLiteral>),
  AnswerEntity,
  AnswerDraftEntity,
  AnsweringRoomEntity,
  CertificateEntity,
  EvaluationFormEntity,
  FormQuestionEntity,
  LineManagerEntity,
  QuestionAnswerEntity,
  QuestionEntity,
  ReleasedGroupEntity,
  ReleasedPeopleEntity,
  ResponseEntity,
  TextAnswerEntity,
  TextDecisionEntity,
];

/** The library as the product composes it, on the world's database and clock. */
export async function openModule(world: World): Promise<INestApplicationContext> {
  const config = platform.readConfig({ PUBLIC_URL: 'https://training.example' });
  const module = await Test.createTestingModule({
    imports: [platform.PlatformModule.for(config, world.database, world.clock), people.PeopleModule, EvaluationsModule],
  }).compile();
  return module.init();
}

/** Rows that evaluations stand on, with valid and minimal defaults. An event runs on 18 February 2026, 9:30am to 12:30pm. */
export class Given {
  private made = 0;

  constructor(private readonly world: World) {}

  private put<Row extends ObjectLiteral>(entity: new () => Row, row: Partial<Row>): Promise<Row> {
    const full = Object.assign(new entity(), { id: platform.newId(), createdAt: this.world.clock.now(), ...row });
    return this.world.database
      .repo<ObjectLiteral>(entity)
      .insert(full)
      .then(() => full);
  }

  private name(word: string): string {
    this.made += 1;
    return `${word} ${this.made}`;
  }

  async agency(name = this.name('Agency')): Promise<agencies.AgencyEntity> {
    const sector = await this.put(agencies.SectorEntity, { name: this.name('sector'), parentId: null, position: 1 });
    const key = { nameKey: platform.folded(name), sectorId: sector.id };
    const terms = { feeType: 'other', approval: 'off', status: 'accepted' } as const;
    return this.put(agencies.AgencyEntity, { name, ...key, ...terms, isDemonstration: false });
  }

  async course(facts: Partial<courses.CourseEntity> = {}): Promise<courses.CourseEntity> {
    const name = this.name('Course');
    const words = { code: name, slug: name.replace(' ', '-'), title: name, searchKey: name, summary: name };
    return this.put(courses.CourseEntity, {
      ...words,
      kind: 'course',
      aims: null,
      audience: null,
      level: '3',
      topic: null,
      minutes: 180,
      validityMonths: 36,
      prerequisitePolicy: 'block',
      isSeries: false,
      status: 'published',
      isDemonstration: false,
      ...facts,
    });
  }

  async statement(
    courseId: string,
    wording = 'neglect',
    retiredAt: Date | null = null,
  ): Promise<courses.OutcomeStatementEntity> {
    return this.put(courses.OutcomeStatementEntity, {
      courseId,
      stem: 'knowledge of',
      wording,
      position: 1,
      retiredAt,
    });
  }

  async event(courseId: string, facts: Partial<events.EventEntity> = {}): Promise<events.EventEntity> {
    const event = await this.put(events.EventEntity, {
      gate: 0,
      reference: this.name('EV'),
      courseId,
      status: 'published',
      delivery: 'in-person',
      venueId: null,
      capacity: 20,
      startsAt: new Date('2026-02-18T09:30:00Z'),
      endsAt: new Date('2026-02-18T12:30:00Z'),
      period: null,
      waitlistPolicy: 'by-time',
      agencyCap: null,
      importKey: null,
      trainerNote: null,
      cancelReason: null,
      duplicatedFromId: null,
      isDemonstration: false,
      ...facts,
    });
    const { startsAt, endsAt } = event;
    if (startsAt && endsAt) {
      const local = {
        localDate: platform.londonDate(startsAt),
        localStart: platform.londonTime(startsAt),
        localEnd: platform.londonTime(endsAt),
      };
      await this.put(events.EventSessionEntity, { eventId: event.id, position: 1, startsAt, endsAt, ...local });
    }
    return event;
  }

  async person(facts: Partial<people.PersonEntity> = {}): Promise<people.PersonEntity> {
    const name = this.name('Person');
    const email = `${name.replace(' ', '')}@agency.example`.toLowerCase();
    return this.put(people.PersonEntity, {
      name,
      nameKey: platform.folded(name),
      email,
      area: null,
      isDemonstration: false,
      ...facts,
    });
  }

  async booking(
    event: events.EventEntity,
    facts: Partial<bookings.BookingEntity> = {},
  ): Promise<bookings.BookingEntity> {
    const agencyId = facts.agencyId ?? (await this.agency()).id;
    const personId = facts.personId ?? (await this.person()).id;
    return this.put(bookings.BookingEntity, {
      reference: this.name('RT'),
      eventId: event.id,
      courseId: event.courseId,
      agencyId,
      personId,
      sector: 'police',
      jobRole: null,
      area: null,
      status: 'confirmed',
      queueNumber: 1,
      liveEventKey: null,
      liveCourseKey: null,
      bookedById: null,
      requestedAt: new Date('2026-01-05T10:00:00Z'),
      endedAt: null,
      endReason: null,
      offeredUntil: null,
      offersMissed: 0,
      promotedAt: null,
      attendance: null,
      orderNumber: null,
      replacesId: null,
      ...facts,
    });
  }

  async closedRegister(eventId: string): Promise<void> {
    await this.put(bookings.RegisterEntity, { eventId, closedAt: this.world.clock.now(), closedById: null });
  }
}

/** Somebody signed in. */
export function actorOf(personId: string, roles: platform.Actor['roles'] = ['practitioner']): platform.Actor {
  return { ...platform.VISITOR, personId, roles, via: 'session' };
}

/** The secret of a link to a form, as a mail carries it. */
export async function linkTo(
  app: INestApplicationContext,
  booking: bookings.BookingEntity,
  event: events.EventEntity,
  stage: Stage,
): Promise<string> {
  const window = await app.get(EvaluationFormQueries).windowAt(booking, event, stage);
  if (!window) throw new Error('An event without a date is asked nothing about.');
  const [link] = await app.get(FormLinks).to([{ booking, event, stage, window }]);
  return link?.secret ?? '';
}
