import { AgenciesService } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import type { NewOtherProviderEvent } from '@roundtable/contracts';
import { CourseEntity } from '@roundtable/courses';
import {
  AgendaService,
  EventEntity,
  EventTrainersService,
  ListedElsewhere,
  OutsideAttendanceEntity,
  TrainersService,
  VenueEntity,
  VenuesService,
} from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { Clock, Database, SYSTEM, found, londonDate, newId } from '@roundtable/platform';
import { MoreThan } from 'typeorm';

const DAY_MS = 24 * 3600_000;
const LISTINGS: (NewOtherProviderEvent & { inDays: number | null })[] = [
  {
    title: 'Online harms and young people',
    provider: 'An invented children’s charity',
    url: 'https://charity.example/online-harms',
    audience: 'Everybody who works with children aged 10 to 18',
    area: 'county',
    freeInCounty: true,
    topic: 'Online safety',
    inDays: 30,
  },
  {
    title: 'Perinatal mental health, an introduction',
    provider: 'An invented health trust',
    url: 'https://trust.example/perinatal',
    audience: 'Health visitors, midwives and family support workers',
    area: 'both',
    cost: '£25',
    dates: 'On demand, about two hours',
    inDays: null,
  },
];
const AGENDA = [
  ['Welcome and what we expect of one another', null],
  ['What counts as an allegation', 'Tracy Ner'],
  ['A case in small groups', null],
  ['What I do on Monday', 'Tracy Ner'],
] as const;

/** Who gives the demonstration's coming events, where and when, and what others offer; all of it invented. */
@Injectable()
export class InventedDelivery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly agencies: AgenciesService,
    private readonly venues: VenuesService,
    private readonly trainers: TrainersService,
    private readonly eventTrainers: EventTrainersService,
    private readonly agenda: AgendaService,
    private readonly listings: ListedElsewhere,
  ) {}

  async make(): Promise<void> {
    await this.describeVenue();
    await this.putTrainersOnEvents();
    await this.listOthers();
  }

  private async describeVenue(): Promise<void> {
    const venue = await this.database.repo(VenueEntity).findOneBy({ nameKey: 'loxley house' });
    if (!venue) return;
    await this.venues.change(SYSTEM, venue.id, {
      address: 'An invented street, Nottingham',
      mapUrl: 'https://maps.example/loxley-house',
      accessNotes: 'Invented for the demonstration: step-free from the street, hearing loop in the large room.',
      safeLimit: 40,
    });
  }

  /** One lent by the police on two workshops, of which one is only asked; one commissioned, who can be sent a link. */
  private async putTrainersOnEvents(): Promise<void> {
    const tracy = await this.personAt('trainer@police.example');
    const police = await this.agencies.named('Nottinghamshire Police');
    const lent = await this.trainers.create(SYSTEM, {
      kind: 'pool',
      personId: tracy,
      agencyId: police?.id ?? null,
      topics: 'Allegations, exploitation',
      availability: 'Tuesdays and Wednesdays',
      absences: [this.awayIn(26)],
    });
    const commissioned = await this.trainers.create(SYSTEM, {
      kind: 'commissioned',
      name: 'Ina Vented',
      email: 'ina@expert.example',
      organisation: 'Invented Experts',
      topics: 'Harmful sexual behaviour',
    });
    const [first, second] = await this.comingOf('MA');
    const [third] = await this.comingOf('HSB');
    await this.eventTrainers.assign(SYSTEM, { eventId: found(first).id, trainerId: lent.id, answer: 'confirmed' });
    await this.eventTrainers.assign(SYSTEM, { eventId: found(second).id, trainerId: lent.id, answer: 'asked' });
    await this.eventTrainers.assign(SYSTEM, {
      eventId: found(third).id,
      trainerId: commissioned.id,
      answer: 'confirmed',
    });
    const times = ['09:30', '09:45', '10:45', '12:00'];
    await this.agenda.replace(
      SYSTEM,
      found(first).id,
      AGENDA.map(([item, presenter], index) => ({ sessionId: null, time: found(times[index]), item, presenter })),
    );
  }

  /** Three days away, so that a clash with a trainer's absence can be seen. */
  private awayIn(days: number): { from: string; to: string } {
    const on = (day: number): string => londonDate(new Date(this.clock.now().getTime() + day * DAY_MS));
    return { from: on(days), to: on(days + 2) };
  }

  private async listOthers(): Promise<void> {
    const now = this.clock.now();
    const ids: string[] = [];
    for (const { inDays, ...listing } of LISTINGS) {
      const from = inDays === null ? null : londonDate(new Date(now.getTime() + inDays * DAY_MS));
      ids.push((await this.listings.create(SYSTEM, { ...listing, from, published: true }, true)).id);
    }
    await this.database.repo(OutsideAttendanceEntity).insert({
      id: newId(),
      personId: await this.personAt('practitioner@sherwood.example'),
      otherProviderEventId: found(ids[1]),
      attendedOn: londonDate(new Date(now.getTime() - 7 * DAY_MS)),
      evidence: 'Certificate 4711, invented',
      evidenceUrl: null,
      state: 'declared',
      declaredAt: now,
      decidedAt: null,
      decidedById: null,
      reason: null,
      decisions: 0,
    });
  }

  private async comingOf(code: string): Promise<EventEntity[]> {
    const course = await this.database.repo(CourseEntity).findOneByOrFail({ code });
    return this.database
      .repo(EventEntity)
      .find({ where: { courseId: course.id, startsAt: MoreThan(this.clock.now()) }, order: { startsAt: 'ASC' } });
  }

  private async personAt(email: string): Promise<string> {
    return (await this.database.repo(PersonEntity).findOneByOrFail({ email })).id;
  }
}
