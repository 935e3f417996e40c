import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CancellingService, ChargeQueries, EventsWithPlaces, LineService } from '@roundtable/bookings';
import { type BookingView, type EventView, paths } from '@roundtable/contracts';
import { PrerequisitesService } from '@roundtable/courses';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit, Problem } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { OwnResources } from '../resources/own-resources.service';
import { BOOKING_MOMENTS, bookingPage } from './booking.presenter';
import { OwnBookings } from './own-bookings.service';

@ApiExcludeController()
@Controller()
export class BookingPageController {
  constructor(
    private readonly pages: SitePages,
    private readonly own: OwnBookings,
    private readonly events: EventsWithPlaces,
    private readonly prerequisites: PrerequisitesService,
    private readonly cancelling: CancellingService,
    private readonly resources: OwnResources,
    private readonly line: LineService,
    private readonly charges: ChargeQueries,
    private readonly clock: Clock,
  ) {}

  @Get(paths.booking({ id: ':id' }))
  @Permit('bookings.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const booking = await this.own.one(actor, id);
    const own = await this.own.withForms(actor, booking);
    const event = await this.eventOf(actor, booking);
    const on = booking.startsAt ? new Date(booking.startsAt) : this.clock.now();
    const missing = await this.prerequisites.missingFor(booking.practitionerId, booking.courseId, on);
    const keepsForOthers =
      booking.status === 'waitlisted' && (await this.line.keepsForOthers(booking.eventId, booking.sector));
    const moment = query.oneOf('done', BOOKING_MOMENTS);
    const resources = [
      ...(await this.resources.links(actor, { eventId: booking.eventId })),
      ...(await this.resources.links(actor, { courseId: booking.courseId })),
    ];
    const charges = (await this.charges.told(actor, { bookingId: id })).items;
    this.pages.page(
      reply,
      request,
      'my-training/booking.njk',
      bookingPage(own, event, missing, moment, this.clock.now(), { resources, keepsForOthers, charges }),
    );
  }

  /** Answers the offer of a place, or 'can you still come?'. Anything else changes nothing. */
  @Post(paths.booking({ id: ':id' }))
  @Permit('bookings.change')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @FormFields() given: Fields,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.own.one(actor, id);
    const answer = given.oneOf('answer', ['accept', 'refuse', 'coming', 'not-coming']);
    if (answer === null) return this.pages.redirect(reply, paths.booking({ id }));
    if (answer === 'accept') await this.cancelling.accept(actor, id);
    else if (answer === 'refuse') await this.cancelling.refuse(actor, id);
    else await this.cancelling.answerComing(actor, id, answer === 'coming');
    const moment = { accept: 'accepted', refuse: 'refused', coming: 'coming', 'not-coming': 'not-coming' }[answer];
    this.pages.redirect(reply, `${paths.booking({ id })}?done=${moment}`);
  }

  /** The event, while this person may still see it. */
  private async eventOf(actor: Actor, booking: BookingView): Promise<EventView | null> {
    try {
      return await this.events.one(actor, booking.eventId);
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    }
  }
}
