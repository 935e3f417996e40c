import type { MergeConflict, MergeView } from '@roundtable/contracts';
import type { Clock } from '../clock';
import { type Database, newId } from '../database';
import type { Actor } from '../http/actor';
import { MergeEntity } from './merge.entity';

/** What one library would move, or moved, and what cannot stay as it is. */
export interface MergeParts {
  moves: Record<string, number>;
  conflicts: MergeConflict[];
}

/** What a library contributes to merging two agencies or two people; every row of its own that names them is its business. */
export interface MergeReach {
  name: string;
  /** Its turn: what rests on other rows comes before what it rests on. */
  position: number;
  /** The columns that name an agency or a person and that this contribution rewrites, as `table.column`. */
  covers: readonly string[];
  /** Passes the gates of what the merge touches, in ascending id, before anything that decides is read. */
  passAgencyGates?(fromId: string, intoId: string): Promise<void>;
  passPersonGates?(fromId: string, intoId: string): Promise<void>;
  previewAgency(fromId: string, intoId: string): Promise<MergeParts>;
  mergeAgency(fromId: string, intoId: string, actor: Actor): Promise<MergeParts>;
  previewPerson(fromId: string, intoId: string): Promise<MergeParts>;
  mergePerson(fromId: string, intoId: string, actor: Actor): Promise<MergeParts>;
}

interface Named {
  id: string;
  name: string;
}

type Kind = MergeEntity['kind'];

/** Merging reaches into every library: each contributes under its name, when its module starts. */
export class Merges {
  private readonly reaches: MergeReach[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  register(reach: MergeReach): void {
    if (this.reaches.some(({ name }) => name === reach.name))
      throw new Error(`Two contributions to merging are called ${reach.name}.`);
    this.reaches.push(reach);
    this.reaches.sort((one, other) => one.position - other.position);
  }

  get covered(): readonly string[] {
    return this.reaches.flatMap(({ covers }) => covers);
  }

  /** What a merge would do; changes nothing. */
  async preview(kind: Kind, from: Named, into: Named): Promise<MergeView> {
    const parts: MergeParts[] = [];
    for (const reach of this.reaches)
      parts.push(
        await (kind === 'agency' ? reach.previewAgency(from.id, into.id) : reach.previewPerson(from.id, into.id)),
      );
    return viewOf(from, into, parts);
  }

  /** Passes every gate the merge touches. The first step of a merge, in its transaction. */
  async passGates(kind: Kind, fromId: string, intoId: string): Promise<void> {
    for (const reach of this.reaches)
      await (kind === 'agency' ? reach.passAgencyGates?.(fromId, intoId) : reach.passPersonGates?.(fromId, intoId));
  }

  /** Moves everything and keeps the record of it; in the transaction of the use case, after the gates. */
  async carryOut(actor: Actor, kind: Kind, from: Named, into: Named): Promise<MergeView> {
    const parts: MergeParts[] = [];
    for (const reach of this.reaches)
      parts.push(
        await (kind === 'agency'
          ? reach.mergeAgency(from.id, into.id, actor)
          : reach.mergePerson(from.id, into.id, actor)),
      );
    const view = viewOf(from, into, parts);
    await this.database.repo(MergeEntity).insert({
      id: newId(),
      kind,
      fromId: from.id,
      intoId: into.id,
      fromName: from.name,
      intoName: into.name,
      at: this.clock.now(),
      byId: actor.personId,
      moves: view.moves as never,
      conflicts: view.conflicts as never,
    });
    return view;
  }
}

function viewOf(from: Named, into: Named, parts: readonly MergeParts[]): MergeView {
  const moves: Record<string, number> = {};
  for (const part of parts)
    for (const [kind, count] of Object.entries(part.moves)) moves[kind] = (moves[kind] ?? 0) + count;
  return {
    from: { id: from.id, name: from.name },
    into: { id: into.id, name: into.name },
    moves,
    conflicts: parts.flatMap(({ conflicts }) => conflicts),
  };
}
