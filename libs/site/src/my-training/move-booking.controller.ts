import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { TransfersService } from '@roundtable/bookings';
import { type BookingView, type EventView, type MissingPrerequisite, paths } from '@roundtable/contracts';
import { CourseQueries } from '@roundtable/courses';
import { type ActingRequest, type Actor, Clock, CurrentActor, Permit, Problem } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { isLive } from '../booking/book.presenter';
import { ComingEvents } from '../events/coming-events.service';
import { takesBookings } from '../events/event-card';
import type { PageErrors } from '../frame/errors';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { NO_DATE, checkMovePage, moveBookingPage, moveRefusal } from './move-booking.presenter';
import { OwnBookings } from './own-bookings.service';

/** Moving a booking to another date of its course: choose, check, done. */
@ApiExcludeController()
@Controller()
export class MoveBookingController {
  constructor(
    private readonly pages: SitePages,
    private readonly own: OwnBookings,
    private readonly coming: ComingEvents,
    private readonly courses: CourseQueries,
    private readonly transfers: TransfersService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.moveBooking({ id: ':id' }))
  @Permit('bookings.change')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const booking = await this.own.one(actor, id);
    if (!this.isMovable(booking)) return this.pages.redirect(reply, paths.booking({ id }));
    await this.form(actor, booking, { request, reply });
  }

  @Post(paths.moveBooking({ id: ':id' }))
  @Permit('bookings.change')
  async step(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const booking = await this.own.one(actor, id);
    const event = (await this.dates(actor, booking)).find((one) => one.id === given.text('eventId'));
    const isConfirming = given.text('step') === 'confirm';
    // Pressed twice, the second press shows what the first one made.
    if (!this.isMovable(booking) && !(isConfirming && event)) return this.pages.redirect(reply, paths.booking({ id }));
    if (!event) return this.form(actor, booking, { request, reply }, given, NO_DATE);
    if (!isConfirming)
      return this.pages.page(
        reply,
        request,
        'my-training/check-move.njk',
        checkMovePage(booking, event, this.clock.now()),
      );
    try {
      const made = await this.transfers.transfer(actor, id, event.id);
      this.pages.redirect(reply, `${paths.booking({ id: made.id })}?done=moved`);
    } catch (error) {
      const errors = error instanceof Problem ? moveRefusal(error.code, missingOf(error)) : null;
      if (!errors) throw error;
      await this.form(actor, booking, { request, reply }, given, errors);
    }
  }

  private async form(
    actor: Actor,
    booking: BookingView,
    { request, reply }: { request: ActingRequest; reply: FastifyReply },
    given: Fields | null = null,
    errors: PageErrors | null = null,
  ): Promise<void> {
    const { slug } = await this.courses.one(actor, booking.courseId);
    const model = moveBookingPage(booking, await this.dates(actor, booking), slug, given, errors);
    this.pages.page(reply, request, 'my-training/move-booking.njk', model, errors ? 422 : 200);
  }

  private async dates(actor: Actor, booking: BookingView): Promise<EventView[]> {
    const now = this.clock.now();
    return (await this.coming.ofCourse(actor, booking.courseId)).filter((event) => takesBookings(event, now));
  }

  private isMovable({ status, startsAt }: BookingView): boolean {
    return isLive(status) && (startsAt === null || new Date(startsAt) > this.clock.now());
  }
}

function missingOf(problem: Problem): MissingPrerequisite[] {
  return (problem.more.detail?.['missing'] ?? []) as MissingPrerequisite[];
}
