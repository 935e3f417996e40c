import type { Duplication } from '@roundtable/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, Audit, Clock, Database, found, invalid } from '@roundtable/platform';
import { AgendaService } from '../agenda/agenda.service';
import { newEvent } from '../event-defaults';
import { spanOf } from '../event-rules';
import { EventTermsService } from '../event-terms.service';
import { EventEntity } from '../event.entity';
import { type WantedSession, movedByWeeks, sessionErrors, wantedSessions } from '../session-rules';
import { SessionsService } from '../sessions.service';
import { copyOf, sessionsAt } from './copy-rules';

/** Holding an event again: drafts with the same facts, terms and agenda, without bookings and messages. */
@Injectable()
export class CopiesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly sessions: SessionsService,
    private readonly terms: EventTermsService,
    private readonly agenda: AgendaService,
  ) {}

  /**
   * A draft of the same event: with the sessions that are given, or with its own moved so that the first starts at an
   * instant, or, where nothing is given, moved on by whole weeks to the first date at least two weeks from now. London
   * times stay across changes of the clocks.
   */
  async duplicate(actor: Actor, id: string, wanted: Duplication = {}): Promise<EventEntity> {
    return this.database.transaction(async () => {
      const source = found(await this.database.repo(EventEntity).findOneBy({ id }));
      const own = (await this.sessions.of([id])).get(id) ?? [];
      return this.copy(actor, source, this.wantedFrom(own, wanted));
    });
  }

  /** A draft of an event with these sessions. Refuses sessions that overlap or end before they start. */
  async copy(actor: Actor, source: EventEntity, sessions: WantedSession[]): Promise<EventEntity> {
    const errors = sessions.length ? sessionErrors(sessions) : {};
    if (Object.keys(errors).length) throw invalid(errors);
    const events = this.database.repo(EventEntity);
    const facts = copyOf(source, sessions[0]?.startsAt ?? null);
    const copy = events.create(newEvent({ createdAt: this.clock.now(), ...spanOf(sessions), ...facts }));
    await events.insert(copy);
    await this.sessions.add(copy.id, sessions);
    await this.terms.copy(source.id, copy.id);
    await this.agenda.copy(source.id, copy.id);
    await this.audit.record(actor, {
      action: 'event.duplicate',
      subjectKind: 'event',
      subjectId: copy.id,
      after: { reference: copy.reference, duplicatedFromId: source.id },
    });
    return copy;
  }

  private wantedFrom(own: readonly WantedSession[], { startsAt, sessions }: Duplication): WantedSession[] {
    if (sessions && startsAt) throw invalid({ startsAt: 'Give the start, or the sessions, and not both' });
    if (sessions) return wantedSessions(sessions);
    if (!startsAt) return movedByWeeks(own, this.clock.now());
    if (!own.length) throw invalid({ startsAt: 'This event has no sessions to move: give the sessions' });
    return sessionsAt(own, new Date(startsAt));
  }
}
