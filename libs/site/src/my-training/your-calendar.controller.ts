import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CalendarAddresses } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import {
  type ActingRequest,
  type Actor,
  CONFIG,
  type Config,
  CurrentActor,
  Permit,
  notFound,
} from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { keptForAWhile } from '../frame/kept-for-a-while';
import { SitePages } from '../frame/site-pages';
import { ownCalendar } from './calendar-feed';
import { yourCalendarPage } from './your-calendar.presenter';

const TEMPLATE = 'my-training/your-calendar.njk';

/** A person's own calendar: the address that is made, shown once and ended, and what calendar programs fetch there. */
@ApiExcludeController()
@Controller()
export class YourCalendarController {
  constructor(
    private readonly pages: SitePages,
    private readonly addresses: CalendarAddresses,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(paths.yourCalendar)
  @Permit('me.secure')
  async show(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isEnded = query.oneOf('done', ['ended']) !== null;
    this.pages.page(reply, request, TEMPLATE, yourCalendarPage(await this.addresses.madeAt(actor), { isEnded }));
  }

  /** The address is on the page that answers, and on no other. */
  @Post(paths.yourCalendar)
  @Permit('me.secure')
  async change(
    @CurrentActor() actor: Actor,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { personId } = actor;
    if (personId === null) throw notFound();
    if (given.oneOf('do', ['end'])) {
      await this.addresses.end({ ...actor, personId });
      return this.pages.redirect(reply, `${paths.yourCalendar}?done=ended`);
    }
    const secret = await this.addresses.make({ ...actor, personId });
    const address = `${this.config.publicUrl}${paths.calendarFeed({ secret })}`;
    this.pages.page(reply, request, TEMPLATE, yourCalendarPage(await this.addresses.madeAt(actor), { address }));
  }

  @Get(paths.calendarFeed({ secret: ':secret' }))
  @Permit('public')
  async feed(
    @Param('secret') secret: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const sessions = await this.addresses.sessionsBehind(secret);
    if (!sessions) throw notFound();
    const domain = this.config.mailFrom.address.split('@')[1] ?? 'localhost';
    const text = ownCalendar(sessions, { publicUrl: this.config.publicUrl, domain });
    keptForAWhile(request, reply, text, { type: 'text/calendar; charset=utf-8', by: 'private' });
  }
}
