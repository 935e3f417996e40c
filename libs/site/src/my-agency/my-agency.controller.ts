import { AgencyQueries } from '@roundtable/agencies';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { BookingQueries } from '@roundtable/bookings';
import { type AgencyView, paths } from '@roundtable/contracts';
import { MembershipsService, NewPractitionerDto, PeopleQueries } from '@roundtable/people';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { refusedForm, shaped } from '../account/refused-form';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { DONE, PAGE, addColleaguePage, myAgencyPage } from './my-agency.presenter';

const FORM = 'account/form.njk';
const MOST_AGENCIES = 200;
const FIELDS = ['name', 'email', 'jobRole', 'agencyId'];

/** What a lead does for the agencies they lead: sees who works there, and adds people. */
@ApiExcludeController()
@Controller()
export class MyAgencyController {
  constructor(
    private readonly pages: SitePages,
    private readonly agencies: AgencyQueries,
    private readonly people: PeopleQueries,
    private readonly memberships: MembershipsService,
    private readonly bookings: BookingQueries,
  ) {}

  @Get(paths.myAgency)
  @Permit('people.list')
  async show(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const agencies = await this.led(actor);
    const page = Math.max(1, Math.min(10_000, Number.parseInt(query.text('page'), 10) || 1));
    const agencyId = query.oneOf(
      'agency',
      agencies.map(({ id }) => id),
    );
    const search = { q: query.text('q').slice(0, 200), agencyId: agencyId ?? '', page };
    const people = await this.people.list(actor, {
      ...(search.q && { q: search.q }),
      ...(agencyId && { agencyId }),
      _start: (page - 1) * PAGE,
      _end: page * PAGE,
    });
    const requests = await this.bookings.list(
      actor,
      { status: ['awaiting_approval'], _end: 1 },
      { agencyIds: actor.leadAgencyIds },
    );
    const done = query.oneOf('done', Object.keys(DONE) as (keyof typeof DONE)[]);
    this.pages.page(
      reply,
      request,
      'my-agency/my-agency.njk',
      myAgencyPage(search, agencies, people, done, requests.total),
    );
  }

  @Get(paths.addColleague)
  @Permit('people.create')
  async askWhom(
    @CurrentActor() actor: Actor,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.pages.page(reply, request, FORM, addColleaguePage(await this.led(actor)));
  }

  @Post(paths.addColleague)
  @Permit('people.create')
  async add(
    @CurrentActor() actor: Actor,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      const typed = Object.fromEntries(
        FIELDS.filter((name) => given.has(name)).map((name) => [name, given.text(name)]),
      );
      await this.memberships.addPerson(actor, await shaped(NewPractitionerDto, typed));
    } catch (error) {
      const { errors, status } = refusedForm(error, 'email', {
        fields: FIELDS,
        words: { 'people.email-taken': 'There is already a person with this email address' },
      });
      return this.pages.page(reply, request, FORM, addColleaguePage(await this.led(actor), given, errors), status);
    }
    this.pages.redirect(reply, `${paths.myAgency}?done=added`);
  }

  private async led(actor: Actor): Promise<AgencyView[]> {
    return (await this.agencies.list(actor, { _end: MOST_AGENCIES })).items;
  }
}
