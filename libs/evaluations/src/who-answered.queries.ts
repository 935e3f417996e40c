import { AgencyEntity } from '@roundtable/agencies';
import { Injectable } from '@nestjs/common';
import { BookingEntity, RegisterEntity } from '@roundtable/bookings';
import type { AnswerState, EvaluationPersonView } from '@roundtable/contracts';
import { EventQueries } from '@roundtable/events';
import { PersonEntity } from '@roundtable/people';
import { type Actor, Clock, Database } from '@roundtable/platform';
import { EvaluationFormQueries } from './evaluation-form.queries';
import { type Stage, answeringWindow } from './evaluation-windows';
import { ResponseEntity } from './response.entity';

interface RawPerson {
  bookingId: string;
  personId: string;
  name: string;
  agencyName: string;
  attendance: string | null;
}

/** Who of an event answered its forms, for the office: never what. */
@Injectable()
export class WhoAnsweredQueries {
  constructor(
    private readonly database: Database,
    private readonly events: EventQueries,
    private readonly forms: EvaluationFormQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Everybody confirmed, by name; once the register is closed, whoever was there. A form is owed from when it opens;
   * the follow-up by who attended, at the date of everybody without school terms. 404 for an event this actor may not see.
   */
  async of(actor: Actor, eventId: string): Promise<EvaluationPersonView[]> {
    const event = await this.events.byId(actor, eventId);
    const people = await this.people(eventId);
    const responses = await this.database.repo(ResponseEntity).findBy({ eventId });
    const sent = new Map(responses.map((response) => [`${response.personId}|${response.mode}`, response]));
    const now = this.clock.now();
    const times = { bookedAt: event.createdAt, startsAt: event.startsAt, endsAt: event.endsAt };
    const windows = {
      before: answeringWindow('before', times),
      after: await this.forms.openedEarly(answeringWindow('after', times), eventId),
      'follow-up': answeringWindow('follow-up', times),
    };
    return people.map(({ personId, attendance, ...person }) => {
      const state = (stage: Stage): AnswerState => {
        const response = sent.get(`${personId}|${stage}`);
        if (response?.sentAt) return response.isLate ? 'late' : 'answered';
        const opensAt = windows[stage]?.opensAt;
        const isOpened = opensAt !== undefined && now >= opensAt;
        return isOpened && (stage !== 'follow-up' || attendance === 'attended') ? 'owed' : 'not-asked';
      };
      return { ...person, before: state('before'), after: state('after'), followUp: state('follow-up') };
    });
  }

  private people(eventId: string): Promise<RawPerson[]> {
    return this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .innerJoin(PersonEntity, 'person', 'person.id = booking.personId')
      .innerJoin(AgencyEntity, 'agency', 'agency.id = booking.agencyId')
      .leftJoin(RegisterEntity, 'register', 'register.eventId = booking.eventId')
      .select(['booking.id AS bookingId', 'booking.personId AS personId', 'booking.attendance AS attendance'])
      .addSelect(['person.name AS name', 'agency.name AS agencyName'])
      .where("booking.eventId = :eventId AND booking.status = 'confirmed'", { eventId })
      .andWhere("(register.id IS NULL OR booking.attendance IN ('attended', 'partly_attended'))")
      .orderBy('person.nameKey')
      .addOrderBy('booking.id')
      .getRawMany<RawPerson>();
  }
}
