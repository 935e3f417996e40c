import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { BookingQueries, EventsWithPlaces, TeamPlacesQueries } from '@roundtable/bookings';
import { type EventView, LIVE_BOOKING_STATUSES, paths } from '@roundtable/contracts';
import { EVENT_SORTS } from '@roundtable/events';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { LedAgencies } from './led-agencies.service';
import { PER_PAGE, agencyBookingsPage } from './agency-bookings.presenter';

const MOST = 200;

@ApiExcludeController()
@Controller()
export class AgencyBookingsController {
  constructor(
    private readonly pages: SitePages,
    private readonly led: LedAgencies,
    private readonly bookings: BookingQueries,
    private readonly teamPlaces: TeamPlacesQueries,
    private readonly events: EventsWithPlaces,
    private readonly clock: Clock,
  ) {}

  @Get(paths.agencyBookings)
  @Permit('me.read')
  async show(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agencies = await this.led.of(actor);
    const now = this.clock.now();
    const within = { agencyIds: actor.leadAgencyIds, endingAfter: now };
    const page = Math.min(1000, Math.max(1, Number.parseInt(query.text('page'), 10) || 1));
    const asked = await this.bookings.list(
      actor,
      { status: ['awaiting_approval'], _sort: 'startsAt', _order: 'ASC', _end: MOST },
      within,
    );
    const coming = await this.bookings.list(
      actor,
      {
        status: LIVE_BOOKING_STATUSES.filter((status) => status !== 'awaiting_approval'),
        _sort: 'startsAt',
        _order: 'ASC',
        _start: (page - 1) * PER_PAGE,
        _end: page * PER_PAGE,
      },
      within,
    );
    const held = await this.teamPlaces.openOf(actor, actor.leadAgencyIds);
    const events = await this.eventsOf(
      actor,
      held.map(({ eventId }) => eventId),
    );
    const model = agencyBookingsPage(
      agencies.map(({ name }) => name),
      {
        requests: asked.items,
        teamPlaces: held.map((one) => ({ held: one, event: events.get(one.eventId) })),
        bookings: coming.items,
        total: coming.total,
        page,
      },
      now,
    );
    this.pages.page(reply, request, 'my-agency/agency-bookings.njk', model);
  }

  private async eventsOf(actor: Actor, ids: readonly string[]): Promise<Map<string, EventView>> {
    if (ids.length === 0) return new Map();
    const window = { skip: 0, take: ids.length, sort: EVENT_SORTS.startsAt, order: 'ASC' as const };
    const { items } = await this.events.search(actor, { id: [...new Set(ids)] }, window);
    return new Map(items.map((event) => [event.id, event]));
  }
}
