import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AREAS, type OutsideAttendanceView, paths } from '@roundtable/contracts';
import {
  ListedElsewhere,
  NO_LISTING_WISH,
  NewOutsideAttendanceDto,
  OutsideAttendancesService,
  PublishedProgramme,
} from '@roundtable/events';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit, londonDate } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { refusedForm, shaped } from '../account/refused-form';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import {
  DECLARED,
  attendanceErrors,
  otherProviderEventPage,
  otherProvidersPage,
  readAttendance,
} from './other-providers.presenter';

const LONGEST = 200;
const EVENT = 'other-providers/other-provider-event.njk';
const FIELDS = ['attendedOn', 'evidence', 'evidenceUrl'];

/** Events of other providers, each with its own link; whoever attended one says so here. */
@ApiExcludeController()
@Controller()
export class OtherProvidersController {
  constructor(
    private readonly pages: SitePages,
    private readonly listings: ListedElsewhere,
    private readonly attendances: OutsideAttendancesService,
    private readonly published: PublishedProgramme,
    private readonly clock: Clock,
  ) {}

  @Get(paths.otherProviders)
  @Permit('other-provider-events.read')
  async list(@QueryFields() query: Fields, @Req() request: ActingRequest, @Res() reply: FastifyReply): Promise<void> {
    const wish = {
      ...NO_LISTING_WISH,
      q: query.text('q').slice(0, LONGEST),
      audience: query.text('audience').slice(0, LONGEST),
      area: query.oneOf('area', AREAS),
      onlyFreeInCounty: query.text('county') === 'free',
    };
    const { elsewhere } = await this.published.now();
    const listings = elsewhere.matching(wish, londonDate(this.clock.now()));
    this.pages.page(reply, request, 'other-providers/other-providers.njk', otherProvidersPage(wish, listings));
  }

  @Get(paths.otherProviderEvent({ id: ':id' }))
  @Permit('other-provider-events.read')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const listing = await this.listings.one(actor, id);
    const isDeclared = query.oneOf('done', DECLARED) !== null;
    const model = otherProviderEventPage(listing, await this.ownOf(actor, id), { isDeclared });
    this.pages.page(reply, request, EVENT, model);
  }

  /** 'I attended', with the day and what shows it. */
  @Post(paths.otherProviderEvent({ id: ':id' }))
  @Permit('outside-attendances.declare')
  async declare(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const listing = await this.listings.one(actor, id);
    try {
      await this.attendances.declare(actor, id, await shaped(NewOutsideAttendanceDto, readAttendance(given)));
    } catch (error) {
      const { errors, status } = refusedForm(error, 'evidence', { fields: FIELDS });
      const more = { given, errors: attendanceErrors(errors) };
      return this.pages.page(
        reply,
        request,
        EVENT,
        otherProviderEventPage(listing, await this.ownOf(actor, id), more),
        status,
      );
    }
    this.pages.redirect(reply, `${paths.otherProviderEvent({ id })}?done=declared`);
  }

  /** What the person said of this listing before; null for a visitor. */
  private async ownOf(actor: Actor, listingId: string): Promise<OutsideAttendanceView[] | null> {
    if (actor.personId === null) return null;
    return this.attendances.ownOf(actor, listingId);
  }
}
