import { Injectable } from '@nestjs/common';
import type { CompletionView } from '@roundtable/contracts';
import { CompletionQueries } from '@roundtable/elearning';
import type { Actor } from '@roundtable/platform';

const MOST = 200;

/** What a person has completed, and nothing of anybody else. */
@Injectable()
export class OwnCompletions {
  constructor(private readonly queries: CompletionQueries) {}

  /** The latest first; none for a visitor. */
  async all(actor: Actor): Promise<CompletionView[]> {
    if (actor.personId === null) return [];
    return (await this.queries.list(actor, { practitionerId: actor.personId, _end: MOST })).items;
  }
}
