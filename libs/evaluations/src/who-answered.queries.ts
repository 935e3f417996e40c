import { Injectable } from '@nestjs/common';
import type { AnswerState, EvaluationPersonView } from '@roundtable/contracts';
import { EventQueries } from '@roundtable/events';
import { type Actor, Clock, Database } from '@roundtable/platform';
import { EvaluationFormQueries } from './evaluation-form.queries';
import { type Stage, answeringWindow } from './evaluation-windows';
import { peopleOfEvent } from './people-of-event';
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
   * Everybody who is asked, by name. A form is owed from when it opens;
   * the follow-up by who attended, at the date of everybody without school terms. 404 for an event this actor may not see.
   */
  async of(actor: Actor, eventId: string): Promise<EvaluationPersonView[]> {
    const event = await this.events.byId(actor, eventId);
    const people = await peopleOfEvent(this.database, eventId)
      .addSelect(['booking.personId AS personId', 'booking.attendance AS attendance'])
      .getRawMany<RawPerson>();
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
}
