import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EventsWithPlaces } from '@roundtable/bookings';
import { type CourseView, type MissingPrerequisite, paths } from '@roundtable/contracts';
import { CourseQueries, PrerequisitesService } from '@roundtable/courses';
import { type Programme, PublishedProgramme } from '@roundtable/events';
import {
  type ActingRequest,
  type Actor,
  CONFIG,
  Clock,
  type Config,
  CurrentActor,
  Permit,
  notFound,
} from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { OwnBookings } from '../my-training/own-bookings.service';
import { EventDelivery } from './event-delivery.service';
import { type EventFacts, type EventPage, eventPage } from './event.presenter';

/** How many other dates the page of an event lists. */
const OTHER_DATES = 5;

@ApiExcludeController()
@Controller()
export class EventPageController {
  constructor(
    private readonly pages: SitePages,
    private readonly published: PublishedProgramme,
    private readonly events: EventsWithPlaces,
    private readonly courses: CourseQueries,
    private readonly prerequisites: PrerequisitesService,
    private readonly own: OwnBookings,
    private readonly delivery: EventDelivery,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(paths.event({ id: ':id' }))
  @Permit('events.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = this.clock.now();
    const publisher = { publicUrl: this.config.publicUrl, name: this.config.mailFrom.name };
    const facts = await this.factsOf(actor, id, now);
    const page: EventPage = {
      ...eventPage(facts, publisher, now),
      ...(await this.delivery.of(actor, facts.event)),
    };
    this.pages.page(reply, request, 'events/event.njk', page);
  }

  private async factsOf(actor: Actor, id: string, now: Date): Promise<EventFacts> {
    const { programme } = await this.published.now();
    const listed = programme.eventWith(id);
    const alternatives = listed ? otherDates(programme, listed.courseId, id, now) : [];
    const [first, ...more] = await this.events.byIds(actor, [id, ...alternatives]);
    if (first?.id !== id) throw notFound();
    const others = listed ? more : await this.events.byIds(actor, otherDates(programme, first.courseId, id, now));
    const course = programme.courses.get(first.courseId) ?? (await this.courses.one(actor, first.courseId));
    const booking = (await this.own.live(actor)).find(({ eventId }) => eventId === id) ?? null;
    const missing = await this.missing(actor, course, now);
    return { event: first, course, others, booking, missing, isLead: actor.leadAgencyIds.length > 0 };
  }

  private async missing(actor: Actor, course: CourseView, now: Date): Promise<MissingPrerequisite[] | null> {
    if (actor.personId === null) return null;
    const each = await this.prerequisites.missingOf([actor.personId], course.prerequisites, now);
    return each.get(actor.personId) ?? [];
  }
}

function otherDates(programme: Programme, courseId: string, except: string, now: Date): string[] {
  return programme
    .comingOf(courseId, now)
    .filter(({ id, startsAt }) => id !== except && startsAt !== null)
    .slice(0, OTHER_DATES)
    .map(({ id }) => id);
}
