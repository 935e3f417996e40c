import { Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import { Database } from '@roundtable/platform';
import { KeptAnswers } from './answering/kept-answers.service';
import { EvaluationFormQueries } from './evaluation-form.queries';
import { EvaluationsService } from './evaluations.service';
import { ResponseEntity } from './response.entity';

/** Answers before an event go with the delegate who is transferred to another date. */
@Injectable()
export class CarriedAnswersService {
  constructor(
    private readonly database: Database,
    private readonly forms: EvaluationFormQueries,
    private readonly evaluations: EvaluationsService,
    private readonly kept: KeptAnswers,
  ) {}

  /**
   * Moves what a person answered before to the live booking that replaced the answered one, where they have not
   * answered for it. Until then the form of the new booking shows them. Answers how many moved.
   */
  async carry(): Promise<number> {
    const bookings = await this.candidates();
    for (const { id } of bookings) await this.database.transaction(() => this.carryTo(id));
    return bookings.length;
  }

  private candidates(): Promise<{ id: string }[]> {
    return this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(
        ResponseEntity,
        'given',
        "given.bookingId = booking.replacesId AND given.personId = booking.personId AND given.mode = 'before'",
      )
      .leftJoin(
        ResponseEntity,
        'own',
        "own.eventId = booking.eventId AND own.personId = booking.personId AND own.mode = 'before' AND own.sentAt IS NOT NULL",
      )
      .where("booking.status IN ('awaiting_approval', 'confirmed', 'waitlisted', 'offered')")
      .andWhere('given.sentAt IS NOT NULL AND given.eventId <> booking.eventId AND own.id IS NULL')
      .select('booking.id', 'id')
      .getRawMany<{ id: string }>();
  }

  private async carryTo(bookingId: string): Promise<void> {
    const facts = await this.forms.ofBooking(bookingId, 'before');
    const given = facts?.response;
    if (!facts || !given?.sentAt || given.eventId === facts.event.id) return;
    const { sentAt, isLate, formId, source, quoteConsentAt } = given;
    const responseId = await this.evaluations.ensureResponse(facts.booking, facts.event, 'before');
    await this.database
      .repo(ResponseEntity)
      .update({ id: responseId }, { sentAt, isLate, formId, source, quoteConsentAt });
    await this.database.repo(ResponseEntity).update({ id: given.id }, { sentAt: null });
    await this.kept.move(given.id, responseId);
  }
}
