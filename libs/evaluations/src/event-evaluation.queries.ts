import { Injectable } from '@nestjs/common';
import { BookingEntity, RegisterEntity } from '@roundtable/bookings';
import type { EvaluationProgress, EventEvaluationView } from '@roundtable/contracts';
import { type EventEntity, EventQueries } from '@roundtable/events';
import { type Actor, Database } from '@roundtable/platform';
import { type Stage, answeringWindow } from './evaluation-windows';
import { ResponseEntity } from './response.entity';

type Counts = Record<'people' | `${Stage}${'Invited' | 'Answered' | 'Late'}`, number | string | null>;

/** How many of an event's people answered, for the office; what they answered is read elsewhere. */
@Injectable()
export class EventEvaluationQueries {
  constructor(
    private readonly database: Database,
    private readonly events: EventQueries,
  ) {}

  /** Both forms of an event, in one query; 404 for an event this actor may not see. */
  async of(actor: Actor, eventId: string): Promise<EventEvaluationView> {
    const event = await this.events.byId(actor, eventId);
    const rows = this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .leftJoin(RegisterEntity, 'register', 'register.eventId = booking.eventId')
      .where("booking.eventId = :eventId AND booking.status = 'confirmed'", { eventId })
      .andWhere("(register.id IS NULL OR booking.attendance IN ('attended', 'partly_attended'))")
      .setParameters({ yes: true, no: false })
      .select('COUNT(booking.id)', 'people');
    for (const stage of ['before', 'after'] as const)
      rows
        .leftJoin(
          ResponseEntity,
          stage,
          `${stage}.eventId = booking.eventId AND ${stage}.personId = booking.personId AND ${stage}.mode = '${stage}'`,
        )
        .addSelect(`COUNT(${stage}.id)`, `${stage}Invited`)
        .addSelect(
          `SUM(CASE WHEN ${stage}.sentAt IS NOT NULL AND ${stage}.isLate = :no THEN 1 ELSE 0 END)`,
          `${stage}Answered`,
        )
        .addSelect(
          `SUM(CASE WHEN ${stage}.sentAt IS NOT NULL AND ${stage}.isLate = :yes THEN 1 ELSE 0 END)`,
          `${stage}Late`,
        );
    const counts = await rows.getRawOne<Counts>();
    return { eventId, before: progressOf('before', event, counts), after: progressOf('after', event, counts) };
  }
}

function progressOf(
  stage: Stage,
  { createdAt, startsAt, endsAt }: EventEntity,
  counts: Counts | undefined,
): EvaluationProgress {
  const window = answeringWindow(stage, { bookedAt: createdAt, startsAt, endsAt });
  const people = Number(counts?.people ?? 0);
  const answered = Number(counts?.[`${stage}Answered`] ?? 0);
  return {
    opensAt: stage === 'before' ? null : (window?.opensAt.toISOString() ?? null),
    closesAt: window?.closesAt.toISOString() ?? null,
    people,
    // The form before the event is asked for with the booking itself.
    invited: stage === 'before' ? people : Number(counts?.[`${stage}Invited`] ?? 0),
    answered,
    late: Number(counts?.[`${stage}Late`] ?? 0),
    percent: people === 0 ? null : (answered / people) * 100,
  };
}
