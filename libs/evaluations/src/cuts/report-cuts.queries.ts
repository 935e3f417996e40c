import { Injectable } from '@nestjs/common';
import type { CutRow, ReportCut } from '@roundtable/contracts';
import { type Actor, Problem, dateInWords } from '@roundtable/platform';
import { KnowledgeGainQueries } from '../knowledge-gain.queries';
import { NO_SECTOR } from '../publication/sector-rules';
import { monthInWords } from '../publication/publication-window';
import type { KnowledgeGainQuestion } from './counted-answers';
import { AnswerCellsQueries } from './answer-cells.queries';
import { type CutLabel, cutRows } from './cut-rows';
import { type EventOfReport, ReportEventQueries } from './report-events.queries';

const NO_TRAINER = ['No trainer recorded'];

/** The live report cut by event, trainer, sector or month. */
@Injectable()
export class ReportCutsQueries {
  constructor(
    private readonly cells: AnswerCellsQueries,
    private readonly events: ReportEventQueries,
    private readonly report: KnowledgeGainQueries,
  ) {}

  /** A row for each statement and each value of the cuts; small groups are kept back row by row. For coordinators only. */
  async rows(actor: Actor, question: KnowledgeGainQuestion, cuts: readonly ReportCut[]): Promise<CutRow[]> {
    if (!actor.roles.includes('coordinator')) throw new Problem('people.not-allowed');
    const cells = await this.cells.cells(question);
    if (cells.length === 0) return [];
    const eventIds = [...new Set(cells.map(({ eventId }) => eventId))];
    const events = new Map((await this.events.events(eventIds)).map((event) => [event.id, event]));
    const trainers = cuts.includes('trainer') ? await this.events.trainers(eventIds) : new Map<string, string[]>();
    const statements = await this.report.titles([...new Set(cells.map(({ statementId }) => statementId))]);
    return cutRows(statements, cells, await this.cells.attended(question), cuts, (cut, { eventId, sector }) => {
      if (cut === 'sector') return [byName(sector ?? NO_SECTOR)];
      if (cut === 'trainer') return (trainers.get(eventId) ?? NO_TRAINER).map(byName);
      const event = events.get(eventId);
      if (cut === 'event') return [{ label: eventName(event), order: event?.endsAt?.toISOString() ?? yearOf(event) }];
      return [event?.month ? { label: monthInWords(event.month), order: event.month } : byName(yearOf(event))];
    });
  }
}

const byName = (name: string): CutLabel => ({ label: name, order: name });

/** 'Wednesday 22 May 2024 (E-1042)', or the partnership year where no date is known. */
export function eventName(event: Pick<EventOfReport, 'endsAt' | 'reference' | 'year'> | undefined): string {
  if (!event) return 'Not recorded';
  return `${event.endsAt ? dateInWords(event.endsAt) : yearOf(event)} (${event.reference})`;
}

function yearOf(event: Pick<EventOfReport, 'year'> | undefined): string {
  return event?.year ?? 'No date';
}
