import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { paths } from '@roundtable/contracts';
import { CourseTopics } from '@roundtable/courses';
import { Subscriptions } from '@roundtable/messages';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { refusedForm } from '../account/refused-form';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { MAILING_MOMENTS, ownMailingsPage, readMailings } from './own-mailings.presenter';

const TEMPLATE = 'mailings/own-mailings.njk';

/** Asking for mail about the programme, and stopping it, on one's own account. */
@ApiExcludeController()
@Controller()
export class OwnMailingsController {
  constructor(
    private readonly pages: SitePages,
    private readonly subscriptions: Subscriptions,
    private readonly topics: CourseTopics,
  ) {}

  @Get(paths.accountMailings)
  @Permit('programme-mailings.ask')
  async show(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [own, known] = [await this.subscriptions.own(actor), await this.topics.known()];
    const moment = query.oneOf('done', MAILING_MOMENTS);
    this.pages.page(reply, request, TEMPLATE, ownMailingsPage(own, known, moment));
  }

  @Post(paths.accountMailings)
  @Permit('programme-mailings.ask')
  async change(
    @CurrentActor() actor: Actor,
    @FormFields() form: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (form.oneOf('answer', ['stop'])) {
      await this.subscriptions.stop(actor);
      return this.pages.redirect(reply, `${paths.accountMailings}?done=stopped`);
    }
    const known = await this.topics.known();
    const given = readMailings(form, known);
    try {
      await this.subscriptions.ask(actor, given);
      this.pages.redirect(reply, `${paths.accountMailings}?done=saved`);
    } catch (error) {
      const { errors, status } = refusedForm(error, 'consent', { fields: ['topics', 'consent'] });
      const own = await this.subscriptions.own(actor);
      this.pages.page(reply, request, TEMPLATE, ownMailingsPage(own, known, null, { given, errors }), status);
    }
  }
}
