import { BookingQueries } from '@roundtable/bookings';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type MembershipView, type PractitionerDetailView, paths } from '@roundtable/contracts';
import { CompletionQueries } from '@roundtable/elearning';
import { MembershipsService, PeopleQueries } from '@roundtable/people';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit, found, londonDate } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { SitePages } from '../frame/site-pages';
import { colleaguePage, endColleaguePage } from './colleague.presenter';

const MOST = 50;

/** One person whom a lead leads. Somebody else's person is not found. */
@ApiExcludeController()
@Controller()
export class ColleagueController {
  constructor(
    private readonly pages: SitePages,
    private readonly people: PeopleQueries,
    private readonly bookings: BookingQueries,
    private readonly completions: CompletionQueries,
    private readonly memberships: MembershipsService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.colleague({ id: ':id' }))
  @Permit('people.list')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const person = await this.people.one(actor, id);
    const theirs = { practitionerId: person.id, _end: MOST };
    const bookings = await this.bookings.list(actor, theirs);
    const completions = await this.completions.list(actor, theirs);
    const model = colleaguePage(person, bookings.items, completions.items, this.clock.now());
    this.pages.page(reply, request, 'my-agency/colleague.njk', model);
  }

  @Get(paths.endColleague({ id: ':id', membershipId: ':membershipId' }))
  @Permit('memberships.end')
  async askToEnd(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('membershipId') membershipId: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const person = await this.people.one(actor, id);
    const membership = currentOf(person, membershipId);
    this.pages.page(reply, request, 'account/form.njk', endColleaguePage(person, membership));
  }

  @Post(paths.endColleague({ id: ':id', membershipId: ':membershipId' }))
  @Permit('memberships.end')
  async end(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('membershipId') membershipId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    currentOf(await this.people.one(actor, id), membershipId);
    await this.memberships.end(actor, membershipId, londonDate(this.clock.now()));
    this.pages.redirect(reply, `${paths.myAgency}?done=ended`);
  }
}

function currentOf(person: PractitionerDetailView, membershipId: string): MembershipView {
  return found(person.memberships.find(({ id, until }) => id === membershipId && until === null));
}
