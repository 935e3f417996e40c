import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { AuditEntryView } from '@roundtable/contracts';
import { type Actor, Audit, Clock, csvPart, londonDate } from '@roundtable/platform';
import type { AuditListQuery } from './audit.dto';
import { AuditQueries } from './audit.queries';

const COLUMNS = ['At', 'Who', 'Who, by id', 'What', 'About', 'About, by id', 'Before', 'After', 'Reason'];

/** The audit log as a sheet, with the filters of the screen. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly queries: AuditQueries,
  ) {}

  /** The file, read while it is sent. That it was taken out, and by which filters, is written down first. */
  async csv(actor: Actor, query: AuditListQuery): Promise<{ name: string; content: Readable }> {
    const { actorId = null, action = null, subjectKind = null, subjectId = null, from = null, to = null } = query;
    const batches = this.queries.batches(actor, query);
    const first = await batches.next();
    await this.audit.record(actor, {
      action: 'audit.export',
      subjectKind: 'audit',
      subjectId: null,
      // What was typed to search for may be a name, so only that something was.
      after: { actorId, action, subjectKind, subjectId, from, to, isSearched: Boolean(query.q) },
    });
    const content = Readable.from(lines(first.done ? [] : first.value, batches));
    return { name: `audit-log-${londonDate(this.clock.now())}.csv`, content };
  }
}

async function* lines(first: AuditEntryView[], batches: AsyncGenerator<AuditEntryView[]>): AsyncGenerator<string> {
  yield csvPart([COLUMNS, ...first.map(cellsOf)], { isFirst: true });
  for await (const batch of batches) yield csvPart(batch.map(cellsOf));
}

function cellsOf(entry: AuditEntryView): (string | null)[] {
  const inJson = (facts: Record<string, unknown> | null) => (facts === null ? null : JSON.stringify(facts));
  return [
    entry.at,
    entry.actorId === null ? 'the service itself' : (entry.actorName ?? 'somebody erased'),
    entry.actorId,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    inJson(entry.before),
    inJson(entry.after),
    entry.reason,
  ];
}
