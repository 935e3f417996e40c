import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EventsWithPlaces, TeamPlacesDto, TeamPlacesService } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit, Problem } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { refusedForm, shaped } from '../account/refused-form';
import { isBookable } from '../events/event-card';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { count } from '../frame/words';
import { chooseAgencyPage } from './choose-agency.presenter';
import { holdPlacesPage, readHolding } from './hold-places.presenter';
import { LedAgencies } from './led-agencies.service';

const FORM = 'my-agency/hold-places.njk';

/** Holding places for an agency without names. */
@ApiExcludeController()
@Controller()
export class HoldPlacesController {
  constructor(
    private readonly pages: SitePages,
    private readonly led: LedAgencies,
    private readonly events: EventsWithPlaces,
    private readonly teamPlaces: TeamPlacesService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.holdPlaces({ eventId: ':eventId' }))
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
    const event = await this.events.one(actor, eventId);
    if (!isBookable(event, this.clock.now())) return this.pages.redirect(reply, paths.event({ id: eventId }));
    if (agency) return this.pages.page(reply, request, FORM, holdPlacesPage(event, agency));
    const model = chooseAgencyPage(agencies, paths.holdPlaces({ eventId }), eventId);
    this.pages.page(reply, request, 'my-agency/choose-agency.njk', model);
  }

  @Post(paths.holdPlaces({ eventId: ':eventId' }))
  @Permit('team-places.use')
  async hold(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agency = await this.led.chosen(actor, given.text('agencyId'));
    if (!agency) return this.pages.redirect(reply, paths.holdPlaces({ eventId }));
    const event = await this.events.one(actor, eventId);
    const { wanted, errors } = readHolding(agency.id, given);
    if (errors) return this.pages.page(reply, request, FORM, holdPlacesPage(event, agency, given, errors), 422);
    try {
      const { id } = await this.teamPlaces.hold(actor, eventId, await shaped(TeamPlacesDto, wanted));
      this.pages.redirect(reply, `${paths.teamPlaces({ id })}?done=held`);
    } catch (error) {
      const refused = refusedForm(error, 'places', {
        fields: ['places', 'heldUntil'],
        words: { 'bookings.no-place': fewerWords(error), 'bookings.closed': 'This event takes no bookings now' },
      });
      this.pages.page(reply, request, FORM, holdPlacesPage(event, agency, given, refused.errors), refused.status);
    }
  }
}

function fewerWords(error: unknown): string {
  const open = error instanceof Problem ? Number(error.more.detail?.['placesFree'] ?? 0) : 0;
  return `Hold fewer places: there ${open === 1 ? 'is' : 'are'} ${count(open, 'place')} open to your agency`;
}
