import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AccessNeedsService } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { type ActingRequest, type Actor, CurrentActor, Permit } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { Fields, FormFields, QueryFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { when } from '../frame/words';
import { bookingNeedsPage, readNeeds, yourNeedsPage } from './needs.presenter';
import { OwnBookings } from './own-bookings.service';

const TEMPLATE = 'my-training/needs.njk';

/** What somebody needs to take part: at one event, and always. Taken back at once, here. */
@ApiExcludeController()
@Controller()
export class NeedsPagesController {
  constructor(
    private readonly pages: SitePages,
    private readonly own: OwnBookings,
    private readonly needs: AccessNeedsService,
  ) {}

  @Get(paths.bookingNeeds({ id: ':id' }))
  @Permit('bookings.change')
  async ofBooking(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const booking = await this.titled(actor, id);
    const kept = await this.needs.ofBooking(actor, id);
    this.pages.page(reply, request, TEMPLATE, bookingNeedsPage(booking, kept));
  }

  @Post(paths.bookingNeeds({ id: ':id' }))
  @Permit('bookings.change')
  async changeOfBooking(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const booking = await this.titled(actor, id);
    const answer = given.oneOf('answer', ['save', 'take-back']);
    if (answer === 'take-back') await this.needs.withdraw(actor, id);
    if (answer === 'save') {
      const { needs, errors } = readNeeds(given);
      if (errors) {
        const kept = await this.needs.ofBooking(actor, id);
        return this.pages.page(reply, request, TEMPLATE, bookingNeedsPage(booking, kept, given, errors), 422);
      }
      await this.needs.change(actor, id, { ...needs, keepNeeds: needs.keep });
    }
    this.pages.redirect(reply, `${paths.booking({ id })}?done=needs`);
  }

  @Get(paths.yourNeeds)
  @Permit('me.read')
  async saved(
    @CurrentActor() actor: Actor,
    @QueryFields() query: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const done = query.oneOf('done', ['saved', 'gone']);
    this.pages.page(reply, request, TEMPLATE, yourNeedsPage(await this.needs.saved(actor), null, null, done));
  }

  @Post(paths.yourNeeds)
  @Permit('me.read')
  async changeSaved(
    @CurrentActor() actor: Actor,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const answer = given.oneOf('answer', ['save', 'take-back']);
    if (answer === 'take-back') {
      await this.needs.forgetSaved(actor);
      return this.pages.redirect(reply, `${paths.yourNeeds}?done=gone`);
    }
    const { needs, errors } = readNeeds(given);
    if (answer === null || errors)
      return this.pages.page(
        reply,
        request,
        TEMPLATE,
        yourNeedsPage(await this.needs.saved(actor), given, errors),
        errors ? 422 : 200,
      );
    await this.needs.save(actor, needs);
    this.pages.redirect(reply, `${paths.yourNeeds}?done=${needs.accessNeeds || needs.dietaryNeeds ? 'saved' : 'gone'}`);
  }

  private async titled(actor: Actor, id: string): Promise<{ id: string; title: string }> {
    const booking = await this.own.one(actor, id);
    return { id, title: `${booking.courseTitle}, ${when(booking)}` };
  }
}
