import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { BookingQueries, EventsWithPlaces, GroupBookingDto, GroupBookingsService } from '@roundtable/bookings';
import { LIVE_BOOKING_STATUSES, paths } from '@roundtable/contracts';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit, Problem } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { shaped } from '../account/refused-form';
import { isBookable } from '../events/event-card';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { chooseAgencyPage } from './choose-agency.presenter';
import {
  type GroupSubject,
  checkGroupPage,
  groupErrors,
  groupPage,
  groupResultPage,
  readGroup,
} from './group-booking.presenter';
import { type LedAgency, LedAgencies } from './led-agencies.service';

const FORM = 'my-agency/group-booking.njk';

/** Booking for several people of an agency: the form, everybody once more, and what became of each. */
@ApiExcludeController()
@Controller()
export class GroupBookingController {
  constructor(
    private readonly pages: SitePages,
    private readonly led: LedAgencies,
    private readonly events: EventsWithPlaces,
    private readonly bookings: BookingQueries,
    private readonly groups: GroupBookingsService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.bookForAgency({ eventId: ':eventId' }))
  @Permit('me.read')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agencies = await this.led.of(actor);
    const agency = await this.led.chosen(actor, query.text('agency'));
    const action = paths.bookForAgency({ eventId });
    if (!agency)
      return this.pages.page(
        reply,
        request,
        'my-agency/choose-agency.njk',
        chooseAgencyPage(agencies, action, eventId),
      );
    const subject = await this.subjectOf(actor, eventId, agency);
    if (!isBookable(subject.event, this.clock.now())) return this.pages.redirect(reply, paths.event({ id: eventId }));
    this.pages.page(reply, request, FORM, groupPage(subject));
  }

  @Post(paths.bookForAgency({ eventId: ':eventId' }))
  @Permit('bookings.group')
  async step(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agency = await this.led.chosen(actor, given.text('agencyId'));
    if (!agency) return this.pages.redirect(reply, paths.bookForAgency({ eventId }));
    const subject = await this.subjectOf(actor, eventId, agency);
    const step = given.oneOf('step', ['check', 'confirm', 'rows']);
    if (step === null || step === 'rows') {
      const shown = step === 'rows' ? given.with('rows', String(Number(given.text('rows')) + 3)) : given;
      return this.pages.page(reply, request, FORM, groupPage(subject, shown));
    }
    const { wanted, at, errors } = readGroup(subject, given);
    if (errors) return this.pages.page(reply, request, FORM, groupPage(subject, given, errors), 422);
    if (step === 'check')
      return this.pages.page(reply, request, 'my-agency/check-group.njk', checkGroupPage(subject, given));
    try {
      const result = await this.groups.book(actor, eventId, await shaped(GroupBookingDto, wanted));
      this.pages.page(reply, request, 'my-agency/group-result.njk', groupResultPage(subject, result));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'request.invalid') throw error;
      const found = groupErrors(error.more.errors ?? {}, at);
      this.pages.page(reply, request, FORM, groupPage(subject, given, found), 422);
    }
  }

  private async subjectOf(actor: Actor, eventId: string, agency: LedAgency): Promise<GroupSubject> {
    const event = await this.events.one(actor, eventId);
    const { members, total } = await this.led.members(actor, agency.id);
    const booked = await this.bookings.list(actor, {
      eventId,
      agencyId: agency.id,
      status: [...LIVE_BOOKING_STATUSES],
      _end: 200,
    });
    return { event, agency, members, memberCount: total, booked: booked.items };
  }
}
