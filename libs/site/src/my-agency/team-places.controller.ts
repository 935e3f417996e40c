import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DelegateDto, EventsWithPlaces, TeamPlacesQueries, TeamPlacesService } from '@roundtable/bookings';
import { type TeamPlacesView, paths } from '@roundtable/contracts';
import { type ActingRequest, type Actor, CurrentActor, Permit, notFound } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { refusedForm, shaped } from '../account/refused-form';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { delegateRefusals, readDelegate } from './agency-booking.presenter';
import { LedAgencies } from './led-agencies.service';
import { TEAM_MOMENTS, teamPlacesPage } from './team-places.presenter';

const TEMPLATE = 'my-agency/team-places.njk';

/** Places that an agency holds: giving each a name, and giving them back. */
@ApiExcludeController()
@Controller()
export class TeamPlacesPageController {
  constructor(
    private readonly pages: SitePages,
    private readonly led: LedAgencies,
    private readonly events: EventsWithPlaces,
    private readonly queries: TeamPlacesQueries,
    private readonly teamPlaces: TeamPlacesService,
  ) {}

  @Get(paths.teamPlaces({ id: ':id' }))
  @Permit('me.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const held = await this.heldByLed(actor, id);
    const event = await this.events.one(actor, held.eventId);
    const { members } = await this.led.members(actor, held.agencyId);
    const model = teamPlacesPage(held, event, members, null, {}, query.oneOf('done', TEAM_MOMENTS));
    this.pages.page(reply, request, TEMPLATE, model);
  }

  @Post(paths.teamPlaces({ id: ':id' }))
  @Permit('team-places.use')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const held = await this.heldByLed(actor, id);
    const answer = given.oneOf('answer', ['name', 'release']);
    if (answer === null) return this.pages.redirect(reply, paths.teamPlaces({ id }));
    if (answer === 'release') {
      await this.teamPlaces.release(actor, id);
      return this.pages.redirect(reply, `${paths.teamPlaces({ id })}?done=released`);
    }
    try {
      const practitionerId = given.text('practitionerId');
      const wanted = practitionerId ? { practitionerId } : readDelegate(given);
      await this.teamPlaces.name(actor, id, await shaped(DelegateDto, wanted));
      this.pages.redirect(reply, `${paths.teamPlaces({ id })}?done=named`);
    } catch (error) {
      const fields = ['practitionerId', 'email', 'name', 'jobRole'];
      const refused = refusedForm(error, 'email', { fields, words: delegateRefusals(error) });
      const event = await this.events.one(actor, held.eventId);
      const { members } = await this.led.members(actor, held.agencyId);
      this.pages.page(
        reply,
        request,
        TEMPLATE,
        teamPlacesPage(held, event, members, given, refused.errors),
        refused.status,
      );
    }
  }

  private async heldByLed(actor: Actor, id: string): Promise<TeamPlacesView> {
    const held = await this.queries.one(actor, id);
    if (!actor.leadAgencyIds.includes(held.agencyId)) throw notFound();
    return held;
  }
}
