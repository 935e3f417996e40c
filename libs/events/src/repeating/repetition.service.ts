import type { NewSession, Repetition, RepetitionView } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, WorkingTime, dateInWords, found, invalid, londonDate } from '@roundtable/platform';
import { EventEntity } from '../event.entity';
import type { WantedSession } from '../session-rules';
import { SessionsService } from '../sessions.service';
import { CopiesService } from './copies.service';
import { londonDaysBetween, sessionsMoved } from './copy-rules';
import { MOST_TIMES, notesOf, turnsOf, whySkipped } from './repetition-rules';

interface Plan {
  source: EventEntity;
  events: { sessions: WantedSession[]; notes: string[] }[];
  skipped: RepetitionView['skipped'];
}

/** Holding an event again and again. */
@Injectable()
export class RepetitionService {
  constructor(
    private readonly database: Database,
    private readonly workingTime: WorkingTime,
    private readonly sessions: SessionsService,
    private readonly copies: CopiesService,
  ) {}

  /** The dates that a repetition would make, and those it skips with the reason; nothing is made. */
  async preview(id: string, wanted: Repetition): Promise<RepetitionView> {
    const { events, skipped } = await this.plan(id, wanted);
    return {
      events: events.map(({ sessions, notes }) => ({ id: null, reference: null, sessions: told(sessions), notes })),
      skipped,
    };
  }

  /** Makes the drafts, all or none. Refuses an event without a date, and dates that are none. */
  async repeat(actor: Actor, id: string, wanted: Repetition): Promise<RepetitionView> {
    return this.database.transaction(async () => {
      const { source, events, skipped } = await this.plan(id, wanted);
      if (!events.length) throw invalid({ until: 'No date is left on which it can be held' });
      const made: RepetitionView['events'] = [];
      for (const { sessions, notes } of events) {
        const { id: copyId, reference } = await this.copies.copy(actor, source, sessions);
        made.push({ id: copyId, reference, sessions: told(sessions), notes });
      }
      return { events: made, skipped };
    });
  }

  private async plan(id: string, wanted: Repetition): Promise<Plan> {
    const source = found(await this.database.repo(EventEntity).findOneBy({ id }));
    const own = (await this.sessions.of([id])).get(id) ?? [];
    const first = own[0];
    if (!first) throw invalid({ every: 'Set the date of this event first' });
    if ((wanted.times === undefined) === (wanted.until === undefined))
      throw invalid({ times: 'Enter how many times, or the last date, and not both' });
    const firstDate = londonDate(first.startsAt);
    const turns = turnsOf(firstDate, wanted.every, wanted.until ?? null).map((date) => {
      const days = londonDaysBetween(new Date(`${firstDate}T12:00:00Z`), new Date(`${date}T12:00:00Z`));
      return { date, sessions: sessionsMoved(own, days) };
    });
    const days = await this.workingTime.daysOn(
      turns.flatMap(({ sessions }) => sessions.map(({ startsAt }) => londonDate(startsAt))),
    );
    const plan: Plan = { source, events: [], skipped: [] };
    for (const [index, { date, sessions }] of turns.entries()) {
      if (plan.events.length === (wanted.times ?? MOST_TIMES)) break;
      const on = days.slice(index * own.length, (index + 1) * own.length);
      const because = whySkipped(on, wanted.skipSchoolHolidays ?? false);
      if (because === null) plan.events.push({ sessions, notes: notesOf(on) });
      else plan.skipped.push({ date, words: dateInWords(date), because });
    }
    return plan;
  }
}

function told(sessions: readonly WantedSession[]): NewSession[] {
  return sessions.map(({ startsAt, endsAt }) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }));
}
