import { Injectable } from '@nestjs/common';
import { BookingEntity } from '@roundtable/bookings';
import type { EvaluationFormView } from '@roundtable/contracts';
import { EventEntity } from '@roundtable/events';
import { type Actor, Clock, Database } from '@roundtable/platform';
import { In } from 'typeorm';
import { DelegateClocks } from './delegate-clocks.service';
import { responseAt, windowAt } from './evaluation-form.queries';
import { type Stage } from './evaluation-windows';
import { stateOf } from './evaluation.view';
import { FormsQueries } from './forms/forms.queries';
import { AnsweringRoomEntity } from './room/answering-room.entity';
import { openedFrom } from './room/room-rules';
import { ResponseEntity } from './response.entity';

type States = Record<Stage, EvaluationFormView['state']>;

/** How far the forms of many bookings are, for lists. */
@Injectable()
export class EvaluationStates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly clocks: DelegateClocks,
    private readonly forms: FormsQueries,
  ) {}

  /** Every form of each of these bookings, by its id; bookings that are not the actor's own have no entry. Few queries, however many bookings. */
  async of(actor: Actor, bookingIds: readonly string[]): Promise<Map<string, States>> {
    const { personId } = actor;
    if (personId === null || bookingIds.length === 0) return new Map();
    const bookings = await this.database.repo(BookingEntity).findBy({ id: In([...bookingIds]), personId });
    if (bookings.length === 0) return new Map();
    const ids = bookings.map((booking) => booking.eventId);
    const events = await this.database.repo(EventEntity).findBy({ id: In(ids) });
    const responses = await this.database.repo(ResponseEntity).findBy({ personId });
    const byId = new Map(events.map((event) => [event.id, event]));
    const now = this.clock.now();
    // Only a follow-up goes by school terms, and only who attended is asked for one.
    const attended = bookings.filter(({ attendance }) => attendance === 'attended');
    const holidays = await this.clocks.holidaysOfEach(attended.map(({ sector }) => sector));
    const silent = await this.forms.silentAt(
      attended.map(({ courseId }) => courseId),
      'follow-up',
    );
    const opened = await this.openedEarly(events, now);
    return new Map(
      bookings.flatMap((booking): [string, States][] => {
        const event = byId.get(booking.eventId);
        if (!event) return [];
        const state = (stage: Stage) => {
          const usual = windowAt(booking, event, stage, holidays.get(booking.sector) ?? []);
          const window = usual && stage === 'after' ? openedFrom(usual, opened.get(event.id)) : usual;
          const isSilent = stage === 'follow-up' && silent.has(booking.courseId);
          const response = responseAt(booking, stage, responses);
          return stateOf({ stage, booking, event, window, response, ...(isSilent && { questions: [] }) }, now);
        };
        return [[booking.id, { before: state('before'), after: state('after'), 'follow-up': state('follow-up') }]];
      }),
    );
  }

  /** When the questions after were opened in the room, of events that are running now: only of these does it matter. */
  private async openedEarly(events: readonly EventEntity[], now: Date): Promise<Map<string, Date | null>> {
    const running = events.filter(({ startsAt, endsAt }) => startsAt && endsAt && startsAt <= now && now < endsAt);
    if (running.length === 0) return new Map();
    const eventId = In(running.map(({ id }) => id));
    const rooms = await this.database.repo(AnsweringRoomEntity).findBy({ eventId });
    return new Map(rooms.map((room) => [room.eventId, room.openedAt]));
  }
}
