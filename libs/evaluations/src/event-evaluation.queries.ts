import { Injectable } from '@nestjs/common';
import { BookingEntity, RegisterEntity } from '@roundtable/bookings';
import type { EvaluationProgress, EventEvaluationView } from '@roundtable/contracts';
import { type EventEntity, EventQueries } from '@roundtable/events';
import { type Actor, Clock, Database } from '@roundtable/platform';
import { FormsQueries } from './forms/forms.queries';
import { STAGES, type Stage, answeringWindow } from './evaluation-windows';
import { ResponseEntity } from './response.entity';

/** What each stage is called in the statement and in its answer. */
const NAMES = { before: 'before', after: 'after', 'follow-up': 'followUp' } as const satisfies Record<Stage, string>;
type Name = (typeof NAMES)[Stage];
type Counts = Record<
  `${Name}${'People' | 'Invited' | 'Answered' | 'Late'}` | `manager${'Asked' | 'Answered'}`,
  number | string | null
>;

/** How many of an event's people answered, for the office; what they answered is read elsewhere. */
@Injectable()
export class EventEvaluationQueries {
  constructor(
    private readonly database: Database,
    private readonly events: EventQueries,
    private readonly clock: Clock,
    private readonly forms: FormsQueries,
  ) {}

  /** Every form of an event, in one query, and the questions to line managers with it; 404 for an event this actor may not see. */
  async of(actor: Actor, eventId: string): Promise<EventEvaluationView> {
    const event = await this.events.byId(actor, eventId);
    const rows = this.database
      .repo(BookingEntity)
      .createQueryBuilder('booking')
      .leftJoin(RegisterEntity, 'register', 'register.eventId = booking.eventId')
      .where("booking.eventId = :eventId AND booking.status = 'confirmed'", { eventId })
      .andWhere("(register.id IS NULL OR booking.attendance IN ('attended', 'partly_attended'))")
      .setParameters({ yes: true, no: false })
      .select([]);
    for (const stage of STAGES) {
      const name = NAMES[stage];
      const isAsked = stage === 'follow-up' ? "booking.attendance = 'attended'" : 'booking.id IS NOT NULL';
      const count = (condition: string, as: keyof Counts): unknown =>
        rows.addSelect(`SUM(CASE WHEN ${isAsked} AND ${condition} THEN 1 ELSE 0 END)`, as);
      rows.leftJoin(
        ResponseEntity,
        name,
        `${name}.eventId = booking.eventId AND ${name}.personId = booking.personId AND ${name}.mode = '${stage}'`,
      );
      count('booking.id IS NOT NULL', `${name}People`);
      count(`(${name}.askedAt IS NOT NULL OR ${name}.sentAt IS NOT NULL)`, `${name}Invited`);
      count(`${name}.sentAt IS NOT NULL AND ${name}.isLate = :no`, `${name}Answered`);
      count(`${name}.sentAt IS NOT NULL AND ${name}.isLate = :yes`, `${name}Late`);
    }
    rows.leftJoin(
      ResponseEntity,
      'manager',
      "manager.eventId = booking.eventId AND manager.personId = booking.personId AND manager.mode = 'line-manager'",
    );
    rows.addSelect('SUM(CASE WHEN manager.askedAt IS NOT NULL THEN 1 ELSE 0 END)', 'managerAsked');
    rows.addSelect('SUM(CASE WHEN manager.sentAt IS NOT NULL THEN 1 ELSE 0 END)', 'managerAnswered');
    const counts = await rows.getRawOne<Counts>();
    const [asked, answered] = [Number(counts?.managerAsked ?? 0), Number(counts?.managerAnswered ?? 0)];
    const asksManagers = asked > 0 || (await this.forms.askingManagers([event.courseId])).has(event.courseId);
    const now = this.clock.now();
    const progress = (stage: Stage): EvaluationProgress => progressOf(stage, event, counts, now);
    return {
      eventId,
      before: progress('before'),
      after: progress('after'),
      followUp: progress('follow-up'),
      lineManagers: asksManagers ? { asked, answered } : null,
    };
  }
}

function progressOf(
  stage: Stage,
  { createdAt, startsAt, endsAt }: EventEntity,
  counts: Counts | undefined,
  now: Date,
): EvaluationProgress {
  const window = answeringWindow(stage, { bookedAt: createdAt, startsAt, endsAt });
  const counted = (what: 'People' | 'Invited' | 'Answered' | 'Late') => Number(counts?.[`${NAMES[stage]}${what}`] ?? 0);
  const [people, answered, late] = [counted('People'), counted('Answered'), counted('Late')];
  return {
    opensAt: stage === 'before' ? null : (window?.opensAt.toISOString() ?? null),
    closesAt: window?.closesAt.toISOString() ?? null,
    people,
    // The form before the event is asked for with the booking itself.
    invited: stage === 'before' ? people : counted('Invited'),
    answered,
    late,
    owed: window && now >= window.opensAt ? people - answered - late : 0,
    percent: people === 0 ? null : (answered / people) * 100,
  };
}
