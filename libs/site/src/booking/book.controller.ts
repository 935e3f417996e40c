import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { BookingsService } from '@roundtable/bookings';
import { paths } from '@roundtable/contracts';
import { EvaluationsService } from '@roundtable/evaluations';
import { type ActingRequest, type Actor, Clock, CurrentActor, Database, Permit, Problem } from '@roundtable/platform';
import type { FastifyReply } from 'fastify';
import { takesBookings } from '../events/event-card';
import { versionRead } from '../evaluations/evaluation.presenter';
import { Fields, FormFields } from '../frame/fields';
import { SitePages } from '../frame/site-pages';
import { OwnBookings } from '../my-training/own-bookings.service';
import {
  type BookingSubject,
  type WantedBooking,
  bookPage,
  bookingInTheWay,
  checkPage,
  isBlocked,
  missingPage,
  readBooking,
} from './book.presenter';
import { BookingSubjects } from './booking-subjects.service';

const FORM = 'booking/book.njk';

/** Booking in three steps: the form, what was typed once more, and the confirmation on the booking's own page. */
@ApiExcludeController()
@Controller()
export class BookController {
  constructor(
    private readonly pages: SitePages,
    private readonly database: Database,
    private readonly subjects: BookingSubjects,
    private readonly own: OwnBookings,
    private readonly bookings: BookingsService,
    private readonly evaluations: EvaluationsService,
    private readonly clock: Clock,
  ) {}

  @Get(paths.book({ eventId: ':eventId' }))
  @Permit('bookings.create')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const subject = await this.subjectFor(actor, eventId, null, reply);
    if (!subject) return;
    if (isBlocked(subject)) return this.pages.page(reply, request, 'booking/missing.njk', missingPage(subject));
    this.pages.page(reply, request, FORM, bookPage(subject, this.clock.now()));
  }

  @Post(paths.book({ eventId: ':eventId' }))
  @Permit('bookings.create')
  async step(
    @CurrentActor() actor: Actor,
    @Param('eventId') eventId: string,
    @FormFields() given: Fields,
    @Req() request: ActingRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const now = this.clock.now();
    const subject = await this.subjectFor(actor, eventId, given, reply);
    if (!subject) return;
    if (isBlocked(subject) && !subject.waitIfMissing)
      return this.pages.page(reply, request, 'booking/missing.njk', missingPage(subject));
    const step = given.oneOf('step', ['check', 'confirm', 'change', 'wait']);
    if (step === 'wait' || step === 'change' || step === null)
      return this.pages.page(reply, request, FORM, bookPage(subject, now, given));
    const { wanted, errors } = readBooking(subject, given);
    if (errors) return this.pages.page(reply, request, FORM, bookPage(subject, now, given, errors), 422);
    if (step === 'check') return this.pages.page(reply, request, 'booking/check.njk', checkPage(subject, now, given));
    const bookingId = await this.book(actor, eventId, wanted, subject.formId);
    this.pages.redirect(reply, `${paths.booking({ id: bookingId })}?done=booked`);
  }

  /** What the request is about; nothing where the person was sent on to where they stand already. */
  private async subjectFor(
    actor: Actor,
    eventId: string,
    given: Fields | null,
    reply: FastifyReply,
  ): Promise<BookingSubject | null> {
    const isConfirming = given?.text('step') === 'confirm';
    const bookings = await this.own.live(actor);
    const subject = await this.subjects.of(actor, eventId, bookings, {
      waitIfMissing: given?.text('wait') === 'yes',
      formRead: given ? versionRead(given) : undefined,
    });
    const now = this.clock.now();
    const there = bookingInTheWay(bookings, subject, now);
    if (there) {
      // Pressed twice, the second press confirms what the first one booked.
      const moment = there.eventId !== eventId ? '?done=there' : isConfirming ? '?done=booked' : '';
      this.pages.redirect(reply, paths.booking({ id: there.id }) + moment);
      return null;
    }
    if (!takesBookings(subject.event, now)) {
      this.pages.redirect(reply, paths.event({ id: eventId }));
      return null;
    }
    if (actor.agencyId === null) throw new Problem('bookings.no-agency');
    return subject;
  }

  /** The place and the answers that come with it: both or neither. Asking again answers the same booking. */
  private async book(
    actor: Actor,
    eventId: string,
    { answers, quoteConsent, ...wanted }: WantedBooking,
    formId: string | null,
  ): Promise<string> {
    return this.database.transaction(async () => {
      const { id, isNew } = await this.bookings.book(actor, eventId, wanted);
      // Who booked this event before, and cancelled, may have answered then: those answers stay.
      const isAsked =
        isNew && answers.length > 0 && (await this.evaluations.formForBooking(actor, id, 'before')).state === 'open';
      if (isAsked)
        await this.evaluations.sendBefore(actor, id, { answers, quoteConsent: quoteConsent === true, formId });
      return id;
    });
  }
}
